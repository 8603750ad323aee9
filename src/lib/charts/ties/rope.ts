/**
 * What bound the two countries as the strands of a rope, on one scale of years: each as the chart of ties draws it, with
 * a hair that leads to its name. Pixels of a drawing of one width; tested without a page.
 */
import { scaleLinear } from 'd3';
import { dayNumber, dayRange } from '#lib/geometry/days.ts';
import { spread } from '#lib/geometry/spread.ts';
import type { Id } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { byCut, endingLabel } from './describe.ts';
import { spans, type Spans } from './spans.ts';

export type RopeSlice = Pick<Story, 'ties'>;

/** What differs between a phone and a wide page. */
export interface RopeSize {
	readonly width: number;
	/** Where the years end and the names begin. */
	readonly end: number;
	/** Between two strands, and between two names. */
	readonly gap: number;
	readonly line: number;
	/** Of a strand, and of the dots for what the articles do not say. */
	readonly bar: number;
	readonly dots: number;
	readonly years: readonly number[];
	/** Whether there is room to say how and when each strand ended. */
	readonly isTold: boolean;
}

export interface Strand {
	readonly id: Id;
	readonly name: string;
	/** How and when it ended; empty where there is no room. */
	readonly ending: string;
	readonly spans: Spans;
	readonly y: number;
	/** The hair from its end to the name. */
	readonly hair: string;
	readonly label: { readonly x: number; readonly y: number };
}

export interface Rope {
	readonly size: RopeSize;
	readonly height: number;
	readonly strands: readonly Strand[];
	readonly base: number;
	readonly years: readonly { readonly x: number; readonly text: string }[];
}

export const NARROW: RopeSize = {
	width: 324,
	end: 142,
	gap: 13,
	line: 17,
	bar: 6,
	dots: 20,
	years: [1991, 2008, 2017],
	isTold: false,
};
export const WIDE: RopeSize = {
	width: 1080,
	end: 700,
	gap: 21,
	line: 25,
	bar: 9,
	dots: 34,
	years: [1991, 2000, 2008, 2017],
	isTold: true,
};

const FIRST = '1991-01-01';
const LAST = '2017-12-31';
const AXIS = 22;
/** Pixels that what an article has standing for a day or so takes, to be seen. */
const SEEN = 3;

const pixels = (number: number): number => Math.round(number * 10) / 10;

/** Places every tie, what ended first on top. */
export function rope({ ties }: RopeSlice, size: RopeSize): Rope {
	const place = scaleLinear().domain(dayRange(FIRST, LAST)).range([0, size.end]).clamp(true);
	const all = byCut(ties);
	const room = all.length * size.line;
	const top = (room - (all.length - 1) * size.gap) / 2;
	const labels = spread(
		all.map((_, row) => ({ at: top + row * size.gap, slack: 0 })),
		size.line,
		size.line / 2,
		room,
	);
	const strands = all.map((tie, row): Strand => {
		const y = pixels(top + row * size.gap);
		const own = spans(tie, place, SEEN);
		const label = { x: size.end + size.dots + 12, y: pixels(labels[row] ?? y) };
		const from = pixels(own.end === null ? (own.onward ?? size.end) + size.dots + 3 : own.end + 6);
		const bend = pixels(from + (label.x - 4 - from) * 0.55);
		return {
			...{ id: tie.id, name: tie.short, ending: size.isTold ? endingLabel(tie) : '', spans: own, y, label },
			hair: `M${from} ${y}C${bend} ${y} ${bend} ${label.y} ${label.x - 4} ${label.y}`,
		};
	});
	return {
		...{ size, strands, base: room + 4, height: room + 4 + AXIS },
		years: size.years.map((year) => ({ x: pixels(place(dayNumber(`${year}-01-01`))), text: String(year) })),
	};
}
