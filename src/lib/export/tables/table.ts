/** A table described once: its columns, the page that explains them and its part of the JSON Schema all follow from it. */
import type { Story } from '#lib/model/story.ts';

/** What a cell holds before it is written; null where nothing is known or nothing applies. */
export type Cell = string | number | boolean | null | readonly string[];

/** Plain JSON, as far as schemas and descriptors need it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = Readonly<Record<string, Json>>;

/** The types of Table Schema that the tables use. */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'list';

/** The constraints of Table Schema that the tables use. */
export interface Constraints {
	readonly required?: true;
	readonly unique?: true;
	readonly enum?: readonly string[];
	readonly pattern?: string;
	readonly minimum?: number;
	readonly maximum?: number;
}

/** A column as a reader of the table needs to know it. */
export interface Field {
	readonly name: string;
	readonly type: FieldType;
	readonly description: string;
	/** What each of its few words means; empty where it may hold any. */
	readonly meanings: Readonly<Record<string, string>>;
	readonly constraints: Constraints;
	/** The table and its column that the values, or the items of a list, are found in. */
	readonly refersTo: { readonly table: string; readonly column: string } | null;
}

export interface Column<R> extends Field {
	readonly cell: (record: R) => Cell;
}

/** A property of a record: the columns it fills in the table, and its shape in `story.json`. */
export interface Property<R> {
	/** Its key in `story.json`; null for what is only counted for the table. */
	readonly key: string | null;
	readonly schema: JsonObject;
	readonly columns: readonly Column<R>[];
}

export interface Table {
	/** Also its file: `<name>.csv`. */
	readonly name: string;
	readonly title: string;
	/** Says what a row is. */
	readonly description: string;
	readonly fields: readonly Field[];
	/** The cells of each row, in the order of the fields. */
	readonly rows: (story: Story) => readonly (readonly Cell[])[];
}

/** A table that can also be asked for the row of one record. */
export interface TableOf<R> extends Table {
	readonly row: (record: R) => readonly Cell[];
}

interface Description<R> {
	readonly name: string;
	readonly title: string;
	readonly description: string;
	readonly records: (story: Story) => readonly R[];
	readonly properties: readonly Property<R>[];
}

export function table<R>({ records, properties, ...words }: Description<R>): TableOf<R> {
	const columns = properties.flatMap((property) => property.columns);
	const row = (record: R) => columns.map(({ cell }) => cell(record));
	return {
		...words,
		row,
		fields: columns.map(({ name, type, description, meanings, constraints, refersTo }) => {
			return { name, type, description, meanings, constraints, refersTo };
		}),
		rows: (story) => records(story).map(row),
	};
}

export function explained({ description, meanings }: Pick<Field, 'description' | 'meanings'>): string {
	const meaningsInWords = Object.entries(meanings).map(([word, meaning]) => `${word}: ${meaning}`);
	return meaningsInWords.length === 0 ? description : `${description} ${meaningsInWords.join('; ')}.`;
}

/** A record in `story.json`: an object with all of these properties and no other. */
export function recordSchema(
	description: string,
	properties: readonly Pick<Property<never>, 'key' | 'schema'>[],
): JsonObject {
	const named = properties.flatMap(({ key, schema }) => (key === null ? [] : [[key, schema] as const]));
	return {
		type: 'object',
		description,
		properties: Object.fromEntries(named),
		required: named.map(([key]) => key),
		additionalProperties: false,
	};
}
