/** Numbers and dates as this chart writes them: no more digits than are visible, months of three letters. */
import { rounded } from '#lib/model/numbers.ts';
import { shortDate } from '#lib/charts/dates.ts';
import type { DateSpan, Era } from '#lib/model/records.ts';

/** Percent with at most one decimal: "12.3%". */
export function percent(share: number): string {
	return `${pixels(share)}%`;
}

/** The distance between two positions, each with at most one decimal. */
export function between(from: number, to: number): string {
	return percent(pixels(to) - pixels(from));
}

/** A number with at most one decimal. */
export function pixels(length: number): number {
	return rounded(length, 1);
}

/**
 * As `shortDate`; if the era is one year, years are left out beside days and months: "13–19 Feb", and "Dec–Jan" for a
 * date that may lie in the next. Relies on months of three letters.
 */
export function when(date: DateSpan, era: Pick<Era, 'from' | 'to'>): string {
	const words = shortDate(date);
	return era.from.slice(0, 4) === era.to.slice(0, 4) ? words.replace(/(?<=\b[A-Z][a-z]{2}) \d{4}/g, '') : words;
}
