import type { Table } from './tables/table.ts';

export interface DataFile {
	/** The resource's name in the Data Package. */
	readonly name: string;
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
	readonly rows: number | null;
}
