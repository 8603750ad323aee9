import { expect, test } from 'vitest';
import { when } from '#lib/charts/relations/format.ts';
import { balance, extent, years } from '#lib/charts/relations/eras.ts';

const era = { from: '2008-01-01', to: '2013-12-31' };
const year = { from: '2016-01-01', to: '2016-12-31' };
const date = (min: string, max = min, edtf = min) => ({ edtf, min, max, words: '', basis: '', given: true });

test.each([
	[date('2014-03-17'), '17 Mar 2014'],
	[date('2014-04-01', '2014-04-30'), 'Apr 2014'],
	[date('2012-01-01', '2012-12-31'), '2012'],
	[date('2009-01-01', '2009-12-31', '2009~'), 'about 2009'],
	[date('2009-01-01', '2012-12-31'), '2009–2012'],
	[date('1998-01-01', '2008-08-31'), '1998–2008'],
	[date('2017-02-13', '2017-02-19'), '13–19 Feb 2017'],
	[date('2017-02-27', '2017-03-02'), '27 Feb–2 Mar 2017'],
	[date('2016-12-01', '2017-01-31'), 'Dec 2016–Jan 2017'],
	[date('2016-01-01', '2017-01-31'), '2016–Jan 2017'],
	[date('2016-11-01', '2017-01-20'), 'Nov 2016–Jan 2017'],
])('says %o as “%s”, no finer than it is known', (given, words) => {
	expect(when(given, era)).toBe(words);
});

test('omits the year in an era of one year, unless a date is known to the year only', () => {
	expect(when(date('2016-11-20'), year)).toBe('20 Nov');
	expect(when(date('2016-12-01', '2016-12-31', '2016-12~'), year)).toBe('about Dec');
	expect(when(date('2016-01-01', '2016-12-31', '2016~'), year)).toBe('about 2016');
	expect(when(date('2016-12-01', '2017-01-31'), year)).toBe('Dec–Jan');
	expect(when(date('2016-01-01', '2016-12-31'), year)).toBe('2016');
});

test('says how long an era is and how many acts it has', () => {
	expect(years({ from: '1991-01-01', to: '2007-12-31' })).toBe('1991–2007');
	expect([years(era), years(year)]).toEqual(['2008–13', '2016']);
	expect([extent(era, 8), extent(year, 1)]).toEqual(['6 years, 8 acts', '1 year, 1 act']);
});

test('says which way the acts of an era go', () => {
	expect(balance(era, [3.5, -2, -8, 0])).toBe('2008–13: one act of cooperation, two of conflict');
	expect(balance(year, [-2, -8])).toBe('2016: two acts of conflict, none of cooperation');
});
