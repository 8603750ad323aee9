import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDate } from '#compile/dates.ts';

const bounded = [
	['2014', '2014-01-01', '2014-12-31', '2014'],
	['2014-04', '2014-04-01', '2014-04-30', 'April 2014'],
	['2016-02', '2016-02-01', '2016-02-29', 'February 2016'],
	['2017-02-13', '2017-02-13', '2017-02-13', '13 February 2017'],
	['2016-12~', '2016-12-01', '2016-12-31', 'about December 2016'],
	['2017?', '2017-01-01', '2017-12-31', 'perhaps 2017'],
	['2017%', '2017-01-01', '2017-12-31', 'perhaps about 2017'],
	['2017-05-XX', '2017-05-01', '2017-05-31', 'May 2017'],
	['2017-XX', '2017-01-01', '2017-12-31', '2017'],
	['2017-XX-XX', '2017-01-01', '2017-12-31', '2017'],
	['2017-02-13~', '2017-02-13', '2017-02-13', 'about 13 February 2017'],
	['2017-02-13%', '2017-02-13', '2017-02-13', 'perhaps about 13 February 2017'],
	['2017?-02', '2017-02-01', '2017-02-28', 'perhaps February 2017'],
	['2017-~02-13', '2017-02-13', '2017-02-13', 'about 13 February 2017'],
	['2017-02-?13', '2017-02-13', '2017-02-13', 'perhaps 13 February 2017'],
	['2014/2017', '2014-01-01', '2017-12-31', '2014 to 2017'],
	['2009~/2017-01-20', '2009-01-01', '2017-01-20', 'about 2009 to 20 January 2017'],
	['2014/2017?', '2014-01-01', '2017-12-31', '2014 to perhaps 2017'],
	['2016-12-XX/2017-01-XX', '2016-12-01', '2017-01-31', 'December 2016 to January 2017'],
	['2017-04/2017-06', '2017-04-01', '2017-06-30', 'April to June 2017'],
	['2017-06-18/2017-06-20', '2017-06-18', '2017-06-20', '18 to 20 June 2017'],
	['2017-05-30/2017-06-20', '2017-05-30', '2017-06-20', '30 May to 20 June 2017'],
	['[2016-11..2017-01]', '2016-11-01', '2017-01-31', 'between November 2016 and January 2017'],
	['[2009..2012]', '2009-01-01', '2012-12-31', 'between 2009 and 2012'],
	['[2017-06-18,2017-06-25]', '2017-06-18', '2017-06-25', '18 June 2017 or 25 June 2017'],
	['[2014,2015]', '2014-01-01', '2015-12-31', '2014 or 2015'],
	['[2016-12-20..2016-12-29]', '2016-12-20', '2016-12-29', 'between 20 and 29 December 2016'],
	['[2016-12,2017-01..2017-03]', '2016-12-01', '2017-03-31', 'December 2016 or between January and March 2017'],
	['[2016-12-05]', '2016-12-05', '2016-12-05', '5 December 2016'],
	['{2014..2016}', '2014-01-01', '2016-12-31', '2014 to 2016'],
	['{2014,2015,2017-01}', '2014-01-01', '2017-01-31', '2014, 2015 and January 2017'],
] as const;

test.each(bounded)('reads %s as the days from %s to %s, and as words', (edtf, min, max, words) => {
	expect(readDate(edtf)).toEqual({ span: { min, max, words } });
});

test.each(['2014/..', '../2014', '2014/', '/2014', '[..2014]', '[2017-07..]'])('calls %s open', (edtf) => {
	expect(readDate(edtf)).toMatchObject({ code: 'date-unbounded' });
});

test.each([
	'',
	'May 2014',
	'2014-13',
	'2015-02-29',
	'2014-4',
	'2017/2014',
	'[2017..2014]',
	'{}',
	'199X',
	'2016-1X',
	'2016-12-2X',
	'2016-XX-12',
	'2017-05-XX~',
	'2016-12-05/2016-12-1X',
	'[2016-12-2X]',
	'[2016..2016]',
	'2016-04/2016-04',
	'2016-00',
	'[2016~,2017]',
	'XXXX',
	'2017-22',
	'2017-01-20T10:00:00Z',
	'Y12000',
	'-0100',
	'2014'.repeat(40),
	'__proto__',
	'9999999999992015',
])('does not take %s for a date', (edtf) => {
	expect(readDate(edtf)).toMatchObject({ code: 'date-not-edtf' });
});

const months = 'January February March April May June July August September October November December'.split(' ');

/** The first and the last day that words name: of `18 to 20 June 2017`, the 18th and the 20th. */
function daysIn(words: string): [string, string] {
	const found = [
		...words.matchAll(
			/(?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})|(\d{1,2})(?: ([A-Z][a-z]+))?(?= (?:to|and) )|([A-Z][a-z]+)(?= (?:to|and) )/g,
		),
	];
	const parts = found.map(([, day, month, year, loneDay, dayMonth, loneMonth]) => ({
		day: day ?? loneDay,
		month: month ?? dayMonth ?? loneMonth,
		year,
	}));
	// Parts that a date omits are stated by the next one.
	for (let i = parts.length - 2; i >= 0; i -= 1) {
		const [part, next] = [parts[i], parts[i + 1]];
		if (!part || !next || part.year !== undefined) continue;
		part.year = next.year;
		if (part.day !== undefined) part.month ??= next.month;
	}
	const spans = parts.map(({ day, month, year = '' }) => {
		const at = String(months.indexOf(month ?? '') + 1).padStart(2, '0');
		if (month === undefined) return [`${year}-01-01`, `${year}-12-31`];
		if (day !== undefined) return [`${year}-${at}-${day.padStart(2, '0')}`, `${year}-${at}-${day.padStart(2, '0')}`];
		const last = new Date(Date.UTC(Number(year), months.indexOf(month) + 1, 0)).getUTCDate();
		return [`${year}-${at}-01`, `${year}-${at}-${String(last)}`];
	});
	return [
		spans.map(([from = '']) => from).sort()[0] ?? '',
		spans
			.map(([, to = '']) => to)
			.sort()
			.at(-1) ?? '',
	];
}

test('whatever it takes for a date, the words name the first and the last day that it may lie on', () => {
	const two = (least: number, most: number) =>
		fc.oneof(
			{ weight: 6, arbitrary: fc.integer({ min: least, max: most }).map((n) => String(n).padStart(2, '0')) },
			{ weight: 1, arbitrary: fc.constantFrom('XX', '1X', 'X2', '00') },
		);
	const mark = fc.constantFrom('', '', '', '', '~', '?', '%');
	const date = fc
		.tuple(
			fc.constantFrom('2015', '2016', '2017', '201X'),
			mark,
			fc.option(fc.tuple(two(1, 12), mark, fc.option(fc.tuple(two(1, 28), mark)))),
		)
		.map(([year, at, rest]) => {
			const [month, after, last] = rest ?? ['', '', null];
			return year + at + (month && `-${month}${after}`) + (last ? `-${last[0]}${last[1]}` : '');
		});
	const text = fc.oneof(
		date,
		fc.tuple(date, date).map(([a, b]) => `${a}/${b}`),
		fc
			.tuple(fc.constantFrom('[]', '{}'), fc.constantFrom(',', '..'), date, date)
			.map(([sides, sign, a, b]) => `${sides.charAt(0)}${a}${sign}${b}${sides.charAt(1)}`),
	);
	let taken = 0;
	fc.assert(
		fc.property(text, (edtf) => {
			const reading = readDate(edtf);
			if (!('span' in reading)) return;
			taken += 1;
			const { min, max, words } = reading.span;
			expect({ edtf, words, days: daysIn(words) }).toEqual({ edtf, words, days: [min, max] });
			expect(words.includes('about')).toBe(/[~%]/.test(edtf));
			expect(words.includes('perhaps')).toBe(/[?%]/.test(edtf));
		}),
		{ numRuns: 1000 },
	);
	expect(taken).toBeGreaterThan(150);
});
