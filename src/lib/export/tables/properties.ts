/** The kinds of property that records have: for each, its columns and its shape in `story.json`. */
import type { Id } from '#lib/model/records.ts';
import { orNull } from '#lib/export/schema/shapes.ts';
import { explained, type Column, type Constraints, type FieldType, type JsonObject, type Property } from './table.ts';

/** A record with this property. */
export type With<K extends string, V> = Readonly<Record<K, V>>;

export interface Options {
	/** Whether the property may hold nothing, and how `story.json` says so. */
	readonly may?: 'be null' | 'be empty';
	readonly constraints?: Constraints;
}

/** A key as a column: `disputedBy` → `disputed_by`. */
export const columnName = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const required = (options: Options): Constraints => ({
	...(options.may === undefined ? { required: true } : {}),
	...options.constraints,
});

export const described = (description: string, schema: JsonObject, options: Options = {}): JsonObject => ({
	description,
	...(options.may === 'be null' ? orNull(schema) : schema),
});

/** A column with what most columns have. */
export function column<R>(
	name: string,
	type: FieldType,
	description: string,
	cell: Column<R>['cell'],
	more: Partial<Pick<Column<R>, 'constraints' | 'refersTo' | 'meanings'>> = {},
): Column<R> {
	return { name, type, description, meanings: {}, constraints: {}, refersTo: null, cell, ...more };
}

/** The record's id. */
export function id(
	description = 'A readable name, unique over all kinds of record; also its anchor on /evidence/.',
): Property<With<'id', Id>> {
	return {
		key: 'id',
		schema: { description, type: 'string', pattern: '^[a-z0-9]+(--?[a-z0-9]+)*$' },
		columns: [
			column('id', 'string', description, (record) => record.id, { constraints: { required: true, unique: true } }),
		],
	};
}

export function text<K extends string>(
	key: K,
	description: string,
	options: Options = {},
): Property<With<K, string | null>> {
	const { pattern } = options.constraints ?? {};
	const filled = options.may === 'be empty' ? {} : { minLength: 1 };
	return {
		key,
		schema: described(description, { type: 'string', ...filled, ...(pattern ? { pattern } : {}) }, options),
		columns: [
			column(columnName(key), 'string', description, (record) => record[key], { constraints: required(options) }),
		],
	};
}

/** One of a few words, each with its meaning. */
export function choice<K extends string, V extends string>(
	key: K,
	description: string,
	meanings: Readonly<Record<V, string>>,
): Property<With<K, V>> {
	const words = Object.keys(meanings);
	return {
		key,
		schema: { description: explained({ description, meanings }), type: 'string', enum: words },
		columns: [
			column(columnName(key), 'string', description, (record) => record[key], {
				meanings,
				constraints: { required: true, enum: words },
			}),
		],
	};
}

export function number<K extends string>(
	key: K,
	description: string,
	type: 'integer' | 'number',
	options: Options = {},
): Property<With<K, number | null>> {
	const { minimum, maximum } = options.constraints ?? {};
	const bounds = { ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
	return {
		key,
		schema: described(description, { type, ...bounds }, options),
		columns: [column(columnName(key), type, description, (record) => record[key], { constraints: required(options) })],
	};
}

export function flag<K extends string>(key: K, description: string): Property<With<K, boolean>> {
	return {
		key,
		schema: { description, type: 'boolean' },
		columns: [
			column(columnName(key), 'boolean', description, (record) => record[key], { constraints: { required: true } }),
		],
	};
}

/** A day, `YYYY-MM-DD`. */
export function day<K extends string>(key: K, description: string): Property<With<K, string>> {
	return {
		key,
		schema: { description, type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
		columns: [
			column(columnName(key), 'date', description, (record) => record[key], { constraints: { required: true } }),
		],
	};
}

/** The id of a record of another table. */
export function one<K extends string>(
	key: K,
	table: string,
	description: string,
	options: Options = {},
): Property<With<K, Id | null>> {
	return {
		key,
		schema: described(description, { type: 'string' }, options),
		columns: [
			column(columnName(key), 'string', description, (record) => record[key], {
				constraints: required(options),
				refersTo: { table, column: 'id' },
			}),
		],
	};
}

/** Texts, or ids of records of another table. */
export function many<K extends string>(
	key: K,
	description: string,
	refersTo: Column<never>['refersTo'] = null,
): Property<With<K, readonly string[]>> {
	return {
		key,
		schema: { description, type: 'array', items: { type: 'string' } },
		columns: [column(columnName(key), 'list', description, (record) => record[key], { refersTo })],
	};
}

/** What no single column holds. */
export function whole<R>(
	key: string,
	description: string,
	schema: JsonObject,
	columns: readonly Column<R>[],
): Property<R> {
	return { key, schema: { description, ...schema }, columns };
}
