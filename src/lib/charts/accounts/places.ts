/** Where the parts of the grid stand. Places along the width in percent, along the height in pixels. */
import type { Source } from '#lib/model/records.ts';
import type { Position, Question } from '#lib/model/questions.ts';

export interface ColumnPlace {
	readonly source: Source;
	/** Percent: its middle. */
	readonly x: number;
	/** Baseline of its name: the names form a stair, the leftmost lowest, so that none crosses the line from another. */
	readonly y: number;
	/** Questions on which the source is not silent. */
	readonly answers: number;
}

/** A place in a row: its middle in percent, and its line of signs. */
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
