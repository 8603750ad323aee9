/** The ticks of a stretch of time, as fine as the narrowest plot allows. */
import { utcFormat, utcMonth, utcYear, type CountableTimeInterval } from 'd3';
import { dayStart } from '#lib/geometry/days.ts';

export interface Tick {
	/** Day number at which its unit begins. */
	readonly day: number;
	/** Begins a year, or a labelled unit where there is but one year. */
	readonly major: boolean;
	/** Stands over the middle of the unit. */
	readonly label: { readonly day: number; readonly text: string } | null;
}

const YEAR = 365.25;
const month = utcFormat('%b');
const year = utcFormat('%Y');

/**
 * Ticks from `from` to `to` (day numbers, `to` excluded): years, every fourth with its name, over long stretches, each
 * over middling ones; months over short ones, all named within a year and a half, each quarter's first beyond.
 */
export function ticks(from: number, to: number): Tick[] {
	const years = (to - from) / YEAR;
	if (years > 2.5) {
		const every = years > 10 ? 4 : 1;
		return units(utcYear, from, to).map((unit, index) => tick(utcYear, unit, index % every === 0, year));
	}
	const every = years > 1.5 ? 3 : 1;
	return units(utcMonth, from, to).map((unit) =>
		tick(utcMonth, unit, unit.getUTCMonth() % every === 0, years > 1.5 && unit.getUTCMonth() === 0 ? year : month),
	);
}

function units(interval: CountableTimeInterval, from: number, to: number): Date[] {
	return interval.range(interval.ceil(dayStart(from)), dayStart(to));
}

function tick(interval: CountableTimeInterval, unit: Date, named: boolean, format: (date: Date) => string): Tick {
	const [start, end] = [unit, interval.offset(unit)].map((date) => date.getTime() / 86_400_000) as [number, number];
	return { day: start, major: named, label: named ? { day: (start + end) / 2, text: format(unit) } : null };
}
