/** What words on the relations chart keep clear of: stems, lines, and words that are always there. */
import type { Obstacle } from '#lib/geometry/captions.ts';
import type { MarkPlace } from './geometry.ts';
import type { Levels } from './levels.ts';
import { NARROW } from './panels.ts';
import type { Scene } from './scenes.ts';
import type { Spot } from './stems.ts';

/** Widths of the plot, in pixels, at which words are checked: the narrowest, and some up to that of a large screen. */
export const WIDTHS = [NARROW, 330, 380, 440, 512, 640, 740, 900, 1150, 1560];
/** From here on a plot has room for more words. */
export const WIDE = 512;

/** Pixels that a stem and its head take to either side, and the head beyond the tip. */
const STEM = 3;
const HEAD = 6;

/** A stem and its head. Percent become shares. */
export function stem({ up, tip }: MarkPlace, { x }: Spot, { zero }: Levels): Obstacle[] {
	const end = zero + tip;
	return [
		{ ...upright(x, STEM), top: Math.min(zero, end), bottom: Math.max(zero, end) },
		{ ...upright(x, HEAD), top: end - (up ? HEAD : HEAD - 2), bottom: end + (up ? HEAD - 2 : HEAD) },
	];
}

/** The days on which it may have happened. */
export function whisker({ tip }: MarkPlace, { x, whisker: days }: Spot, { zero }: Levels): Obstacle[] {
	if (!days) return [];
	const [from, to] = [(x + days.x) / 100, (x + days.x + days.width) / 100];
	return [{ from, to, left: 0, right: 0, top: zero + tip - 1, bottom: zero + tip + 1, line: true }];
}

/** The zero line, the means, and the words at the edges. */
export function furniture({ panels }: Scene, { zero, unit, signs }: Levels): Obstacle[] {
	const across = panels.map(({ x, width }) => ({ from: x / 100, to: (x + width) / 100, left: 0, right: 0 }));
	const lines = panels.flatMap(({ mean }, index) =>
		[zero, ...(mean ? [zero - mean.score * unit] : [])].map((y) => ({
			...(across[index] ?? { from: 0, to: 1, left: 0, right: 0 }),
			...{ top: y - 1, bottom: y + 1, line: true },
		})),
	);
	return [
		...lines,
		...signs.map(({ y, end, width }) => ({
			...{ from: Number(end), to: Number(end), left: end ? width + 6 : 0, right: end ? 0 : width + 6 },
			...{ top: y - 9, bottom: y + 3 },
		})),
	];
}

function upright(x: number, pixels: number): Pick<Obstacle, 'from' | 'to' | 'left' | 'right' | 'line'> {
	return { from: x / 100, to: x / 100, left: pixels, right: pixels, line: true };
}
