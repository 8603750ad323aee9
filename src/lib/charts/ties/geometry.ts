/** Where ties stand: a row each, on one linear axis. Across in percent of the width, up and down in pixels. */
import { scaleLinear } from 'd3';
import { dayNumber, dayRange } from '#lib/geometry/days.ts';
import { setting, type Setting } from '#lib/geometry/captions.ts';
import { textWidth } from '#lib/geometry/text-width.ts';
import type { DateSpan, Id, Tie } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { byCut, endingLabel, markName } from './describe.ts';

export type TiesSlice = Pick<Story, 'ties' | 'sources'>;

interface Stretch {
	readonly x: number;
	readonly width: number;
}

/** Text set at `x`, its baseline `y` below the top of its row. */
export interface TextPlace extends Setting {
	readonly text: string;
	readonly x: number;
	readonly y: number;
}

export interface TiePlace {
	readonly id: Id;
	readonly name: string;
	readonly y: number;
	readonly height: number;
	/** Of the bar, below the top of the row. */
	readonly bar: number;
	/** When it certainly stood; null where its dates leave no such day. */
	readonly sure: Stretch | null;
	/** In which it opened, and in which it was cut, on some day that the articles do not name. */
	readonly opening: Stretch | null;
	readonly cutting: Stretch | null;
	/** Before the cut of a tie whose opening is not in the articles; and what is said on it, the first time. */
	readonly unknown: Stretch | null;
	readonly note: string | null;
	/** The middle of the opening and of the cut. */
	readonly opened: number | null;
	readonly cut: number | null;
	readonly title: TextPlace;
	readonly ending: TextPlace;
}

export interface TiesGeometry {
	readonly height: number;
	readonly axis: number;
	readonly ticks: readonly { readonly x: number; readonly text: string }[];
	readonly rows: readonly TiePlace[];
}

export const BAR_HEIGHT = 7;

const NARROW = 288;
const FIRST = '1991-01-01';
const LAST = '2017-12-31';
const ROW = 38;
const LINE = 14;
const BETWEEN = 12;
const NAMED_YEARS = [1995, 2000, 2005, 2010, 2015];

const place = scaleLinear().domain(dayRange(FIRST, LAST)).range([0, 99]).clamp(true);

/** Places every tie. Steps change only the emphasis: there are no frames, and every label is always there. */
export function tiesGeometry(slice: TiesSlice): TiesGeometry {
	let y = 0;
	const ties = byCut(slice.ties);
	const noted = ties.find((tie) => !tie.opened);
	const rows = ties.map((tie) => {
		const row = { ...tieRow(tie, slice, y), note: tie === noted ? 'opening not in the articles' : null };
		y += row.height;
		return row;
	});
	const ticks = NAMED_YEARS.map((year) => ({ x: place(dayNumber(`${year}-01-01`)), text: String(year) }));
	return { height: y + 20, axis: y, rows, ticks };
}

function tieRow(tie: Tie, slice: TiesSlice, y: number): Omit<TiePlace, 'note'> {
	const opened = tie.opened && interval(tie.opened);
	const cut = tie.cut && interval(tie.cut);
	const from = opened?.to ?? null;
	const to = cut?.from ?? 100;
	return {
		...{ id: tie.id, name: markName(tie, slice), y },
		sure: from === null ? null : stretch(from, to),
		opening: opened && stretch(opened.from, Math.min(opened.to, to)),
		cutting: cut && stretch(cut.from, cut.to),
		unknown: opened ? null : stretch(0, to),
		opened: opened && (opened.from + opened.to) / 2,
		cut: cut && (cut.from + cut.to) / 2,
		...texts(tie, opened?.from ?? 0, cut ? (cut.from + cut.to) / 2 : 100),
	};
}

/** Title and ending on one line above the bar where the narrowest plot holds both, else the ending below the bar. */
function texts(tie: Tie, from: number, to: number): Pick<TiePlace, 'title' | 'ending' | 'bar' | 'height'> {
	const ending = endingLabel(tie);
	const [titleWidth, endingWidth] = [textWidth(tie.short), textWidth(ending)];
	const [start, end] = [from, to].map((share) => (share / 100) * NARROW) as [number, number];
	const endingLeft = within(end - endingWidth / 2, NARROW - endingWidth);
	const abreast = titleWidth + BETWEEN <= endingLeft;
	const titleLeft = within(start, (abreast ? endingLeft - BETWEEN : NARROW) - titleWidth);
	return {
		title: { text: tie.short, x: from, y: LINE, ...setting(titleLeft - start, titleWidth) },
		ending: { text: ending, x: to, y: abreast ? LINE : LINE * 2 + 12, ...setting(endingLeft - end, endingWidth) },
		bar: LINE + 6,
		height: abreast ? ROW : ROW + LINE,
	};
}

function within(left: number, most: number): number {
	return Math.max(0, Math.min(most, left));
}

function interval({ min, max }: DateSpan): { from: number; to: number } {
	const [from, to] = dayRange(min, max);
	return { from: place(from), to: place(to) };
}

function stretch(from: number, to: number): Stretch | null {
	return to > from ? { x: from, width: to - from } : null;
}
