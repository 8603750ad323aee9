/** The kinds of property that records have: for each, its columns and its shape in `story.json`. */
import type { Id } from '#lib/model/records.ts';
import { array, orNull } from '#lib/export/schema/shapes.ts';
import {
	explained,
	type Cell,
	type Column,
	type Constraints,
	type FieldType,
	type JsonObject,
	type Property,
} from './table.ts';

export type With<K extends string, V> = Readonly<Record<K, V>>;

export interface Options {
	/** Whether the property may be empty, and how `story.json` writes that. */
	readonly may?: 'be null' | 'be empty';
	readonly constraints?: Constraints;
}

/** A key as a column: `disputedBy` → `disputed_by`. */
export const columnName = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const required = (options: Options): Constraints => ({
	...(options.may === undefined ? { required: true } : {}),
	...options.constraints,
});

export const nullable = (schema: JsonObject, { may }: Options): JsonObject =>
	may === 'be null' ? orNull(schema) : schema;

/** A column with the usual defaults. */
export function column<R>(
	name: string,
	type: FieldType,
	description: string,
	cell: Column<R>['cell'],
	more: Partial<Pick<Column<R>, 'constraints' | 'refersTo' | 'meanings'>> = {},
): Column<R> {
	return { name, type, description, meanings: {}, constraints: {}, refersTo: null, cell, ...more };
}

/** A property with one column of the same value. */
const single = <K extends string, V extends Cell>(
	key: K,
	type: FieldType,
	description: string,
	schema: JsonObject,
	more: Parameters<typeof column>[4] = {},
): Property<With<K, V>> => ({
	key,
	schema: { description, ...schema },
	columns: [column<With<K, V>>(columnName(key), type, description, (record) => record[key], more)],
});

/** A reference to the ids of a table's records. */
export const idIn = (table: string): NonNullable<Column<never>['refersTo']> => ({ table, column: 'id' });

/** The record's id. */
export const id = (
	description = 'A readable name, unique over all kinds of record; also its anchor on /evidence/.',
): Property<With<'id', Id>> =>
	single(
		'id',
		'string',
		description,
		{ type: 'string', pattern: '^[a-z0-9]+(--?[a-z0-9]+)*$' },
		{ constraints: { required: true, unique: true } },
	);

export function text<K extends string>(
	key: K,
	description: string,
	options: Options = {},
): Property<With<K, string | null>> {
	const { pattern } = options.constraints ?? {};
	const filled = options.may === 'be empty' ? {} : { minLength: 1 };
	const schema = nullable({ type: 'string', ...filled, ...(pattern ? { pattern } : {}) }, options);
	return single(key, 'string', description, schema, { constraints: required(options) });
}

export function choice<K extends string, V extends string>(
	key: K,
	description: string,
	meanings: Readonly<Record<V, string>>,
): Property<With<K, V>> {
	const words = Object.keys(meanings);
	const schema = { description: explained({ description, meanings }), type: 'string', enum: words };
	return single(key, 'string', description, schema, { meanings, constraints: { required: true, enum: words } });
}

export function number<K extends string>(
	key: K,
	description: string,
	type: 'integer' | 'number',
	options: Options = {},
): Property<With<K, number | null>> {
	const { minimum, maximum } = options.constraints ?? {};
	const bounds = { ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
	return single(key, type, description, nullable({ type, ...bounds }, options), { constraints: required(options) });
}

export const flag = <K extends string>(key: K, description: string): Property<With<K, boolean>> =>
	single(key, 'boolean', description, { type: 'boolean' }, { constraints: { required: true } });

/** A day, `YYYY-MM-DD`. */
export const day = <K extends string>(key: K, description: string): Property<With<K, string>> =>
	single(
		key,
		'date',
		description,
		{ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
		{ constraints: { required: true } },
	);

export const one = <K extends string>(
	key: K,
	table: string,
	description: string,
	options: Options = {},
): Property<With<K, Id | null>> =>
	single(key, 'string', description, nullable({ type: 'string' }, options), {
		constraints: required(options),
		refersTo: idIn(table),
	});

export const many = <K extends string>(
	key: K,
	description: string,
	refersTo: Column<never>['refersTo'] = null,
): Property<With<K, readonly string[]>> => single(key, 'list', description, array({ type: 'string' }), { refersTo });

/** A column that `story.json` does not have. */
export const columnOnly = <R>(only: Column<R>): Property<R> => ({ key: null, schema: {}, columns: [only] });

/** A property of `story.json` that has no single column. */
export function whole<R>(
	key: string,
	description: string,
	schema: JsonObject,
	columns: readonly Column<R>[],
): Property<R> {
	return { key, schema: { description, ...schema }, columns };
}
