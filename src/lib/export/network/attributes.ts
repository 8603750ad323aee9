/** The attributes of nodes and edges in GEXF and GraphML: the columns of their tables except ends and label. */
import { joined } from '#lib/export/tables/csv.ts';
import type { Cell, Field, Table } from '#lib/export/tables/table.ts';

/** Columns that both formats have an element or attribute of their own for. */
const spoken = ['id', 'source', 'target', 'type', 'label'];

/**
 * Columns that would be lost become attributes with other names: NetworkX refuses a partly directed graph, and igraph swaps
 * its ends. So every edge is written as directed, and an attribute says whether it is.
 */
const renamed: Readonly<Record<string, string>> = { source: 'from_id', target: 'to_id', type: 'direction' };

export const attributeFields = ({ fields }: Table): readonly Field[] =>
	fields.flatMap((field) => {
		const name = renamed[field.name] ?? field.name;
		return spoken.includes(name) ? [] : [{ ...field, name }];
	});

/** The attributes of a row; an empty cell has none. Items of lists are joined by semicolons. */
export function attributeValues({ fields }: Table, row: readonly Cell[]): { name: string; value: string }[] {
	return fields.flatMap(({ name: column }, i) => {
		const name = renamed[column] ?? column;
		const cell = row[i] ?? null;
		const value = cell === null ? '' : typeof cell === 'object' ? joined(cell) : String(cell);
		return value === '' || spoken.includes(name) ? [] : [{ name, value }];
	});
}
