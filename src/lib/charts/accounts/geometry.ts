/** The grid of questions and sources. Places along the width in percent, along the height in pixels. */
import { ascending, permute, rollup, sum } from 'd3';
import { balancedLines } from '#lib/geometry/lines.ts';
import type { Step } from '#lib/model/copy.ts';
import type { Id, Source } from '#lib/model/records.ts';
import { POSITION_KINDS, type Position, type Question } from '#lib/model/questions.ts';
import type { Story } from '#lib/model/story.ts';
import { balanced, chosen, grouped } from './groups.ts';
import { chain } from './order.ts';
import type { CellPlace, ColumnPlace, Grid, RowPlace, SignPlace } from './places.ts';
import { rounded } from '#lib/model/numbers.ts';

export type AccountsSlice = Pick<Story, 'questions' | 'positions' | 'sources' | 'actors'>;

export interface AccountsGeometry extends Grid {
	/** In the order of columns. */
	readonly sources: readonly Source[];
	readonly questions: number;
	/** How many of them have no row. */
	readonly undrawn: number;
	/** Names of the actors whose answers are drawn. */
	readonly names: ReadonlyMap<Id, string>;
}

/** Pixels from one name of a source to the next. */
const STAIR = 14;
/** Signs in a line, and the percent of the width that each takes: 24 px at 288, where a line of 24 characters fits into the rest. */
const SIGNS = 5;
export const SIGN_WIDTH = 8.6;
/** Characters in a line of a whole question. */
const LINE = { wide: 33, narrow: 24 } as const;

/**
 * Groups questions by how the articles differ; within a group, those that most articles answer come first, similar ones
 * adjacent. Columns are ordered so that answers are adjacent, and silence too. If the articles are too many for columns, a
 * row has a sign for each that answers, and the number of the others. Places do not depend on the step.
 * @param steps those of a drawing, which has only the questions in their focus and the first others; without them all have rows
 */
export function accountsGeometry(
	{ questions, positions, sources, actors }: AccountsSlice,
	steps?: readonly Pick<Step, 'focus'>[],
): AccountsGeometry {
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
	const groups = steps ? chosen(grouped(rows), new Set(steps.flatMap(({ focus }) => focus))) : grouped(rows);
	return {
		columns,
		sources: ordered,
		questions: questions.length,
		undrawn: questions.length - sum(groups, (group) => group.rows.length),
		names: new Map(actors.map(({ id, name }) => [id, name])),
		blocks: balanced(groups),
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
