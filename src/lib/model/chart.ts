/** What a chart passes to the figure round it. Types only. */
import type { Step } from './copy.ts';
import type { Id } from './records.ts';

/** The state of a chart: everything it draws follows from the data and this. */
export type StepState = Pick<Step, 'id' | 'frame' | 'focus'>;

/** The same rows as the chart's marks, in words. The first cell of a row links to the evidence of `id`. */
export interface Table {
	readonly caption: string;
	readonly columns: readonly string[];
	/** Neighbouring rows of the same `group` stand together under its name. */
	readonly rows: readonly {
		readonly id: Id;
		readonly formerly?: readonly Id[];
		readonly group?: string;
		/** Of an answer: the question, whose row stands above. */
		readonly under?: Id;
		readonly cells: readonly string[];
	}[];
}

/** Pixels; of an SVG, its own size. */
export interface PictureSize {
	readonly width: number;
	readonly height: number;
}
