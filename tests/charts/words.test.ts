import { expect, test } from 'vitest';
import { inWords, sourceList, support } from '#lib/charts/words.ts';
import { signed } from '#lib/model/numbers.ts';
import { sources } from './fixtures.ts';

test('writes a score with its sign, one decimal and a real minus; zero has no sign', () => {
	expect([-9.2, 7, 0, -0.04].map(signed)).toEqual(['−9.2', '+7.0', '0.0', '0.0']);
});

test('writes small numbers in words', () => {
	expect([0, 1, 10, 11].map(inWords)).toEqual(['none', 'one', 'ten', '11']);
});

test('counts those who report, not those who only qualify, and those who dispute', () => {
	const record = { sources: ['gazette'], qualifiedBy: ['herald'], disputedBy: ['courier'] };
	expect(support(record, sources)).toBe('reported by one of three articles, only qualified in one, disputed in one');
	expect(sourceList(record, sources)).toBe('Gazette, Herald (only qualifies it), Courier (disputed there)');
});
