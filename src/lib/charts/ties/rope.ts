/**
 * The ties as strands of a rope on one scale of years: each drawn as in the chart of ties, with a hairline to its name.
 * Pixels of a drawing of one width.
 */
import { shortYears } from '#lib/charts/dates.ts';
import { descending, ticks } from 'd3';
import { dayNumber } from '#lib/geometry/days.ts';
import { spread } from '#lib/geometry/spread.ts';
import { textWidth } from '#lib/geometry/text-width.ts';
import type { Tie } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { byCut, endingLabel } from './describe.ts';
import { spans, yearsOf, type Years } from './spans.ts';
import { rounded } from '#lib/model/numbers.ts';

export type RopeSlice = Pick<Story, 'ties' | 'eras' | 'subject'>;

/** The differences between a phone and a wide page. */
export interface RopeSize {
	readonly width: number;
	/** The furthest right that the years may end, before the names. */
	readonly end: number;
	readonly type: number;
	readonly gap: number;
	readonly line: number;
	/** Thickness of a strand, and length of the three dots for unknown years. */
	readonly bar: number;
	readonly dots: number;
	readonly apart: number;
	/** Whether there is room for how and when each strand ended. */
	readonly isTold: boolean;
}

export type Rope = ReturnType<typeof rope>;

export const NARROW: RopeSize = {
	width: 324,
	end: 142,
	type: 13,
	gap: 13,
	line: 17,
	bar: 6,
	dots: 20,
	apart: 45,
	isTold: false,
};
export const WIDE: RopeSize = {
	width: 1080,
	end: 690,
	type: 18,
	gap: 21,
	line: 25,
	bar: 9,
	dots: 20,
	apart: 80,
	isTold: true,
};

const AXIS = 22;
/** Minimum width of a strand in pixels, so that very short ties are visible. */
const SEEN = 3;

const pixels = (number: number): number => rounded(number, 1);

/** Strands of a picture. */
const STRANDS = 15;

/** The posting of the story's hub, and the ties that most articles report. */
function mostReported({ ties }: RopeSlice): Tie[] {
	const rank = (tie: Tie): number => (tie.holder === null ? tie.sources.length : Infinity);
	return [...ties].sort((a, b) => descending(rank(a), rank(b))).slice(0, STRANDS);
}

/** Positions the ties, at most `STRANDS`, the earliest end on top; `end` is where the years end, so that the longest name fits. */
export function rope(slice: RopeSlice, size: RopeSize) {
	const all = byCut(mostReported(slice)).map((tie) => ({
		...{ tie, name: tie.short },
		/** How and when it ended; empty without room. */
		ending: size.isTold ? endingLabel(tie, shortYears) : '',
	}));
	const longest = Math.max(...all.map(({ name, ending }) => textWidth(ending ? `${name}, ${ending}` : name)));
	const beside = size.dots + 12;
	const end = Math.min(size.end, size.width - beside - Math.ceil((longest * size.type) / 12));
	const years = yearsOf(slice, end);
	const room = all.length * size.line;
	const top = (room - (all.length - 1) * size.gap) / 2;
	const labels = spread(
		all.map((_, row) => ({ at: top + row * size.gap, slack: 0 })),
		size.line,
		size.line / 2,
		room,
	);
	const strands = all.map(({ tie, name, ending }, row) => {
		const y = pixels(top + row * size.gap);
		const own = spans(tie, years, SEEN);
		const label = { x: end + beside, y: pixels(labels[row] ?? y) };
		const from = pixels(own.end === null ? (own.onward ?? end) + size.dots + 3 : own.end + 6);
		const bend = pixels(from + (label.x - 4 - from) * 0.55);
		return {
			...{ id: tie.id, name, ending, spans: own, y, label },
			/** The hairline from its end to the name. */
			hair: `M${from} ${y}C${bend} ${y} ${bend} ${label.y} ${label.x - 4} ${label.y}`,
		};
	});
	return {
		...{ size, end, strands, base: room + 4, height: room + 4 + AXIS },
		years: named(slice, years, size.apart),
	};
}

/** The labelled years: the first, the last, the one in which the posting of the story's hub began, then round ones. */
function named({ ties, subject }: RopeSlice, { first, last, at }: Years, apart: number) {
	const posting = ties.find(({ holder }) => holder === subject.hub.actor)?.opened;
	const began = posting ? [Number(posting.min.slice(0, 4))] : [];
	const wanted = [first, last, ...began, ...ticks(first, last, 3)];
	const placed = new Map<number, number>();
	for (const year of wanted) {
		const x = at(dayNumber(`${String(year).padStart(4, '0')}-01-01`));
		if ([...placed.values()].every((other) => Math.abs(other - x) >= apart)) placed.set(year, x);
	}
	return [...placed].sort(([a], [b]) => a - b).map(([year, x]) => ({ x: pixels(x), text: String(year) }));
}
