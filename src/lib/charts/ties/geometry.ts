/** Where ties stand: a row each, on one linear axis. Across in percent of the width, up and down in pixels. */
import { scaleLinear } from 'd3';
import { dayNumber, dayRange } from '#lib/geometry/days.ts';
import { setting, type Setting } from '#lib/geometry/setting.ts';
import { textWidth } from '#lib/geometry/text-width.ts';
import type { Id, Tie } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { cluster, type Cluster } from './cluster.ts';
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
	/** The middle of its bar, below the top of the row. */
	readonly bar: number;
	/** When it certainly stood; null where its dates leave no such day. What did not end runs to the last time an article has it. */
	readonly sure: Stretch | null;
	/** In which it opened, and in which it was cut, on some day that the articles do not name. */
	readonly opening: Stretch | null;
	readonly cutting: Stretch | null;
	/** From the last day on which it may have been cut; null for what was not. */
	readonly after: Stretch | null;
	/** Where the dots end that stand for an opening which is not in the articles. */
	readonly unknown: number | null;
	/** Where it was certainly shut. */
	readonly shut: number | null;
	readonly title: TextPlace;
	/** The same before the bar, for wide plots; null where there is no room even there. */
	readonly before: TextPlace | null;
	readonly ending: TextPlace;
}

export interface TiesGeometry {
	readonly height: number;
	/** Of the first row and of the axis below the last. */
	readonly top: number;
	readonly axis: number;
	readonly ticks: readonly { readonly x: number; readonly text: string }[];
	readonly rows: readonly TiePlace[];
	/** The years in which most of them end, and how that is said on the chart. */
	readonly cluster: (Stretch & Pick<Cluster, 'years'> & { readonly text: string }) | null;
}

/** Pixels that a bar takes, and the dots before one. */
export const BAR = 10;
export const DOTS = 30;

/** The narrowest plot, and the narrowest in which titles stand before their bars, in pixels. */
const NARROW = 284;
const WIDE = 512;
const FIRST = '1991-01-01';
const LAST = '2017-12-31';
const TOP = 24;
const ROW = 34;
const LINE = 12;
const BETWEEN = 12;
const NAMED_YEARS = [1995, 2000, 2005, 2010, 2015];

const place = scaleLinear().domain(dayRange(FIRST, LAST)).range([0, 99]).clamp(true);

/** Places every tie. Steps change only the emphasis: there are no frames, and every label is always there. */
export function tiesGeometry(slice: TiesSlice): TiesGeometry {
	let y = TOP;
	const ties = byCut(slice.ties);
	const rows = ties.map((tie) => {
		const row = tieRow(tie, slice, y);
		y += row.height;
		return row;
	});
	const cut = cluster(ties);
	const together = cut && { ...cut, ...stretch(...around(cut.from, cut.to)) };
	return {
		...{ height: y + 44, top: TOP, axis: y + 2, rows, cluster: together },
		ticks: NAMED_YEARS.map((year) => ({ x: place(dayNumber(`${year}-01-01`)), text: String(year) })).filter(
			({ x }) => !together || x < together.x,
		),
	};
}

function tieRow(tie: Tie, slice: TiesSlice, y: number): TiePlace {
	const opened = tie.opened && around(tie.opened.min, tie.opened.max);
	const cut = tie.cut && around(tie.cut.min, tie.cut.max);
	const stood = tie.stood && seen(...around(tie.stood.min, tie.stood.max));
	const to = cut?.[0] ?? stood?.[1] ?? 100;
	// An order to end it shuts no door.
	const shut = tie.outcome === 'ordered to end' ? null : (cut?.[1] ?? null);
	const from = opened?.[1] ?? stood?.[0] ?? null;
	const known = stood?.[0] ?? to;
	const end = cut ?? stood;
	return {
		...{ id: tie.id, name: markName(tie, slice), y, shut },
		sure: from === null ? null : part(from, to),
		opening: opened && part(opened[0], Math.min(opened[1], to)),
		cutting: cut && part(...cut),
		after: shut === null ? null : part(shut, 100),
		unknown: opened ? null : known,
		...texts(tie, { x: opened?.[0] ?? known, dots: !opened }, end ? (end[0] + end[1]) / 2 : 100),
	};
}

/** Title and ending on one line above the bar where the narrowest plot holds both, else the ending below the bar. */
function texts(
	tie: Tie,
	start: { readonly x: number; readonly dots: boolean },
	to: number,
): Pick<TiePlace, 'title' | 'before' | 'ending' | 'bar' | 'height'> {
	const ending = endingLabel(tie);
	const [titleWidth, endingWidth] = [textWidth(tie.short), textWidth(ending)];
	const end = (to / 100) * NARROW;
	const endingLeft = Math.max(0, Math.min(NARROW - endingWidth, end - endingWidth / 2));
	const abreast = titleWidth + BETWEEN <= endingLeft;
	const bar = LINE + 11;
	const dx = -(start.dots ? DOTS : 0) - 8;
	const fits = (start.x / 100) * WIDE + dx >= titleWidth;
	return {
		...{ bar, height: abreast ? ROW : ROW + LINE + 2 },
		title: { text: tie.short, x: 0, y: LINE, dx: 0, anchor: 'start' },
		before: fits ? { text: tie.short, x: start.x, y: bar + 4, dx, anchor: 'end' } : null,
		ending: { text: ending, x: to, y: abreast ? LINE : bar + 20, ...setting(endingLeft - end, endingWidth) },
	};
}

/** What an article has standing for a day or so is still to be seen. */
function seen(from: number, to: number): [number, number] {
	return [Math.min(from, to - 1), to];
}

function around(min: string, max: string): [number, number] {
	const [from, to] = dayRange(min, max);
	return [place(from), place(to)];
}

const stretch = (from: number, to: number): Stretch => ({ x: from, width: to - from });

/** A stretch; null where it has no length. */
const part = (from: number, to: number): Stretch | null => (to > from ? stretch(from, to) : null);
