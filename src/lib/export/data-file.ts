import type { Table } from './tables/table.ts';

/** One file of `/data/`. */
export interface DataFile {
	/** The resource's name in the Data Package. */
	readonly name: string;
	/** The file's name. */
	readonly path: string;
	readonly title: string;
	readonly description: string;
	readonly format: string;
	readonly mediatype: string;
	readonly text: string;
	/** Of the text in UTF-8. */
	readonly bytes: number;
	/** Hex. */
	readonly sha256: string;
	/** What a CSV file holds. */
	readonly table: Table | null;
	/** Rows of a table, without its header. */
	readonly rows: number | null;
}
