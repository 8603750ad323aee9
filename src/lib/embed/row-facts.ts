/** What a row of an embed's table says of a record: its cells by the facts in the table's head, and what stands below it. */
import type { EvidenceEntry, Passage } from '#lib/model/evidence.ts';
import type { Table } from '#lib/model/chart.ts';

const FACTS = ['title', 'status', 'date', 'basis', 'support', 'dispute'] as const;
export type Fact = (typeof FACTS)[number];

type Row = Table['rows'][number];
type Entries = ReadonlyMap<string, EvidenceEntry>;

/** The title of a record from the first cell of its row; an answer's also has its question. */
export const titleOf = (cell: string, head: string | undefined): string => (head ? `${cell} ${head}` : cell);

/** The article that an answer is of: the one whose name begins the title, and of several such the one with the longest name. */
export const articleOf = (title: string, labels: readonly string[]): string | undefined =>
	labels.filter((label) => title.startsWith(`${label} `)).sort((a, b) => b.length - a.length)[0];

/**
 * For each column the fact that its cells say of most records that have it, and for each record the facts that stand below
 * its row; an empty one where its cell says something else.
 */
export function factsOf(
	{ rows, columns }: Table,
	entries: Entries,
): { readonly said: readonly (Fact | undefined)[]; readonly below: ReadonlyMap<string, readonly [Fact, string][]> } {
	const heads = new Map(rows.map(({ id, cells }) => [id, cells[0]]));
	const inCell = ({ cells, under }: Row, column: number): string =>
		column === 0 ? titleOf(cells[0] ?? '', heads.get(under ?? '')) : (cells[column] ?? '');
	const said = columns.map((_, column) =>
		FACTS.find((fact) => {
			const having = rows.filter((row) => entries.get(row.id)?.[fact]);
			const same = having.filter((row) => entries.get(row.id)?.[fact] === inCell(row, column));
			return same.length > having.length / 2;
		}),
	);
	const under = new Set(rows.map((row) => row.under));
	const belowOf = (row: Row): [Fact, string][] =>
		FACTS.flatMap((fact): [Fact, string][] => {
			// Of a question, only its title is in a cell.
			const column = under.has(row.id) && fact !== 'title' ? -1 : said.indexOf(fact);
			const words = entries.get(row.id)?.[fact] ?? '';
			const isInherited = fact === 'dispute' && words === entries.get(row.under ?? '')?.dispute;
			return words === (column < 0 ? '' : inCell(row, column)) || isInherited ? [] : [[fact, words]];
		});
	return { said, below: new Map(rows.map((row) => [row.id, belowOf(row)])) };
}

/** The passages of each record that no record under it has. */
export function passagesOf({ rows }: Table, entries: Entries): ReadonlyMap<string, readonly Passage[]> {
	const under = new Map<string, Set<string>>();
	for (const row of rows.filter(({ under }) => under !== undefined))
		for (const { exact } of entries.get(row.id)?.passages ?? [])
			under.set(row.under ?? '', (under.get(row.under ?? '') ?? new Set()).add(exact));
	return new Map(
		rows.map(({ id }) => [id, entries.get(id)?.passages.filter(({ exact }) => !under.get(id)?.has(exact)) ?? []]),
	);
}
