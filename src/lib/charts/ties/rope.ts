/**
 * What bound the two countries as the strands of a rope, on one scale of years. Each strand
 * ends on the day of its cut and leads, as a hair, to its name. Pixels of a drawing of one width; tested without a page.
 */
import { scaleLinear } from 'd3';
import { dayNumber, dayRange } from '#lib/geometry/days.ts';
import { spread } from '#lib/geometry/spread.ts';
import type { DateSpan, Id } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { byCut, endingLabel } from './describe.ts';

export type RopeSlice = Pick<Story, 'ties' | 'events'>;

/** What differs between a phone and a wide page. */
export interface RopeSize {
	readonly width: number;
	readonly height: number;
	/** Where the years end and the names begin. */
	readonly end: number;
	/** Between two strands, and between two names. */
	readonly gap: number;
	readonly line: number;
	/** Of the longest of the marks of events. */
	readonly reach: number;
	/** Whether there is room to say how and when each strand ended. */
	readonly isTold: boolean;
}

export interface Strand {
	readonly id: Id;
	readonly name: string;
	/** How and when it ended; empty where there is no room. */
	readonly ending: string;
	/** From the last day of the opening to the first day of the cut; a strand whose opening no article tells comes in from the left, dotted. */
	readonly x0: number;
	readonly x1: number;
	/** The stretch in which the cut lies, and its middle. */
	readonly cut: { readonly from: number; readonly at: number; readonly to: number };
	readonly y: number;
	readonly isOpeningKnown: boolean;
	/** The hair from the cut to the name. */
	readonly hair: string;
	readonly label: { readonly x: number; readonly y: number };
}

export interface Rope {
	readonly size: RopeSize;
	readonly strands: readonly Strand[];
	/** Events on the line below: up for cooperation, down for conflict, as far as their scores. */
	readonly events: { readonly up: string; readonly down: string };
	readonly base: number;
	readonly years: readonly { readonly x: number; readonly text: string }[];
}

export const NARROW: RopeSize = { width: 324, height: 252, end: 158, gap: 7, line: 17, reach: 26, isTold: false };
export const WIDE: RopeSize = { width: 1080, height: 330, end: 720, gap: 13, line: 25, reach: 44, isTold: true };

const FIRST = '1991-01-01';
const LAST = '2017-12-31';
/** Goldstein’s scale goes as far both ways. */
const FULL_SCORE = 10;
const AXIS = 20;
const YEARS = [1991, 2000, 2008, 2017];

const pixels = (number: number): number => Math.round(number * 10) / 10;
const middle = ({ min, max }: DateSpan): number => {
	const [from, to] = dayRange(min, max);
	return (from + to) / 2;
};

/** Places every tie with a cut and every event with a score. */
export function rope({ ties, events }: RopeSlice, size: RopeSize): Rope {
	const [first, last] = dayRange(FIRST, LAST);
	const place = scaleLinear().domain([first, last]).range([0, size.end]).clamp(true);
	const at = (span: DateSpan): number => pixels(place(middle(span)));
	const base = size.height - AXIS - size.reach;
	const cut = byCut(ties).flatMap((tie) => (tie.cut ? [{ ...tie, cut: tie.cut }] : []));
	const room = base - size.reach - size.line;
	const top = pixels((room - (cut.length - 1) * size.gap) / 2 + size.line / 2);
	const wishes = cut.map((_, row) => ({ at: top + row * size.gap, slack: 0 }));
	const labels = spread(wishes, size.line, size.line * 0.6, room);
	const strands = cut.map((tie, row): Strand => {
		const y = pixels(top + row * size.gap);
		const [from, to] = dayRange(tie.cut.min, tie.cut.max).map((day) => pixels(place(day))) as [number, number];
		const cut = { from, at: at(tie.cut), to };
		const label = { x: size.end + 14, y: pixels(labels[row] ?? y) };
		const bend = pixels(to + (label.x - 4 - to) * 0.55);
		return {
			...{ id: tie.id, name: tie.short, ending: size.isTold ? endingLabel(tie) : '' },
			...{
				x0: tie.opened ? pixels(place(dayRange(tie.opened.min, tie.opened.max)[1])) : 0,
				x1: from,
				cut,
				y,
				isOpeningKnown: tie.opened !== null,
				label,
			},
			hair: `M${to} ${y}C${bend} ${y} ${bend} ${label.y} ${label.x - 4} ${label.y}`,
		};
	});
	const stems = events.map(({ date, cameo }) => ({ x: at(date), score: cameo?.goldstein ?? 0 }));
	const path = (sign: 1 | -1): string =>
		stems
			.filter(({ score }) => Math.sign(score) === sign)
			.map(({ x, score }) => `M${x} ${base}v${pixels((-score / FULL_SCORE) * size.reach)}`)
			.join('');
	return {
		...{ size, strands, base },
		events: { up: path(1), down: path(-1) },
		years: YEARS.map((year) => ({ x: pixels(place(dayNumber(`${year}-01-01`))), text: String(year) })),
	};
}
