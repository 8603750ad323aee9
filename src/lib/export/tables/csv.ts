/** Writes tables as CSV that spreadsheets and programs read alike. */
import { stringify } from 'csv-stringify/sync';
import type { Story } from '#lib/model/story.ts';
import type { Cell, Table } from './table.ts';

/** Text that a spreadsheet takes for a formula, and a leading apostrophe, so that removing one apostrophe always restores the text. */
const guarded = /^[=+\-@\t\r']/;

/** A text as a cell that no spreadsheet computes: what looks like a formula gets an apostrophe before it. */
export const escapeFormula = (text: string): string => (guarded.test(text) ? `'${text}` : text);

/** Items joined by semicolons; one inside an item becomes a comma. */
export const joined = (items: readonly string[]): string => items.map((item) => item.replaceAll(';', ',')).join(';');

/** The text of a cell. Numbers have a decimal point and an ASCII minus. */
export function written(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'string') return escapeFormula(cell);
	if (typeof cell === 'object') return escapeFormula(joined(cell));
	return String(cell);
}

/**
 * A table as CSV (RFC 4180): a header row, commas, CRLF at the end of every row, UTF-8 without a byte order mark. Most
 * programs take the mark for a part of the first column's name; only Excel needs it, and can be told of UTF-8 on import.
 */
export function csv(table: Table, story: Story): string {
	const rows = table.rows(story).map((cells) => cells.map(written));
	return stringify([table.fields.map(({ name }) => name), ...rows], {
		record_delimiter: '\r\n',
		// The library quotes a cell with CRLF, but not one with a single CR or LF, which other programs take for the end of a row.
		quoted_match: /[\r\n]/,
	});
}
