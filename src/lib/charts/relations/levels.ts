/** The heights of the relations chart, in pixels from its top. */
import { signed } from '#lib/charts/words.ts';

export interface Levels {
	readonly height: number;
	/** Of the line between cooperation and conflict, and the pixels that a point of the score takes from there. */
	readonly zero: number;
	readonly unit: number;
	/** The nearest row of labels on either side. */
	readonly labels: { readonly up: number; readonly down: number };
	/** Lines at the highest and the lowest score, with their numbers. */
	readonly grid: readonly { readonly y: number; readonly text: string; readonly textY: number }[];
	/** What the two directions mean. */
	readonly corners: readonly { readonly y: number; readonly text: string }[];
	readonly axis: number;
	/** Of text below the axis: three rows where panels stand abreast, two where one stands alone. */
	readonly rows: { readonly abreast: readonly [number, number, number]; readonly alone: readonly [number, number] };
	readonly strip: { readonly y: number; readonly height: number; readonly text: number };
}

/** Pixels from one row of text to the next. */
export const LINE = 13;
/** Rows of labels. Conflict has more: five answers to one event may stand side by side. */
export const ROWS = { up: 2, down: 5 };
export const CORNERS = { up: 'cooperation ↑', down: 'conflict ↓' };

const UNIT = 10;
/** Pixels between the tip of the longest stem and the nearest label. */
const CLEAR = 9;

/** The heights for scores from `low` to `high`; the scale runs to the next even number, and at least to two. */
export function levels(low: number, high: number): Levels {
	const [least, most] = [-evenUp(-low), evenUp(high)];
	const zero = ROWS.up * LINE + CLEAR + most * UNIT;
	const [top, bottom] = [zero - most * UNIT, zero - least * UNIT];
	const axis = bottom + CLEAR + ROWS.down * LINE + 3;
	const strip = axis + LINE * 3 + 16;
	return {
		...{ zero, unit: UNIT, axis, height: strip + 8 + LINE },
		labels: { up: top - CLEAR, down: bottom + CLEAR + 9 },
		grid: [
			{ y: top, text: whole(most), textY: top + 12 },
			{ y: bottom, text: whole(least), textY: bottom - 5 },
		],
		corners: [
			{ y: top - CLEAR - (ROWS.up - 1) * LINE, text: CORNERS.up },
			{ y: bottom + CLEAR + 9 + (ROWS.down - 1) * LINE, text: CORNERS.down },
		],
		rows: { abreast: [axis + 15, axis + 15 + LINE, axis + 15 + 2 * LINE], alone: [axis + 16, axis + 34] },
		strip: { y: strip, height: 5, text: strip + 17 },
	};
}

function evenUp(score: number): number {
	return Math.max(2, Math.ceil(score / 2) * 2);
}

function whole(score: number): string {
	return signed(score).replace('.0', '');
}
