/** Turns EDTF dates (ISO 8601-2) into the days between which they lie, and into words. */
import edtf from 'edtf';
import { MONTHS } from '#lib/model/dates.ts';

type Parsed = ReturnType<typeof edtf>;
type Day = Extract<Parsed, { type: 'Date' }>;

/** `YYYY-MM-DD`, both inclusive. */
export interface Span {
	readonly min: string;
	readonly max: string;
	readonly words: string;
}

export type Reading =
	{ readonly span: Span } | { readonly code: 'date-not-edtf' | 'date-unbounded'; readonly message: string };

const LONGEST = 64;
const FORMS = 'e.g. "2014", "2014-04", "2016-12~", "[2016-12-20..2016-12-29]" or "2009/2016-01-20"';

/**
 * Reads years, months and days, approximate (`~`) or uncertain (`?`), intervals, one-of sets and all-of lists. Refuses
 * seasons, times of day, dates with a single open digit and years past 9999: nothing here could draw or word them
 * exactly.
 */
export function readDate(text: string): Reading {
	const reading = read(text);
	if (!('code' in reading) || reading.code !== 'date-not-edtf') return reading;
	const turned = text.split('/').reverse().join('/');
	return 'span' in read(turned)
		? { ...reading, message: `this interval ends before it begins; write "${turned}"` }
		: reading;
}

function read(text: string): Reading {
	const wrong = {
		code: 'date-not-edtf',
		message: `this is not a date in a supported form of EDTF; write ${FORMS}`,
	} as const;
	if (text.length > LONGEST) return wrong;
	let date: Parsed;
	try {
		date = edtf(text);
		// The library shifts days that do not exist, such as 2015-02-29, and throws on years that it cannot write.
		if (date.edtf !== text) return wrong;
	} catch {
		return wrong;
	}
	if (isUnbounded(date)) {
		const message =
			'this interval is open; write both ends: for an unknown one, the latest or earliest day that the article allows';
		return { code: 'date-unbounded', message };
	}
	const span = spanFrom(date);
	return span === null ? wrong : { span };
}

/** The years of a date that no article states: "between 2008 and 2017", "in 2016". */
export function boundsInWords({ min, max }: Pick<Span, 'min' | 'max'>): string {
	const [from, to] = [min.slice(0, 4), max.slice(0, 4)];
	return from === to ? `in ${from}` : `between ${from} and ${to}`;
}

function isUnbounded(date: Parsed): boolean {
	if (date.type === 'Interval') return [date.lower, date.upper].some((end) => end === null || typeof end === 'number');
	if (date.type === 'Set' || date.type === 'List') return date.earlier || date.later;
	return false;
}

function spanFrom(date: Parsed): Span | null {
	if (date.type === 'Date') return isDay(date) ? spanOf([date], words([date], '')) : null;
	if (date.type === 'Interval') {
		const ends = [date.lower, date.upper];
		return ends.every(isDay) ? spanOf(ends, words(ends, ' to ')) : null;
	}
	if (date.type !== 'Set' && date.type !== 'List') return null;
	const days = date.values.flatMap((value) => value);
	if (days.length === 0 || !days.every(isDay)) return null;
	const parts = date.values.map((value) => {
		if (!isPair(value)) return words([value], '');
		return date.type === 'List' ? words(value, ' to ') : `between ${words(value, ' and ')}`;
	});
	return spanOf(days, series(parts, date.type === 'Set' ? 'or' : 'and'));
}

/** Whether it is a year, month or day with all digits, or whose last parts are wholly open (`2017-05-XX`). */
function isDay(end: unknown): end is Day {
	const { type, precision, edtf: text } = (end ?? {}) as Partial<Day>;
	const digits = (text ?? '').replace(/[~?%]/g, '');
	return (
		type === 'Date' &&
		precision !== 0 &&
		/^\d{4}(?:-\d\d){0,2}$|^\d{4}(?:-\d\d)?(?:-XX){1,2}$/.test(digits) &&
		digits.length <= 10
	);
}

function isPair(value: Day | readonly [Day, Day]): value is readonly [Day, Day] {
	return Array.isArray(value);
}

/** The earliest and the latest day of several; the library's own bounds of a set ignore the ends of its ranges. */
function spanOf(days: readonly Day[], text: string): Span | null {
	// `[2016..2016]` is one date, and `2016-04-01/2016-04` ends on the day on which it begins.
	if (days.some((day, i) => day.min <= (days[i - 1]?.min ?? -Infinity))) return null;
	const max = Math.max(...days.map((day) => day.max));
	return { min: iso(days[0]?.min ?? 0), max: iso(max), words: text };
}

function iso(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}

/** One or two dates in words; the first omits a month or year that the second repeats. */
function words(days: readonly Day[], between: string): string {
	const parts = days.map((day) => ({ day, precision: spokenPrecision(day), ymd: iso(day.min).split('-').map(Number) }));
	const last = parts[parts.length - 1];
	return parts
		.map((part, i) => {
			const [year = 0, month = 0, dayOfMonth = 0] = part.ymd;
			const isFirst = i < parts.length - 1 && part.precision === last?.precision && part.precision > 1;
			const saysYear = !isFirst || year !== last.ymd[0];
			const saysMonth = saysYear || part.precision < 3 || month !== last.ymd[1];
			const said = [
				part.precision > 2 ? String(dayOfMonth) : '',
				part.precision > 1 && saysMonth ? (MONTHS[month - 1] ?? '') : '',
				saysYear ? String(year) : '',
			];
			return qualified(part.day, said.filter((word) => word !== '').join(' '));
		})
		.join(between);
}

/** 1 for a year, 2 for a month, 3 for a day; open parts (`2017-05-XX`) do not count. */
function spokenPrecision(day: Day): number {
	const at = day.edtf.replace(/[~?%]/g, '').indexOf('-XX');
	return at < 0 ? day.precision : at < 5 ? 1 : 2;
}

function qualified(day: Day, text: string): string {
	const doubt = day.uncertain.value > 0 ? 'perhaps ' : '';
	return day.approximate.value > 0 ? `${doubt}about ${text}` : doubt + text;
}

function series(parts: readonly string[], last: string): string {
	if (parts.length < 2) return parts.join('');
	return `${parts.slice(0, -1).join(', ')} ${last} ${parts[parts.length - 1] ?? ''}`;
}
