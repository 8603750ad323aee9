/** The grid of questions and sources. Places along the width in percent, along the height in pixels. */
import { balancedLines } from '#lib/geometry/lines.ts';
import type { Id, Position, Question, Source } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';

export type AccountsSlice = Pick<Story, 'questions' | 'positions' | 'sources'>;

export interface ColumnPlace {
	readonly source: Source;
	/** Percent: its middle. */
	readonly x: number;
	/** Baseline of its head above the first row: neighbours stand on two lines, so that each has room for two columns. */
	readonly above: number;
}

export interface CellPlace {
	readonly position: Position;
	readonly source: Source;
	/** Percent: its middle. */
	readonly x: number;
}

export interface RowPlace {
	readonly question: Question;
	/** The whole question, for wide drawings. */
	readonly lines: readonly string[];
	/** Its middle. */
	readonly y: number;
	readonly cells: readonly CellPlace[];
}

/** Rows of one kind of difference: a drawing of its own, beside the other where there is room. */
export interface BlockPlace {
	readonly title: string;
	/** Above the first row: the sources' names and, over them, the title. */
	readonly head: number;
	readonly height: number;
	readonly rows: readonly RowPlace[];
}

export interface AccountsGeometry {
	readonly rowHeight: number;
	/** Percent. */
	readonly columnWidth: number;
	readonly columns: readonly ColumnPlace[];
	readonly blocks: readonly BlockPlace[];
}

const namesHeight = 38;
const titleHeight = 18;
const rowHeight = 28;
/** Percent of the width that the columns take; at 288 px a label of 24 characters fits into the rest. */
const columnsWidth = 48;
/** Characters in a line of a whole question. */
const lineLength = 38;

/** Places each question once: those on which one source affirms what another denies, then the others. No state moves anything. */
export function accountsGeometry(slice: AccountsSlice): AccountsGeometry {
	const columnWidth = columnsWidth / Math.max(1, slice.sources.length);
	const columns = slice.sources.map((source, index) => ({
		source,
		x: round(100 - columnsWidth + (index + 0.5) * columnWidth),
		above: index % 2 ? 8 : 24,
	}));
	const positions = new Map(slice.positions.map((position) => [position.id, position]));
	const rows = slice.questions.map((question) => ({
		question,
		lines: balancedLines(question.question, lineLength),
		cells: question.positions.flatMap((id) => {
			const position = positions.get(id);
			const column = columns.find(({ source }) => source.id === position?.source);
			return position && column ? { position, source: column.source, x: column.x } : [];
		}),
	}));
	const opposed = ({ cells }: (typeof rows)[number]): boolean =>
		['affirms', 'denies'].every((stand) => cells.some(({ position }) => position.position === stand));
	const blocks = [
		block('One says yes, another no', rows.filter(opposed)),
		block(
			'Said with reservations, or not by all',
			rows.filter((row) => !opposed(row)),
		),
	];
	return { rowHeight, columnWidth: round(columnWidth), columns, blocks: blocks.filter(({ rows }) => rows.length > 0) };
}

/** The rows that hold something in focus, in one block without a title; all blocks where nothing is. */
export function blocksInFocus({ blocks }: AccountsGeometry, focus: readonly Id[]): readonly BlockPlace[] {
	const rows = blocks.flatMap((block) => block.rows.filter((row) => row.cells.some((cell) => isInFocus(cell, focus))));
	return rows.length ? [block('', rows)] : blocks;
}

/** Whether a position is in focus: it, its question or its source. */
export function isInFocus({ position }: CellPlace, focus: readonly Id[]): boolean {
	return [position.id, position.question, position.source].some((id) => focus.includes(id));
}

function block(title: string, rows: readonly Omit<RowPlace, 'y'>[]): BlockPlace {
	const head = namesHeight + (title ? titleHeight : 0);
	return {
		title,
		head,
		height: head + rows.length * rowHeight,
		rows: rows.map((row, index) => ({ ...row, y: head + (index + 0.5) * rowHeight })),
	};
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
