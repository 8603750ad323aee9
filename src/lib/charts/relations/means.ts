/** Where a frame's mean is named beside its line. */
import { isClear, type Obstacle } from '#lib/geometry/captions.ts';
import { textWidth } from '#lib/geometry/text-width.ts';
import { signed } from '#lib/charts/words.ts';
import type { Levels } from './levels.ts';
import { WIDTHS } from './obstacles.ts';
import type { Scene } from './scenes.ts';

export interface MeanLabel {
	readonly text: string;
	/** Percent of the width. */
	readonly x: number;
	readonly y: number;
	readonly anchor: 'start' | 'middle' | 'end';
	/** What it takes from the names of marks. */
	readonly taken: Obstacle;
}

/** Pixels from the line to the baseline of words above it, and below it. */
const BESIDE = [-4, 11];
/** Pixels between the words and anything else. */
const CLEAR = 3;

/**
 * Names the mean of a panel that has the whole width, at an end of its line or in the widest gap between `stems`; null
 * where it has none, or no room.
 * @param xs of the stems, in percent of the width
 */
export function meanLabel(
	scene: Scene,
	xs: readonly number[],
	stems: readonly Obstacle[],
	levels: Levels,
): MeanLabel | null {
	const mean = scene.panels.length === 1 ? scene.panels[0]?.mean : null;
	if (!mean) return null;
	const line = levels.zero - mean.score * levels.unit;
	const places = [
		{ x: 100, anchor: 'end' as const },
		{ x: 0, anchor: 'start' as const },
		...widestGaps(xs).map((x) => ({ x, anchor: 'middle' as const })),
	];
	const tried = [`mean ${signed(mean.score)}`, 'mean'].flatMap((text) =>
		places.flatMap(({ x, anchor }) => BESIDE.map((dy) => label(text, x, line + dy, anchor))),
	);
	return tried.find(({ taken }) => isClear([taken], stems, WIDTHS)) ?? null;
}

function label(text: string, x: number, y: number, anchor: MeanLabel['anchor']): MeanLabel {
	const width = textWidth(text) + CLEAR;
	const left = { start: CLEAR, middle: width / 2, end: width }[anchor];
	const across = { from: x / 100, to: x / 100, left, right: width + CLEAR - left };
	return { text, x, y, anchor, taken: { ...across, top: y - 8.5, bottom: y + 1 } };
}

/** The middles of the gaps between stems, the widest first. */
function widestGaps(xs: readonly number[]): number[] {
	const sorted = [0, ...xs, 100].sort((a, b) => a - b);
	return sorted
		.slice(1)
		.map((x, index) => ({ middle: (x + (sorted[index] ?? 0)) / 2, width: x - (sorted[index] ?? 0) }))
		.sort((a, b) => b.width - a.width)
		.map(({ middle }) => middle);
}
