/** Positions of the ties: a row each, on one linear axis. Across in percent of the width, up and down in pixels. */
import { ticks } from 'd3';
import { dayNumber, dayRange } from '#lib/geometry/days.ts';
import { textAnchor, type TextAnchor, textWidth } from '#lib/geometry/text-width.ts';
import type { Id, Tie } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { byCut, endingLabel, markName, openingLabel, articleCountLabel } from './describe.ts';
import { spans, type Spans, type Stretch, yearsOf, type Years } from './spans.ts';

type TiesSlice = Pick<Story, 'ties' | 'sources' | 'eras'>;

/** Text set at `x`, its baseline `y` below the top of its row. */
export interface TextPlace extends TextAnchor {
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
	readonly spans: Spans;
	readonly title: TextPlace;
	/** When it opened, before the bar; null if no article says, or there is no room. */
	readonly opening: TextPlace | null;
	/** Both before the bar, for wide plots; null if there is no room. */
	readonly before: TextPlace | null;
	readonly ending: TextPlace;
}

export interface TiesGeometry {
	readonly height: number;
	readonly articleCount: string;
	/** Of the first row and of the axis below the last. */
	readonly top: number;
	readonly axis: number;
	/** Percent: where the years end. */
	readonly width: number;
	readonly ticks: readonly { readonly x: number; readonly text: string }[];
	readonly rows: readonly TiePlace[];
	/** The years in which most of them end, with the words on the chart. */
	readonly cluster: (Stretch & Pick<Cluster, 'years' | 'text' | 'counted'>) | null;
}

/** Height of a bar in pixels, and length of the three dots before one: no time that an article tells. */
export const BAR = 10;
export const DOTS = 18;

/** The narrowest plot, and the narrowest in which titles stand before their bars, in pixels. */
const NARROW = 288;
const WIDE = 512;
/** Percent of the width for the years; the rest is for ties that continue. */
const ALL = 93;
/** Minimum width of a bar in percent, so that very short ties are visible. */
const SEEN = 1;
const TOP = 24;
const ROW = 31;
const LINE = 12;
const BETWEEN = 8;
/** Pixels from the words under a bar to those of the next. */
const APART = 8;
/** About how many years are labelled, if there is room. */
const NAMED = 5;

/** Positions every tie. Steps change only the emphasis: there are no frames, and every label is always shown. */
export function tiesGeometry(slice: TiesSlice): TiesGeometry {
	let y = TOP;
	const ties = byCut(slice.ties);
	const years = yearsOf(slice, ALL);
	const rows = ties.map((tie) => {
		const row = tieRow(tie, slice, years, y);
		y += row.height;
		return row;
	});
	const cut = cluster(ties);
	const together = cut && { ...cut, ...stretch(...around(cut.from, cut.to, years)) };
	return {
		...{ height: y + 64, top: TOP, axis: y + 2, width: ALL, rows, cluster: together },
		articleCount: articleCountLabel(slice),
		ticks: named(years).filter(({ x }) => !together || x < together.x),
	};
}

/** Round years, as many as fit, but none right at the beginning. */
function named({ first, last, at }: Years): TiesGeometry['ticks'] {
	return ticks(first, last, NAMED)
		.filter((year) => Number.isInteger(year) && year > first)
		.map((year) => ({ x: at(dayNumber(`${String(year).padStart(4, '0')}-01-01`)), text: String(year) }));
}

function tieRow(tie: Tie, slice: TiesSlice, years: Years, y: number): TiePlace {
	const own = spans(tie, years, SEEN);
	const { before, opening, sure, cutting, end, onward } = own;
	const start = before ?? opening?.x ?? sure?.x ?? 0;
	const last = cutting ? cutting.x + cutting.width / 2 : (end ?? onward ?? 100);
	return {
		...{ id: tie.id, name: markName(tie, slice), y, spans: own },
		...texts(tie, { x: start, dots: before !== null }, last),
	};
}

/** Title and ending on one line above the bar if they fit on the narrowest plot, else the ending below the bar. */
function texts(
	tie: Tie,
	start: { readonly x: number; readonly dots: boolean },
	to: number,
): Pick<TiePlace, 'title' | 'opening' | 'before' | 'ending' | 'bar' | 'height'> {
	const [opening, ending] = [openingLabel(tie), endingLabel(tie)];
	const both = opening ? `${tie.short}, ${opening}` : tie.short;
	const [titleWidth, endingWidth] = [textWidth(tie.short), textWidth(ending)];
	const end = (to / 100) * NARROW;
	const [centred, last] = [end - endingWidth / 2, NARROW - endingWidth];
	const abreast = titleWidth + BETWEEN <= last;
	const endingLeft = Math.max(abreast ? titleWidth + BETWEEN : 0, Math.min(last, centred));
	const bar = LINE + 10;
	const dx = -(start.dots ? DOTS : 0) - 8;
	const beside = (text: string, plot: number): TextPlace | null =>
		text && (start.x / 100) * plot + dx >= textWidth(text) ? { text, x: start.x, y: bar + 4, dx, anchor: 'end' } : null;
	return {
		...{ bar, height: abreast ? ROW : ROW + LINE + APART },
		title: { text: tie.short, x: 0, y: LINE, dx: 0, anchor: 'start' },
		...{ opening: beside(opening, NARROW), before: beside(both, WIDE) ?? beside(tie.short, WIDE) },
		ending: { text: ending, x: to, y: abreast ? LINE : bar + 19, ...textAnchor(endingLeft - end, endingWidth) },
	};
}

function around(min: string, max: string, { at }: Years): [number, number] {
	const [from, to] = dayRange(min, max);
	return [at(from), at(to)];
}

const stretch = (from: number, to: number): Stretch => ({ x: from, width: to - from });

interface Cluster {
	/** First and last day, `YYYY-MM-DD`. */
	readonly from: string;
	readonly to: string;
	/** "2014–17". */
	readonly years: string;
	/** "1–7 of 11: ended or suspended": they are numbered. */
	readonly text: string;
	/** The ties that the text counts. */
	readonly counted: ReadonlySet<Id>;
}

/**
 * The ties that end after the longest pause between two ends, in whole years; null if that is not more than half of them.
 * Expects ties in the order of their ends.
 */
function cluster(ties: readonly Tie[]): Cluster | null {
	// An order to leave is not an end; an end with a disputed cause is.
	const cuts = ties.flatMap(({ id, cut, outcome }) => (cut && outcome !== 'ordered to end' ? { id, ...cut } : []));
	const starts = cuts.map(({ min }) => Number(min.slice(0, 4)));
	const pauses = starts.map((year, index) => year - (starts[index - 1] ?? year));
	const after = cuts.slice(Math.max(0, pauses.indexOf(Math.max(...pauses))));
	const first = starts.at(-after.length);
	if (first === undefined || after.length * 2 <= ties.length) return null;
	const last = Math.max(...after.map(({ min }) => Number(min.slice(0, 4))));
	const years = first === last ? String(first) : `${String(first)}–${String(last).slice(2)}`;
	return {
		...{ from: `${String(first)}-01-01`, to: `${String(last)}-12-31`, years },
		text: `1–${String(after.length)} of ${String(ties.length)}: ended or suspended`,
		counted: new Set(after.map(({ id }) => id)),
	};
}
