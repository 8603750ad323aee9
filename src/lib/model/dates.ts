/** Days as words. */

export const MONTHS = 'January February March April May June July August September October November December'.split(
	' ',
);

/** "3 May 2017" for `2017-05-03`, in any time zone. */
export function dayInWords(day: string): string {
	const [year, month = 1, date] = day.split('-').map(Number);
	return `${String(date)} ${MONTHS[month - 1] ?? ''} ${String(year)}`;
}
