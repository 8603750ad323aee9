/** Where the eras stand side by side, and where a day falls in each. Percent of the width. */
import { scaleLinear } from 'd3';
import { dayRange } from '#lib/geometry/days.ts';
import { textWidth } from '#lib/geometry/text-width.ts';
import type { Era, Id } from '#lib/model/records.ts';

/** The narrowest plot, in pixels: what holds there holds at every width. */
export const NARROW = 284;

export interface Panel {
	readonly era: Era;
	readonly x: number;
	readonly width: number;
	/** Percent of the width at which a day of `dayNumber` begins, inside the panel's margins; linear. */
	readonly at: (day: number) => number;
	/** The first and the last place for a stem. */
	readonly from: number;
	readonly to: number;
}

/** Pixels at `NARROW` between two panels. */
const GAP = 9;
/** Pixels at `NARROW` between a panel's edge and its first or last day. */
const MARGIN = 4;

/** Pixels at the narrowest plot as percent of the width. */
export function narrowPercent(pixels: number): number {
	return (pixels / NARROW) * 100;
}

/** "1991–2007", "2008–13", "2016": the years of an era as its heading has them. */
export function years({ from, to }: Pick<Era, 'from' | 'to'>): string {
	const [a, b] = [from.slice(0, 4), to.slice(0, 4)];
	if (a === b) return a;
	return `${a}–${a.slice(0, 2) === b.slice(0, 2) ? b.slice(2) : b}`;
}

/** "17 years", "1 year": how long an era is. */
export function spell({ from, to }: Pick<Era, 'from' | 'to'>): string {
	const count = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1;
	return `${count} ${count === 1 ? 'year' : 'years'}`;
}

/**
 * All eras side by side: the room that headings need, and beyond it widths in proportion to `crowd`, the number of stems
 * that stand side by side in each era.
 */
export function panelsAbreast(eras: readonly Era[], crowd: ReadonlyMap<Id, number>): Panel[] {
	const available = NARROW - GAP * (eras.length - 1);
	const least = eras.map((era) => Math.max(textWidth(years(era)), textWidth(spell(era))) - GAP / 2);
	const widths = shares(
		available,
		least,
		eras.map((era) => (crowd.get(era.id) ?? 0) + 1),
	);
	return eras.map((era, index) => {
		const before = widths.slice(0, index).reduce((sum, width) => sum + width + GAP, 0);
		return panel(era, before, widths[index] ?? 0);
	});
}

/** One era over the whole width. */
export function panelAlone(era: Era): Panel {
	return panel(era, 0, NARROW);
}

function panel(era: Era, left: number, width: number): Panel {
	const [from, to] = [narrowPercent(left + MARGIN), narrowPercent(left + width - MARGIN)];
	const at = scaleLinear().domain(dayRange(era.from, era.to)).range([from, to]);
	return { era, x: narrowPercent(left), width: narrowPercent(width), at: (day) => at(day), from, to };
}

/** Divides a total in proportion to wants, none below its least. Where the least is too much already, by the least. */
function shares(total: number, least: readonly number[], wants: readonly number[]): number[] {
	const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
	if (sum(least) >= total) return least.map((each) => (each / sum(least)) * total);
	const held = new Set<number>();
	for (;;) {
		const free = wants.filter((_, index) => !held.has(index));
		const rest = total - sum(least.filter((_, index) => held.has(index)));
		const widths = wants.map((want, index) => (held.has(index) ? (least[index] ?? 0) : (want / sum(free)) * rest));
		const short = widths.findIndex((width, index) => !held.has(index) && width < (least[index] ?? 0));
		if (short < 0) return widths;
		held.add(short);
	}
}
