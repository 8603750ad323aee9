/** When an act was, in the words at its row. */
import { shortDate } from '#lib/charts/dates.ts';
import type { DateSpan, Era } from '#lib/model/records.ts';

/** As `shortDate`; where the era is one year, years are left out beside days and months: "13–19 Feb", and "Dec–Jan" for what may have been in the next. */
export function when(date: DateSpan, era: Pick<Era, 'from' | 'to'>): string {
	const words = shortDate(date);
	return era.from.slice(0, 4) === era.to.slice(0, 4) ? words.replace(/(?<=\b[A-Z][a-z]{2}) \d{4}/g, '') : words;
}
