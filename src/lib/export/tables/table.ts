/** The definition of a table, from which its columns, the page that explains them and its part of the JSON Schema are made. */
import type { Story } from '#lib/model/story.ts';

/** The value of a cell; null if it is unknown or does not apply. */
export type Cell = string | number | boolean | null | readonly string[];

/** JSON values that schemas and descriptors use. */
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

/** A column, as documented for users of the table. */
export interface Field {
	readonly name: string;
	readonly type: FieldType;
	readonly description: string;
	/** The meaning of each allowed value; empty if any value is allowed. */
	readonly meanings: Readonly<Record<string, string>>;
	readonly constraints: Constraints;
	/** The table and column that the values, or the items of a list, refer to. */
	readonly refersTo: { readonly table: string; readonly column: string } | null;
}

export interface Column<R> extends Field {
	readonly cell: (record: R) => Cell;
}

/** A property of a record: the columns it fills in the table, and its shape in `story.json`. */
export interface Property<R> {
	/** Its key in `story.json`; null if only the table has it. */
	readonly key: string | null;
	readonly schema: JsonObject;
	readonly columns: readonly Column<R>[];
}

export interface Table {
	/** Also the name of its file: `<name>.csv`. */
	readonly name: string;
	readonly title: string;
	/** Says what a row is. */
	readonly description: string;
	readonly fields: readonly Field[];
	/** The cells of each row, in the order of the fields. */
	readonly rows: (story: Story) => readonly (readonly Cell[])[];
}

/** A table that can also return the row of one record. */
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
