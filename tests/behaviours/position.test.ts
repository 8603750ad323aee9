import fc from 'fast-check';
import { expect, test } from 'vitest';
import { line, stepAt } from '#lib/behaviours/place/position.ts';

const at = (margin: number, ...tops: number[]) => tops.map((top) => ({ top, margin }));

test('the line is a third of the free height below the place where a URL puts a step', () => {
	expect(line({ top: 0, margin: 0 }, undefined, 900)).toBe(300);
	expect(line({ top: 0, margin: 450 }, undefined, 750)).toBe(550);
});

test('if the viewport ends above that place, the line is at the place', () => {
	expect(line({ top: 0, margin: 450 }, undefined, 400)).toBe(450);
});

test('after a short step the line is at half the distance from it', () => {
	expect(line({ top: 500, margin: 20 }, { top: 400, margin: 20 }, 900)).toBe(70);
});

test('the current step is the last that has reached its line; before the first there is none', () => {
	expect(stepAt(at(0, 301, 900, 1500), 900, 5000)).toBe(-1);
	expect(stepAt(at(0, 300, 900, 1500), 900, 5000)).toBe(0);
	expect(stepAt(at(0, -400, 300.4, 900), 900, 5000)).toBe(1);
	expect(stepAt(at(0, -3000, -2400, -1800), 900, 5000)).toBe(2);
});

test('at the end of the page every visible step counts as reached, and no other', () => {
	expect(stepAt(at(0, -200, 500, 800), 900, 2)).toBe(0);
	expect(stepAt(at(0, -200, 500, 800), 900, 0)).toBe(2);
	expect(stepAt(at(0, -200, 500, 950), 900, 0)).toBe(1);
});

test('the URL of a step makes it current, however long or short the steps are', () => {
	const lengths = fc.array(fc.integer({ min: 2, max: 3000 }), { minLength: 1, maxLength: 30 });
	const shape = fc.record({ lengths, margin: fc.nat(700), height: fc.integer({ min: 100, max: 2000 }) });
	fc.assert(
		fc.property(shape, fc.nat(), ({ lengths, margin, height }, pick) => {
			const step = pick % lengths.length;
			const before = lengths.slice(0, step).reduce((sum, length) => sum + length, 0);
			const tops = lengths.map((_, index) =>
				lengths.slice(0, index).reduce((sum, length) => sum + length, margin - before),
			);
			expect(stepAt(at(margin, ...tops), height, 2)).toBe(step);
		}),
	);
});
