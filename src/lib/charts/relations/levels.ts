/** The heights of the relations chart, in pixels from its top. */
import { signed } from '#lib/charts/words.ts';
import { LINE } from '#lib/geometry/captions.ts';
import { textWidth } from '#lib/geometry/text-width.ts';

export interface Levels {
	readonly height: number;
	/** Of the line between cooperation and conflict, and the pixels that a point of the score takes from there. */
	readonly zero: number;
	readonly unit: number;
	/** Of the first and the last line of labels. */
	readonly labels: { readonly top: number; readonly bottom: number };
	/** Lines at the highest and the lowest score. */
	readonly grid: readonly number[];
	/** The ends of the scale in words, at either edge. */
	readonly signs: readonly Sign[];
	readonly axis: number;
	/** Of text below the axis: four rows where panels stand abreast, three where one stands alone. */
	readonly rows: { readonly abreast: readonly number[]; readonly alone: readonly number[] };
	readonly strip: { readonly y: number; readonly height: number; readonly text: number };
}

/** Words at an edge of the plot; `end`: at the right one. */
export interface Sign {
	readonly text: string;
	readonly y: number;
	readonly end: boolean;
	readonly width: number;
}

const UNIT = 10;
const HEAD = 10;
/** Rows of labels below the longest stem: five answers to one event may stand side by side. */
const ROWS = 4;

/** The heights for scores from `low` to `high`; the scale runs to the next even number, and at least to two. */
export function levels(low: number, high: number): Levels {
	const [least, most] = [-evenUp(-low), evenUp(high)];
	const top = HEAD + 20;
	const zero = top + most * UNIT;
	const bottom = zero - least * UNIT;
	const axis = bottom + 9 + ROWS * LINE;
	const strip = axis + 73;
	return {
		...{ zero, unit: UNIT, axis, height: strip + 8 + LINE },
		labels: { top: HEAD + LINE, bottom: axis - 4 },
		grid: [top, bottom],
		signs: [
			sign('score on the Goldstein scale', HEAD, false),
			sign(`cooperation ↑ to ${whole(most)}`, HEAD, true),
			sign(`conflict ↓ to ${whole(least)}`, axis - 5, true),
		],
		rows: { abreast: [15, 28, 44, 57].map((y) => axis + y), alone: [15, 33, 49].map((y) => axis + y) },
		strip: { y: strip, height: 5, text: strip + 17 },
	};
}

function sign(text: string, y: number, end: boolean): Sign {
	return { text, y, end, width: textWidth(text) };
}

function evenUp(score: number): number {
	return Math.max(2, Math.ceil(score / 2) * 2);
}

function whole(score: number): string {
	return signed(score).replace('.0', '');
}
