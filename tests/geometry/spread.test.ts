import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from '#lib/geometry/spread.ts';

const at = (...places: number[]) => places.map((place) => ({ at: place, slack: 0 }));

test('leaves alone what keeps its distance already', () => {
	expect(spread(at(10, 20, 35), 10, 0, 100)).toEqual([10, 20, 35]);
});

test('moves two at the same position apart by half the gap each', () => {
	expect(spread(at(50, 50), 10, 0, 100)).toEqual([45, 55]);
});

test('moves the one with more slack farther', () => {
	const [vague = 0, exact = 0] = spread(
		[
			{ at: 50, slack: 9 },
			{ at: 50, slack: 0 },
		],
		10,
		0,
		100,
	);
	expect(50 - vague).toBeGreaterThan(9);
	expect(exact - 50).toBeLessThan(1);
});

test('keeps a crowd at an edge inside the bounds', () => {
	expect(spread(at(0, 0, 1), 10, 0, 100)).toEqual([0, 10, 20]);
	expect(spread(at(99, 100, 100), 10, 0, 100)).toEqual([80, 90, 100]);
});

test('spaces all evenly if there is no room for the gap', () => {
	expect(spread(at(3, 3, 3, 3, 3), 10, 0, 20)).toEqual([0, 5, 10, 15, 20]);
});

test('returns an empty list for an empty list', () => {
	expect(spread([], 10, 0, 100)).toEqual([]);
});

test('keeps any crowd apart, in order and inside', () => {
	const wish = fc.record({
		at: fc.double({ min: -20, max: 120, noNaN: true }),
		slack: fc.double({ min: 0, max: 50, noNaN: true }),
	});
	fc.assert(
		fc.property(fc.array(wish, { maxLength: 40 }), fc.double({ min: 0.1, max: 9, noNaN: true }), (crowd, wanted) => {
			const sorted = [...crowd].sort((a, b) => a.at - b.at);
			const places = spread(sorted, wanted, 0, 100);
			const gap = Math.min(wanted, 100 / (sorted.length - 1));
			places.forEach((place, index) => {
				expect(place).toBeGreaterThanOrEqual(-1e-9);
				expect(place).toBeLessThanOrEqual(100 + 1e-9);
				const before = places[index - 1];
				if (before !== undefined) expect(place - before).toBeGreaterThanOrEqual(gap - 1e-9);
			});
		}),
	);
});
