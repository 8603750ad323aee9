import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isClear, placeCaptions, setting, takenBy, type Named, type Obstacle } from '#lib/geometry/captions.ts';

const room = { widths: [288, 500, 1500], top: 10, bottom: 190, rows: 9, most: Infinity };
const named = (x: number, y: number, width = 60): Named => ({ x, y, foot: 100, width });
const upright = (x: number, top: number, bottom: number): Obstacle => ({
	...{ from: x, to: x, left: 3, right: 3, top, bottom, line: true },
});

test('sets a lone text beside its point, on the right while there is room', () => {
	expect(placeCaptions([named(0.5, 40)], [], room)).toEqual([{ dx: 10, y: 44, leader: null }]);
	expect(placeCaptions([named(0.95, 40)], [], room)).toEqual([{ dx: -70, y: 44, leader: null }]);
});

test('goes beyond its point where both sides are taken, up from what rises and down from what hangs', () => {
	const sides = [0.4, 0.6].map((x) => upright(x, 30, 180));
	expect(placeCaptions([named(0.5, 60, 40)], sides, room)[0]).toMatchObject({ y: 51, leader: null });
	expect(placeCaptions([named(0.5, 140, 40)], sides, room)[0]).toMatchObject({ y: 158, leader: null });
});

test('goes farther off with a leader, and behind its foot at last', () => {
	const near: Obstacle = { from: 0, to: 1, left: 0, right: 0, top: 25, bottom: 99, line: true };
	expect(placeCaptions([named(0.5, 60)], [near], room)[0]).toMatchObject({ y: 10, leader: [53, 14] });
	const above: Obstacle = { ...near, top: 0 };
	expect(placeCaptions([named(0.5, 60)], [above], room)[0]).toMatchObject({ y: 117, leader: [100, 106] });
});

test('lets a leader cross a line but no text', () => {
	const { line, ...text } = { ...upright(0.5, 25, 40), line: true };
	const near: Obstacle = { from: 0, to: 1, left: 0, right: 0, top: 40, bottom: 99, line: true };
	expect(line).toBe(true);
	expect(placeCaptions([named(0.5, 60)], [near, upright(0.5, 25, 40)], room)[0]?.y).toBe(10);
	expect(placeCaptions([named(0.5, 60)], [near, text], { ...room, rows: 1 })[0]?.leader).not.toEqual([53, 14]);
});

test('says so when there is no place', () => {
	expect(placeCaptions([named(0.5, 40, 300)], [], room)).toEqual([null]);
	const all: Obstacle = { from: 0, to: 1, left: 0, right: 0, top: 0, bottom: 200 };
	expect(placeCaptions([named(0.5, 40)], [all], room)).toEqual([null]);
});

test('places no more than are wanted', () => {
	const three = [0.1, 0.5, 0.8].map((x) => named(x, 40));
	expect(placeCaptions(three, [], { ...room, most: 2 }).map(Boolean)).toEqual([true, true, false]);
});

test('anchors a text by the part of it that is nearest to what it names', () => {
	expect(setting(10, 90)).toEqual({ anchor: 'start', dx: 10 });
	expect(setting(-45, 90)).toEqual({ anchor: 'middle', dx: 0 });
	expect(setting(-89, 90)).toEqual({ anchor: 'end', dx: 1 });
});

test('lets no text meet another text, a leader or an obstacle, at any of the widths', () => {
	const point = fc.record({
		x: fc.double({ min: 0, max: 1, noNaN: true }),
		y: fc.integer({ min: 20, max: 180 }),
		width: fc.integer({ min: 10, max: 140 }),
	});
	fc.assert(
		fc.property(fc.array(point, { maxLength: 5 }), fc.constantFrom(2, Infinity), (points, most) => {
			const list = points.map(({ x, y, width }) => named(x, y, width));
			const stems = list.map(({ x, y }) => upright(x, Math.min(y, 100), Math.max(y, 100)));
			const boxes = placeCaptions(list, stems, { ...room, most }).map((place, index) =>
				place && list[index] ? takenBy(list[index], place) : [],
			);
			boxes.forEach((a, index) => {
				const others = [...stems, ...boxes.filter((_, other) => other !== index).flat()];
				expect(isClear(a, others, room.widths)).toBe(true);
			});
		}),
		{ numRuns: 60 },
	);
});
