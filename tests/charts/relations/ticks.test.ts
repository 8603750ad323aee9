import { expect, test } from 'vitest';
import { ticks } from '#lib/charts/relations/ticks.ts';
import { dayNumber, dayRange } from '#lib/geometry/days.ts';

const named = (from: string, to: string) => ticks(...dayRange(from, to)).flatMap(({ label }) => label?.text ?? []);

test('names every fourth year over long stretches and marks each', () => {
	expect(named('1991-01-01', '2007-12-31')).toEqual(['1991', '1995', '1999', '2003', '2007']);
	expect(ticks(...dayRange('1991-01-01', '2007-12-31'))).toHaveLength(17);
});

test('names every year over a few', () => {
	expect(named('2008-01-01', '2013-12-31')).toEqual(['2008', '2009', '2010', '2011', '2012', '2013']);
});

test('names the first month of each quarter over two years, and the year in place of January', () => {
	expect(named('2014-01-01', '2015-12-31')).toEqual(['2014', 'Apr', 'Jul', 'Oct', '2015', 'Apr', 'Jul', 'Oct']);
});

test('names each month of a single year, over its middle', () => {
	const months = ticks(...dayRange('2017-01-01', '2017-12-31'));
	expect(months).toHaveLength(12);
	expect(months[6]).toEqual({
		day: dayNumber('2017-07-01'),
		major: true,
		label: { day: dayNumber('2017-07-16') + 0.5, text: 'Jul' },
	});
});
