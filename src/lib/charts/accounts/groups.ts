/** Rows by how the articles differ in them. */
import { ascending, descending, sum } from 'd3';
import type { Id } from '#lib/model/records.ts';
import { answersIn } from '#lib/model/position-words.ts';
import type { PositionKind } from '#lib/model/questions.ts';
import type { Block, GroupPlace, RowPlace } from './places.ts';

/** Rows that a drawing has, and further ones only for what a step puts in focus. */
const DRAWN = 40;

/** The ways in which articles, and those whom they quote, differ, the sharpest first. A question belongs to the first that applies. */
const kinds: readonly { readonly words: string; readonly answers: readonly PositionKind[] }[] = [
	{ words: 'affirmed and denied', answers: ['affirms', 'denies'] },
	{ words: 'affirmed and differed on', answers: ['affirms', 'differs'] },
	{ words: 'affirmed and qualified', answers: ['affirms', 'qualifies'] },
	{ words: 'denied and differed on', answers: ['denies', 'differs'] },
	{ words: 'denied and qualified', answers: ['denies', 'qualifies'] },
	{ words: 'qualified and differed on', answers: ['qualifies', 'differs'] },
	{ words: 'one kind of answer', answers: [] },
];

/** Rows by how the articles differ; in a group those that most articles answer come first, similar ones adjacent. */
export function grouped(rows: readonly RowPlace[]): GroupPlace[] {
	const kindOf = ({ cells }: RowPlace) => {
		const answers = new Set(cells.flatMap(({ position }) => answersIn(position)));
		return kinds.find((kind) => kind.answers.every((answer) => answers.has(answer)));
	};
	const answers = ({ cells }: RowPlace): number => cells.length;
	// From left to right.
	const pattern = ({ cells, dashes }: RowPlace): string =>
		[
			...cells.map(({ position, line, x }) => ({ line, x, kind: position.position })),
			...dashes.map(({ line, x }) => ({ line, x, kind: 'silent' })),
		]
			.sort((a, b) => ascending(a.line, b.line) || ascending(a.x, b.x))
			.map(({ kind }) => kind)
			.join();
	return kinds
		.map((kind) => ({
			kind,
			rows: rows
				.filter((row) => kindOf(row) === kind)
				.sort((a, b) => descending(answers(a), answers(b)) || ascending(pattern(a), pattern(b))),
		}))
		.filter((group) => group.rows.length > 0)
		.map(({ kind, rows: own }) => ({
			title: { count: `${own.length} question${own.length === 1 ? '' : 's'}:`, words: kind.words },
			rows: own,
		}));
}

/** The groups with the rows in focus and, up to `DRAWN`, the first others; titles say how many of a group are left. */
export function chosen(groups: readonly GroupPlace[], focus: ReadonlySet<Id>): GroupPlace[] {
	const all = groups.flatMap(({ rows }) => rows);
	const isFocused = ({ question, cells }: RowPlace): boolean =>
		focus.has(question.id) || cells.some(({ position }) => focus.has(position.id));
	const drawn = new Set([...all.filter(isFocused), ...all.filter((row) => !isFocused(row))].slice(0, DRAWN));
	for (const row of all.filter(isFocused)) drawn.add(row);
	return groups.flatMap(({ title, rows }) => {
		const own = rows.filter((row) => drawn.has(row));
		if (own.length === 0) return [];
		const left = own.length < rows.length ? `; ${own.length} shown` : '';
		return [{ title: title && { ...title, words: title.words + left }, rows: own }];
	});
}

/** Two blocks with about the same number of rows: each group goes to the shorter one so far. */
export function balanced(groups: readonly GroupPlace[]): Block[] {
	const blocks: [GroupPlace[], GroupPlace[]] = [[], []];
	const rows = (block: Block): number => sum(block, (group) => group.rows.length);
	for (const group of groups) blocks[rows(blocks[1]) < rows(blocks[0]) ? 1 : 0].push(group);
	return blocks.filter((block) => block.length > 0);
}
