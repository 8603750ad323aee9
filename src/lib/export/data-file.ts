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
	/** Size in bytes of the text in UTF-8. */
	readonly bytes: number;
	/** SHA-256, hex. */
	readonly sha256: string;
	/** The table of a CSV file. */
	readonly table: Table | null;
	readonly rows: number | null;
}
