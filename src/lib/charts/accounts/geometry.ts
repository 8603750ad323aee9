/** The grid of questions and sources. Positions along the width in percent, along the height in pixels. */
import { ascending, descending, group, permute, rollup, sum } from 'd3';
import { balancedLines } from '#lib/geometry/lines.ts';
import type { Id, Source } from '#lib/model/records.ts';
import type { Position, Question, Stand } from '#lib/model/questions.ts';
import type { Story } from '#lib/model/story.ts';
import { chain } from './order.ts';
import { rounded } from '#lib/model/numbers.ts';

export type AccountsSlice = Pick<Story, 'questions' | 'positions' | 'sources' | 'actors'>;

export interface ColumnPlace {
	readonly source: Source;
	/** Percent: its middle. */
	readonly x: number;
	/** Baseline of its name: the names form a stair, the leftmost lowest, so that none crosses the line from another. */
	readonly y: number;
	/** Questions on which the source is not silent. */
	readonly answers: number;
}

export interface CellPlace {
	readonly position: Position;
	readonly source: Source;
	/** Percent: its middle. */
	readonly x: number;
}

export interface RowPlace {
	readonly question: Question;
	/** The whole question, for wide drawings and, in shorter lines, for narrow ones. */
	readonly wide: readonly string[];
	readonly narrow: readonly string[];
	readonly cells: readonly CellPlace[];
}

/** Questions on which the articles differ in the same way. */
export interface GroupPlace {
	/** The number of questions, and how they differ; null if only some are shown. */
	readonly title: { readonly count: string; readonly words: string } | null;
	readonly rows: readonly RowPlace[];
}

/** Groups one below the other; blocks stand side by side if there is room. */
export type Block = readonly GroupPlace[];

export interface AccountsGeometry {
	/** Percent. */
	readonly columnWidth: number;
	readonly columns: readonly ColumnPlace[];
	readonly questions: number;
	/** Of the actors in whose voice answers are. */
	readonly names: ReadonlyMap<Id, string>;
	readonly blocks: readonly Block[];
}

/** Pixels from one name of a source to the next. */
const STAIR = 14;
/** Percent of the width that the columns take; at 288 px a label of 24 characters fits into the rest. */
const COLUMNS = 43;
/** Characters in a line of a whole question. */
const LINE = { wide: 33, narrow: 24 } as const;

/** The ways in which articles differ, the sharpest first. A question belongs to the first that applies. */
const kinds: readonly { readonly words: string; readonly stands: readonly Stand[] }[] = [
	{ words: 'one affirms what another denies', stands: ['affirms', 'denies'] },
	{ words: 'one affirms, another answers differently', stands: ['affirms', 'differs'] },
	{ words: 'one affirms, another qualifies', stands: ['affirms', 'qualifies'] },
	{ words: 'one denies, another qualifies', stands: ['denies', 'qualifies'] },
	{ words: 'one qualifies, another answers differently', stands: ['qualifies', 'differs'] },
	{ words: 'answers of one kind only', stands: [] },
];

/**
 * Groups questions by how the articles differ; within a group, those that most articles answer come first, similar ones
 * adjacent. Columns are ordered so that answers are adjacent, and silence too. Positions do not depend on the step.
 */
export function accountsGeometry({ questions, positions, sources, actors }: AccountsSlice): AccountsGeometry {
	const byId = new Map(positions.map((position) => [position.id, position]));
	const own = (question: Question): Position[] => question.positions.flatMap((id) => byId.get(id) ?? []);
	const ordered = together(sources, questions.map(own));
	const answers = rollup(
		positions.filter(speaks),
		(own) => own.length,
		({ source }) => source,
	);
	const width = COLUMNS / Math.max(1, ordered.length);
	const columns = ordered.map((source, index): ColumnPlace => ({
		source,
		x: rounded(100 - COLUMNS + (index + 0.5) * width, 1),
		y: (ordered.length - index) * STAIR,
		answers: answers.get(source.id) ?? 0,
	}));
	const rows = questions.map((question): RowPlace => {
		const bySource = group(own(question), ({ source }) => source);
		const cells = columns.flatMap(({ source, x }) =>
			(bySource.get(source.id) ?? []).map((position) => ({ position, source, x })),
		);
		const lines = (limit: number): string[] => balancedLines(question.question, limit);
		return { question, wide: lines(LINE.wide), narrow: lines(LINE.narrow), cells };
	});
	const names = new Map(actors.map(({ id, name }) => [id, name]));
	return {
		columnWidth: rounded(width, 1),
		columns,
		questions: questions.length,
		names,
		blocks: balanced(grouped(rows)),
	};
}

/** The rows with something in focus, in its order, in one block without a title; all blocks if nothing is in focus. */
export function blocksInFocus({ blocks }: AccountsGeometry, focus: readonly Id[]): readonly Block[] {
	const turn = ({ cells }: RowPlace): number => focus.findIndex((id) => cells.some((cell) => isInFocus(cell, [id])));
	const rows = blocks
		.flat()
		.flatMap((group) => group.rows.filter((row) => turn(row) >= 0))
		.sort((a, b) => ascending(turn(a), turn(b)));
	return rows.length ? [[{ title: null, rows }]] : blocks;
}

/** Whether a position is in focus: it, its question or its source. */
export function isInFocus({ position }: CellPlace, focus: readonly Id[]): boolean {
	return [position.id, position.question, position.source].some((id) => focus.includes(id));
}

const speaks = ({ position }: Position): boolean => position !== 'silent';

/** The order of sources in which most neighbours both answer, or are both silent. */
function together(sources: readonly Source[], rows: readonly (readonly Position[])[]): Source[] {
	const speakers = rows.map((row) => new Set(row.filter(speaks).map(({ source }) => source)));
	const answers = sources.map(({ id }) => speakers.map((row) => row.has(id)));
	const alike = answers.map((a) => answers.map((b) => sum(a, (answer, row) => Number(answer === b[row]))));
	return permute(sources, chain(alike));
}

function grouped(rows: readonly RowPlace[]): GroupPlace[] {
	const stands = ({ cells }: RowPlace): Stand[] => cells.map(({ position }) => position.position);
	const kindOf = (row: RowPlace) => kinds.find((kind) => kind.stands.every((stand) => stands(row).includes(stand)));
	const answers = ({ cells }: RowPlace): number => cells.filter(({ position }) => speaks(position)).length;
	const pattern = (row: RowPlace): string => stands(row).join();
	return kinds
		.map((kind) => ({
			kind,
			rows: rows
				.filter((row) => kindOf(row) === kind)
				.sort((a, b) => descending(answers(a), answers(b)) || ascending(pattern(a), pattern(b))),
		}))
		.filter((group) => group.rows.length > 0)
		.map(({ kind, rows: own }, index) => ({
			title: { count: `${own.length}${index === 0 ? ` of ${rows.length} questions` : ''}:`, words: kind.words },
			rows: own,
		}));
}

/** Two blocks with about the same number of rows: each group goes to the shorter one so far. */
function balanced(groups: readonly GroupPlace[]): Block[] {
	const blocks: [GroupPlace[], GroupPlace[]] = [[], []];
	const rows = (block: Block): number => sum(block, (group) => group.rows.length);
	for (const group of groups) blocks[rows(blocks[1]) < rows(blocks[0]) ? 1 : 0].push(group);
	return blocks.filter((block) => block.length > 0);
}
