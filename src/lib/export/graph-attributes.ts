/** What GEXF and GraphML say of a node or an edge beyond its ends and its label: the other columns of its table. */
import { joined } from './csv.ts';
import type { Cell, Field, Table } from './table.ts';

/** What both formats have a place of their own for. */
const spoken = ['id', 'source', 'target', 'type', 'label'];

export const attributeFields = ({ fields }: Table): readonly Field[] =>
	fields.filter(({ name }) => !spoken.includes(name));

/** What a row says by its attributes; an empty cell says nothing. Items of lists are joined by semicolons. */
export function attributeValues({ fields }: Table, row: readonly Cell[]): { name: string; value: string }[] {
	return fields.flatMap(({ name }, i) => {
		const cell = row[i] ?? null;
		const value = cell === null ? '' : typeof cell === 'object' ? joined(cell) : String(cell);
		return value === '' || spoken.includes(name) ? [] : [{ name, value }];
	});
}
