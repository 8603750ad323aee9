/** The years of the axis: those of the story, and those that a tie reaches beyond them. */
import { extent, scaleLinear } from 'd3';
import { dayRange } from '#lib/geometry/days.ts';
import type { Story } from '#lib/model/story.ts';

export type YearsSlice = Pick<Story, 'ties' | 'eras'>;

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
