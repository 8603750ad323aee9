/** Dates short enough for a drawing, and no more precise than the articles. */
import { utcFormat } from 'd3';
import { dayRange, dayStart } from '#lib/geometry/days.ts';
import type { DateSpan } from '#lib/model/records.ts';

const day = utcFormat('%-d');
const month = utcFormat('%b');
const year = utcFormat('%Y');

/** The label of marks whose date no article states. */
export const NO_DATE = 'no date given';

/** "17 Mar 2014", "Apr 2014", "2009–2012", "Nov 2016–Jan 2017"; approximate dates with "about". */
export function shortDate({ edtf, min, max }: DateSpan): string {
	return `${aboutIn(edtf)}${stretch(min, max)}`;
}

/** The same with the second of two years in two digits, for marks: "2016–Jan ’17", "Nov 2016–Jan ’17". */
export function compactDate(date: DateSpan): string {
	return date.given ? shortDate(date).replace(/(\d{4}–\w+ )20(?=\d\d$)/, '$1’') : NO_DATE;
}

/** The years only, where there is no more room: "about 2016", "2016–2017". */
export function shortYears({ edtf, min, max, given }: DateSpan): string {
	return given ? `${aboutIn(edtf)}${range(min.slice(0, 4), max.slice(0, 4))}` : NO_DATE;
}

const aboutIn = (edtf: string): string => (/[~?%]/.test(edtf) ? 'about ' : '');

function stretch(min: string, max: string): string {
	const [first, end] = dayRange(min, max);
	const [from, to, after] = [dayStart(first), dayStart(end - 1), dayStart(end)];
	const [a, b] = [year(from), year(to)];
	const whole = from.getUTCDate() === 1 && after.getUTCDate() === 1;
	if ((whole && from.getUTCMonth() === 0 && after.getUTCMonth() === 0) || Number(b) - Number(a) > 1) return range(a, b);
	const isYearOn = from.getUTCMonth() === 0 && from.getUTCDate() === 1;
	if (a !== b) return `${isYearOn ? '' : `${month(from)} `}${a}–${month(to)} ${b}`;
	if (whole) return `${range(month(from), month(to))} ${a}`;
	if (month(from) === month(to)) return `${range(day(from), day(to))} ${month(from)} ${a}`;
	return `${day(from)} ${month(from)}–${day(to)} ${month(to)} ${a}`;
}

const range = (from: string, to: string): string => (from === to ? from : `${from}–${to}`);
