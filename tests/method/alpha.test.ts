import { expect, test } from 'vitest';
import { alpha, interval, nominal } from '#compile/method/reliability.ts';

/** Coders' rows, `.` where one gave nothing, to units. */
const units = (...rows: string[]): number[][] =>
	[...(rows[0] ?? '').replaceAll(' ', '')].map((_, unit) =>
		rows
			.map((row) => row.replaceAll(' ', '').charAt(unit))
			.filter((value) => value !== '.')
			.map((value) => (/\d/.test(value) ? Number(value) : value.charCodeAt(0))),
	);

// The three examples of K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), with their sums by hand.

test('reproduces the published example of two coders and ten yes-or-no units: 0.095', () => {
	const found = units('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
	// 20 values, 14 of them 0 and 6 of them 1. Four units differ: 8 coincidences of 0 with 1, where 2 × 14 × 6 / 19 are expected.
	expect(alpha(found, nominal)).toBeCloseTo(1 - 8 / ((2 * 14 * 6) / 19), 12);
	expect(alpha(found, nominal)).toBeCloseTo(0.095, 3);
});

test('reproduces the published example of two coders and five categories: 0.692', () => {
	const found = units('a a b b d c c c e d d a', 'b a b b b c c c e d d d');
	// 24 values: 4 a, 6 b, 6 c, 6 d, 2 e. Three units differ: 6 coincidences, where (24² - 4² - 3 × 6² - 2²) / 23 are expected.
	expect(alpha(found, nominal)).toBeCloseTo(1 - 6 / ((576 - 16 - 108 - 4) / 23), 12);
	expect(alpha(found, nominal)).toBeCloseTo(0.692, 3);
});

test('reproduces the published example of four coders with values missing: 0.743 nominal, 0.849 interval', () => {
	const found = units(
		'1 2 3 3 2 1 4 1 2 . . .',
		'1 2 3 3 2 2 4 1 2 5 . 3',
		'. 3 3 3 2 3 4 2 2 5 1 .',
		'1 2 3 3 2 4 4 1 2 5 1 .',
	);
	// 40 values that can be compared (the lone 3 of the last unit cannot): 9 of 1, 13 of 2, 10 of 3, 5 of 4, 3 of 5.
	// Units 2, 6 and 8 differ: 6/3 + 12/3 + 6/3 = 8 coincidences, where (40² - 9² - 13² - 10² - 5² - 3²) / 39 are expected.
	expect(alpha(found, nominal)).toBeCloseTo(1 - 8 / ((1600 - 81 - 169 - 100 - 25 - 9) / 39), 12);
	expect(alpha(found, nominal)).toBeCloseTo(0.743, 3);
	// By squares of distances: 6/3 + 40/3 + 6/3 are observed, 4480 / 39 expected.
	expect(alpha(found, interval)).toBeCloseTo(1 - 52 / 3 / (4480 / 39), 12);
	expect(alpha(found, interval)).toBeCloseTo(0.849, 3);
});

test('is 1 where coders agree, 0 near chance, and below 0 where they always differ', () => {
	expect(alpha(units('0 1 0 1', '0 1 0 1'), nominal)).toBe(1);
	expect(alpha(units('0 1 0 1', '1 0 1 0'), nominal)).toBeLessThan(-0.5);
});

test('says nothing where nothing can be compared, or all values are the same', () => {
	expect(alpha([], nominal)).toBeNull();
	expect(alpha([[1], [2]], interval)).toBeNull();
	expect(alpha(units('1 1 1', '1 1 1'), interval)).toBeNull();
});
