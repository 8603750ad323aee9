/** The parts of a tie on any scale of days: for the chart and for the opening. */
import { dayRange } from '#lib/geometry/days.ts';
import type { Outcome, Tie } from '#lib/model/records.ts';
import { extent, scaleLinear } from 'd3';
import type { Story } from '#lib/model/story.ts';

export interface Stretch {
	readonly x: number;
	readonly width: number;
}

export interface Spans {
	/** When it certainly stood; null if there is no such day. */
	readonly sure: Stretch | null;
	/** The ranges in which it opened and in which it was cut, if the articles name no day. */
	readonly opening: Stretch | null;
	readonly cutting: Stretch | null;
	/** Where it is first known, if the articles do not say when it opened; and where last, if they know of no end. */
	readonly before: number | null;
	readonly onward: number | null;
	/** From when it had certainly ended, or had been ordered to. */
	readonly end: number | null;
	readonly outcome: Outcome;
}

/**
 * Lays a tie on a scale. One that did not end is drawn up to the last day on which an article mentions it, at least
 * `least` wide.
 */
export function spans(tie: Tie, { at: place, end }: Pick<Years, 'at' | 'end'>, least: number): Spans {
	const on = (date: { readonly min: string; readonly max: string }): readonly [number, number] => {
		const [from, to] = dayRange(date.min, date.max);
		return [place(from), place(to)];
	};
	const opened = tie.opened && on(tie.opened);
	const cut = tie.cut && on(tie.cut);
	const stood = tie.stood && on(tie.stood);
	const seen = stood && ([Math.min(stood[0], stood[1] - least), stood[1]] as const);
	const last = cut?.[0] ?? seen?.[1] ?? end;
	const first = opened?.[1] ?? seen?.[0] ?? null;
	return {
		sure: first === null ? null : part(first, last),
		opening: opened && part(opened[0], Math.min(opened[1], last)),
		cutting: cut && part(...cut),
		before: opened ? null : (seen?.[0] ?? last),
		onward: cut ? null : last,
		end: cut?.[1] ?? null,
		outcome: tie.outcome,
	};
}

/** A stretch; null without a length. */
const part = (from: number, to: number): Stretch | null => (to > from ? { x: from, width: to - from } : null);

type YearsSlice = Pick<Story, 'ties' | 'eras'>;

export interface Years {
	readonly first: number;
	readonly last: number;
	/** The position of a day, and of the end of the last year, on a scale from 0. */
	readonly at: (day: number) => number;
	readonly end: number;
}

/** A linear scale of days, from the start of the first year to `end`. Expects an era or a date of a tie. */
export function yearsOf({ ties, eras }: YearsSlice, end: number): Years {
	const dates = ties.flatMap(({ opened, cut, stood }) => [opened, cut, stood].filter((date) => date !== null));
	const days = [...eras.flatMap(({ from, to }) => [from, to]), ...dates.flatMap(({ min, max }) => [min, max])];
	const [first = 0, last = 0] = extent(days, (day) => Number(day.slice(0, 4)));
	const scale = scaleLinear()
		.domain(dayRange(`${padded(first)}-01-01`, `${padded(last)}-12-31`))
		.range([0, end]);
	return { first, last, at: (day) => scale(day), end };
}

const padded = (year: number): string => String(year).padStart(4, '0');
