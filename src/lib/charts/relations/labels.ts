/** Which marks a step names on the chart, and where. */
import { descending } from 'd3';
import { placeCaptions, setting, takenBy, type Named, type Obstacle, type Setting } from '#lib/geometry/captions.ts';
import { textWidth } from '#lib/geometry/text-width.ts';
import type { StepState } from '#lib/model/chart.ts';
import type { Id } from '#lib/model/records.ts';
import type { MarkPlace } from './geometry.ts';
import type { Levels } from './levels.ts';
import { stem, whisker, WIDE, WIDTHS } from './obstacles.ts';
import type { Spot } from './stems.ts';

export interface LabelPlace extends Setting {
	readonly id: Id;
	readonly text: string;
	/** Percent of the width. */
	readonly x: number;
	/** The text's baseline. */
	readonly y: number;
	/** Its leader runs down or up between these; null where the text stands at its mark. */
	readonly leader: readonly [number, number] | null;
	/** Whether the step points at it; where it points at nothing, whether it stands for its era. */
	readonly first: boolean;
	/** Whether only a wide plot has room for it. */
	readonly wide: boolean;
}

export interface LabelMaterial {
	readonly marks: readonly MarkPlace[];
	/** Index of the frame. */
	readonly frame: number;
	readonly levels: Levels;
	/** Ids of marks, the most telling first. */
	readonly telling: readonly Id[];
	/** What stands in the frame beside its marks. */
	readonly shut: readonly Obstacle[];
}

interface Here {
	readonly mark: MarkPlace;
	readonly spot: Spot;
}

/** Rows away from a mark in which its name may stand, where the step points at it; elsewhere it stands at the mark. */
const ROWS = 9;
/** How many marks that a step does not point at are named: on any plot, and on a wide one. */
const CONTEXT = { narrow: 3, wide: 7 };

/**
 * Names what a step points at, then the most telling of the rest, as far as there is room; where it points at nothing,
 * one mark for each era and side.
 */
export function labelPlaces(step: StepState, { marks, frame, levels, telling, shut }: LabelMaterial): LabelPlace[] {
	const here = marks.flatMap((mark): Here[] => (mark.spots[frame] ? [{ mark, spot: mark.spots[frame] }] : []));
	const find = (ids: readonly Id[]): Here[] => ids.flatMap((id) => here.find(({ mark }) => mark.id === id) ?? []);
	const ranked = find(telling);
	const focused = step.focus.length > 0;
	const first = focused ? find(step.focus) : landmarks(ranked);
	const days = (list: readonly Here[]): Obstacle[] => list.flatMap(({ mark, spot }) => whisker(mark, spot, levels));
	const always = [...shut, ...here.flatMap(({ mark, spot }) => stem(mark, spot, levels))];

	const placed: LabelPlace[] = [];
	const taken: Obstacle[] = [];
	const place = (list: readonly Here[], most: number, wide: boolean, beside: readonly Here[]): void => {
		const open = list.filter(({ mark }) => !placed.some(({ id }) => id === mark.id));
		const named = open.map(({ mark, spot }) => toName(mark, spot, levels));
		const near = most < Infinity;
		const widths = wide ? WIDTHS.filter((width) => width >= WIDE) : WIDTHS;
		const room = { ...levels.labels, widths, rows: near ? 0 : ROWS, most };
		for (const [index, found] of placeCaptions(named, [...always, ...taken, ...days(beside)], room).entries()) {
			const [each, name] = [open[index], named[index]];
			if (!each || !name || !found) continue;
			const { dx, y, leader } = found;
			const { id, label: text } = each.mark;
			taken.push(...takenBy(name, found));
			placed.push({
				id,
				text,
				x: each.spot.x,
				y,
				leader,
				first: first.includes(each),
				wide,
				...setting(dx, name.width),
			});
		}
	};
	for (const wide of [false, true]) {
		for (const up of [true, false])
			place(
				first.filter(({ mark }) => mark.up === up),
				Infinity,
				wide,
				focused ? first : [],
			);
		if (focused || wide) place(ranked, wide ? CONTEXT.wide : CONTEXT.narrow, wide, here);
	}
	return placed;
}

/** What most articles report comes first, then what a step speaks of before all else, then what weighs most. */
export function byTelling(marks: readonly MarkPlace[], steps: readonly StepState[]): Id[] {
	const leads = new Set(steps.map(({ focus }) => focus[0]));
	return [...marks]
		.sort(
			(a, b) =>
				descending(a.sources, b.sources) ||
				descending(Number(leads.has(a.id)), Number(leads.has(b.id))) ||
				descending(Math.abs(a.tip), Math.abs(b.tip)),
		)
		.map(({ id }) => id);
}

function landmarks(ranked: readonly Here[]): Here[] {
	return ranked.filter(
		({ mark }, index) =>
			ranked.findIndex((other) => other.mark.era === mark.era && other.mark.up === mark.up) === index,
	);
}

function toName({ tip, label }: MarkPlace, { x }: Spot, { zero }: Levels): Named {
	return { x: x / 100, y: zero + tip, foot: zero, width: textWidth(label) };
}
