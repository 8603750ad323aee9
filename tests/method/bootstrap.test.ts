import { expect, test } from 'vitest';
import { percentileInterval } from '#compile/method/reliability.ts';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const halves = Array.from({ length: 100 }, (_, i) => i % 2);

test('finds the interval of a mean that theory gives', () => {
	// A mean of 100 draws of 0 or 1 has a standard error of 0.05, so 95 % of means lie within 0.098 of a half.
	const range = percentileInterval(halves, mean, 1000);
	expect(range?.low).toBeGreaterThan(0.38);
	expect(range?.low).toBeLessThan(0.43);
	expect(range?.high).toBeGreaterThan(0.57);
	expect(range?.high).toBeLessThan(0.62);
});

test('draws the same resamples every time', () => {
	expect(percentileInterval(halves, mean, 200)).toEqual(percentileInterval(halves, mean, 200));
});

test('leaves out resamples that give no number, and gives no interval without any that do', () => {
	expect(percentileInterval([1, 2], (drawn) => (drawn.includes(1) ? 7 : null), 50)).toEqual({ low: 7, high: 7 });
	expect(percentileInterval([1, 2], () => null, 50)).toBeNull();
	expect(percentileInterval([], mean, 0)).toBeNull();
});
