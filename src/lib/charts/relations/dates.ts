/** The date of an act, as its row shows it. */
import { shortDate } from '#lib/charts/dates.ts';
import type { DateSpan, Era } from '#lib/model/records.ts';

/**
 * As `shortDate`; if the era is one year, years are left out beside days and months: "13–19 Feb", and "Dec–Jan" for a
 * date that may lie in the next. Relies on months of three letters.
 */
export function when(date: DateSpan, era: Pick<Era, 'from' | 'to'>): string {
	const words = shortDate(date);
	return era.from.slice(0, 4) === era.to.slice(0, 4) ? words.replace(/(?<=\b[A-Z][a-z]{2}) \d{4}/g, '') : words;
}
