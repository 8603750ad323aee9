/** The grid of questions and sources. Positions along the width in percent, along the height in pixels. */
import { ascending, descending, permute, rollup, sum } from 'd3';
import { balancedLines } from '#lib/geometry/lines.ts';
import type { Id, Source } from '#lib/model/records.ts';
import { POSITION_KINDS, type Position, type PositionKind, type Question } from '#lib/model/questions.ts';
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

/** A position in a row: its middle in percent, and its line of signs. */
export interface SignPlace {
	readonly x: number;
	readonly line: number;
}

/** An answer; silence has no cell. */
export interface CellPlace extends SignPlace {
	readonly position: Position;
	readonly source: Source;
}

export interface RowPlace {
	readonly question: Question;
	/** The whole question, for wide drawings and, in shorter lines, for narrow ones. */
	readonly wide: readonly string[];
	readonly narrow: readonly string[];
	readonly cells: readonly CellPlace[];
	/** In the order of the columns. */
	readonly silent: readonly Source[];
	/** Positions of the dashes for silence: one in each column, or one for all, with their number. */
	readonly dashes: readonly (SignPlace & { readonly count: number })[];
	/** Lines of signs; at least 1. */
	readonly lines: number;
}

/** Questions on which the articles differ in the same way. */
export interface GroupPlace {
	/** The number of questions, and how they differ; null if only some are shown. */
	readonly title: { readonly count: string; readonly words: string } | null;
	readonly rows: readonly RowPlace[];
}

/** Groups one below the other; blocks stand side by side if there is room. */
export type Block = readonly GroupPlace[];

/** Rows and their columns. */
export interface Grid {
	/** Empty if there are too many sources for columns: the signs of a row then follow one another. */
	readonly columns: readonly ColumnPlace[];
	readonly blocks: readonly Block[];
}

export interface AccountsGeometry extends Grid {
	/** In the order of columns. */
	readonly sources: readonly Source[];
	readonly questions: number;
	/** Names of the actors whose answers are drawn. */
	readonly names: ReadonlyMap<Id, string>;
}

/** Pixels from one name of a source to the next. */
const STAIR = 14;
/** Signs in a line, and the percent of the width that each takes: 24 px at 288, where a label of 24 characters fits into the rest. */
const SIGNS = 5;
export const SIGN_WIDTH = 8.6;
/** Characters in a line of a whole question. */
const LINE = { wide: 33, narrow: 24 } as const;

/** The ways in which articles differ, the sharpest first. A question belongs to the first that applies. */
const kinds: readonly { readonly words: string; readonly answers: readonly PositionKind[] }[] = [
	{ words: 'one affirms what another denies', answers: ['affirms', 'denies'] },
	{ words: 'one affirms, another answers differently', answers: ['affirms', 'differs'] },
	{ words: 'one affirms, another qualifies', answers: ['affirms', 'qualifies'] },
	{ words: 'one denies, another qualifies', answers: ['denies', 'qualifies'] },
	{ words: 'one qualifies, another answers differently', answers: ['qualifies', 'differs'] },
	{ words: 'answers of one kind only', answers: [] },
];

/**
 * Groups questions by how the articles differ; within a group, those that most articles answer come first, similar ones
 * adjacent. Columns are ordered so that answers are adjacent, and silence too. If the articles are too many for columns, a
 * row has a sign for each that answers, and the number of the others. Positions do not depend on the step.
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
	const columns = columnsFor(ordered, answers);
	const rows = questions.map((question): RowPlace => {
		const lines = (limit: number): string[] => balancedLines(question.question, limit);
		const words = { question, wide: lines(LINE.wide), narrow: lines(LINE.narrow) };
		return { ...words, ...placed(own(question), ordered, columns) };
	});
	return {
		columns,
		sources: ordered,
		questions: questions.length,
		names: new Map(actors.map(({ id, name }) => [id, name])),
		blocks: balanced(grouped(rows)),
	};
}

function columnsFor(sources: readonly Source[], answers: ReadonlyMap<Id, number>): ColumnPlace[] {
	if (sources.length > SIGNS) return [];
	return sources.map((source, index) => ({
		source,
		x: signAt(SIGNS - sources.length + index).x,
		y: (sources.length - index) * STAIR,
		answers: answers.get(source.id) ?? 0,
	}));
}

const signAt = (index: number): SignPlace => ({
	x: rounded(100 - (SIGNS - (index % SIGNS) - 0.5) * SIGN_WIDTH, 1),
	line: Math.floor(index / SIGNS),
});

/** The content of a row: answers in columns, or without columns grouped by position. */
function placed(
	positions: readonly Position[],
	sources: readonly Source[],
	columns: readonly ColumnPlace[],
): Pick<RowPlace, 'cells' | 'silent' | 'dashes' | 'lines'> {
	const bySource = new Map(positions.map((position) => [position.source, position]));
	const answers = sources.flatMap((source) => {
		const position = bySource.get(source.id);
		return position && speaks(position) ? [{ position, source }] : [];
	});
	const speakers = new Set(answers.map(({ source }) => source));
	const silent = sources.filter((source) => !speakers.has(source));
	if (columns.length > 0) {
		const places = new Map(columns.map(({ source, x }) => [source, { x, line: 0 }]));
		const at = (source: Source): SignPlace => places.get(source) ?? signAt(0);
		return {
			cells: answers.map((answer) => ({ ...answer, ...at(answer.source) })),
			silent,
			dashes: silent.map((source) => ({ ...at(source), count: 1 })),
			lines: 1,
		};
	}
	const sorted = answers.toSorted((a, b) =>
		ascending(POSITION_KINDS.indexOf(a.position.position), POSITION_KINDS.indexOf(b.position.position)),
	);
	const dashes = silent.length ? [{ ...signAt(sorted.length), count: silent.length }] : [];
	return {
		cells: sorted.map((answer, index) => ({ ...answer, ...signAt(index) })),
		silent,
		dashes,
		lines: Math.max(1, Math.ceil((sorted.length + dashes.length) / SIGNS)),
	};
}

/**
 * The rows with a record in focus, in the order of focus, in one block without a title; all blocks if nothing is in
 * focus. If there are too many articles for columns, those that answer in these rows get columns if they are few
 * enough.
 */
export function gridInFocus({ blocks, columns, sources }: AccountsGeometry, focus: readonly Id[]): Grid {
	const turn = ({ cells, question }: RowPlace): number =>
		focus.findIndex((id) => id === question.id || cells.some((cell) => isInFocus(cell, [id])));
	const rows = blocks
		.flat()
		.flatMap((group) => group.rows.filter((row) => turn(row) >= 0))
		.sort((a, b) => ascending(turn(a), turn(b)));
	if (rows.length === 0) return { blocks, columns };
	if (columns.length > 0) return { blocks: [[{ title: null, rows }]], columns };
	const speaking = new Set(rows.flatMap(({ cells }) => cells.map(({ source }) => source)));
	const speakers = sources.filter((source) => speaking.has(source));
	const own = columnsFor(speakers, new Map());
	const positions = ({ cells }: RowPlace): Position[] => cells.map(({ position }) => position);
	const narrowed = rows.map((row) => ({ ...row, ...placed(positions(row), speakers, own) }));
	return { blocks: [[{ title: null, rows: own.length ? narrowed : rows }]], columns: own };
}

/** Whether a position is in focus: itself, its question or its source. */
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
	const kindOf = ({ cells }: RowPlace) => {
		const answers = new Set(cells.map(({ position }) => position.position));
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
