/** What GEXF and GraphML say of a node or an edge beyond its ends and its label: the other columns of its table. */
import { joined } from '#lib/export/tables/csv.ts';
import type { Cell, Field, Table } from '#lib/export/tables/table.ts';

/** What both formats have a place of their own for. */
const spoken = ['id', 'source', 'target', 'type', 'label'];

/**
 * Columns that would be lost are attributes by other names: common readers take no graph that is directed in part (NetworkX),
 * or turn its ends round (igraph). So every edge is written as directed, and says here whether it is.
 */
const renamed: Readonly<Record<string, string>> = { source: 'from_id', target: 'to_id', type: 'direction' };

export const attributeFields = ({ fields }: Table): readonly Field[] =>
	fields.flatMap((field) => {
		const name = renamed[field.name] ?? field.name;
		return spoken.includes(name) ? [] : [{ ...field, name }];
	});

/** What a row says by its attributes; an empty cell says nothing. Items of lists are joined by semicolons. */
export function attributeValues({ fields }: Table, row: readonly Cell[]): { name: string; value: string }[] {
	return fields.flatMap(({ name: column }, i) => {
		const name = renamed[column] ?? column;
		const cell = row[i] ?? null;
		const value = cell === null ? '' : typeof cell === 'object' ? joined(cell) : String(cell);
		return value === '' || spoken.includes(name) ? [] : [{ name, value }];
	});
}
