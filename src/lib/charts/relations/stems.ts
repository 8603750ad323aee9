/** Where stems stand in one frame. Percent of the width. */
import { group } from 'd3';
import { dayRange } from '#lib/geometry/days.ts';
import { spread } from '#lib/geometry/spread.ts';
import type { Id } from '#lib/model/records.ts';
import type { ScoredEvent } from './describe.ts';
import { narrowPercent, type Panel } from './panels.ts';

export interface Spot {
	readonly x: number;
	/** The days on which it may have happened, from `x`; null for a single day. */
	readonly whisker: { readonly x: number; readonly width: number } | null;
	/** Width of the area that answers to a pointer: it ends halfway to the nearest stem on the same side. */
	readonly hit: number;
}

/** Pixels that answer to a pointer, where there is room (WCAG 2.2, 2.5.8). */
const TARGET = 24;

/** Which way a stem points: an act without weight stands on the line, from above. */
export function isUp(event: ScoredEvent): boolean {
	return event.cameo.goldstein >= 0;
}

/**
 * Places the stem of each event in the panel of its era, as near as possible to the middle of the days on which it may
 * have happened, and no closer than `gap` pixels (at the narrowest plot) to the next on its side of the line.
 * Where middles coincide, stems keep the order of the events. Events of eras without a panel are left out.
 */
export function placeStems(events: readonly ScoredEvent[], panels: readonly Panel[], gap: number): Map<Id, Spot> {
	const sides = [events.filter(isUp), events.filter((event) => !isUp(event))];
	return new Map(sides.flatMap((side) => [...placeSide(side, panels, gap)]));
}

function placeSide(events: readonly ScoredEvent[], panels: readonly Panel[], gap: number): [Id, Spot][] {
	const byEra = group(events, (event) => event.era);
	const stems = panels.flatMap((panel) => {
		const wishes = (byEra.get(panel.era.id) ?? [])
			.map((event) => ({ event, ...wish(event, panel) }))
			.sort((a, b) => a.at - b.at);
		const places = spread(wishes, narrowPercent(gap), panel.from, panel.to);
		return wishes.map(({ event }, index) => ({ event, x: places[index] ?? panel.from }));
	});
	return stems.map(({ event, x }, index) => {
		const neighbours = [stems[index - 1], stems[index + 1]].flatMap((stem) => (stem ? Math.abs(stem.x - x) : []));
		const hit = Math.min(narrowPercent(TARGET), ...neighbours);
		return [event.id, { x, whisker: whisker(event, panels, x), hit }];
	});
}

/** The middle of the part of its interval that lies in its era. */
function wish({ date }: ScoredEvent, panel: Panel): { at: number; slack: number } {
	const [from, to] = dayRange(panel.era.from, panel.era.to);
	const [min, max] = dayRange(date.min, date.max);
	const [x1, x2] = [panel.at(Math.max(from, min)), panel.at(Math.min(to, max))];
	return { at: (x1 + x2) / 2, slack: (x2 - x1) / 2 };
}

/** Keeps to its panel where others stand beside that; alone, it runs off the drawing where the days go on. */
function whisker({ date, era }: ScoredEvent, panels: readonly Panel[], x: number): Spot['whisker'] {
	const panel = panels.find((each) => each.era.id === era);
	if (date.min === date.max || !panel) return null;
	const [min, max] = dayRange(date.min, date.max);
	const [first, last] = dayRange(panel.era.from, panel.era.to);
	const [from, to] = panels.length > 1 ? [panel.x, panel.x + panel.width] : [0, 100];
	const [x1, x2] = [min < first ? from : panel.at(min), max > last ? to : panel.at(max)];
	return { x: x1 - x, width: x2 - x1 };
}
