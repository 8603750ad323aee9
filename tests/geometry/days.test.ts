import { expect, test } from 'vitest';
import { dayNumber, dayRange, dayStart } from '#lib/geometry/days.ts';

test('counts days from 1970, whatever the time zone', () => {
	expect(dayNumber('1970-01-01')).toBe(0);
	expect(dayNumber('2017-07-11')).toBe(17358);
	expect(dayStart(17358).toISOString()).toBe('2017-07-11T00:00:00.000Z');
});

test('holds the whole of the last day in a range', () => {
	expect(dayRange('2016-01-01', '2016-12-31')).toEqual([16801, 16801 + 366]);
});

test('answers NaN to what is not a day', () => {
	expect(dayNumber('summer')).toBeNaN();
});
