import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeCaptions, setting, type Caption, type CaptionPlace } from '#lib/geometry/captions.ts';

const room = { width: 288, rows: 3, corner: 0 };

test('centres a lone caption over its leader, in the nearest row', () => {
	expect(placeCaptions([{ x: 0.5, width: 100 }], room)).toEqual([{ dx: -50, row: 0 }]);
});

test('keeps a caption inside at either end', () => {
	expect(placeCaptions([{ x: 0, width: 100 }], room)?.[0]?.dx).toBeCloseTo(0);
	expect(placeCaptions([{ x: 1, width: 100 }], room)?.[0]?.dx).toBe(-100);
});

test('climbs to another row only when the nearest is taken', () => {
	const rows = (...captions: Caption[]) => placeCaptions(captions, room)?.map(({ row }) => row);
	expect(rows({ x: 0.2, width: 80 }, { x: 0.8, width: 80 })).toEqual([0, 0]);
	expect(rows({ x: 0.45, width: 150 }, { x: 0.55, width: 150 })?.toSorted()).toEqual([0, 1]);
});

test('stays out of the corner of the farthest row', () => {
	expect(placeCaptions([{ x: 1, width: 100 }], { width: 288, rows: 1, corner: 50 })).toBeNull();
	expect(placeCaptions([{ x: 0.2, width: 100 }], { width: 288, rows: 1, corner: 50 })).not.toBeNull();
});

test('anchors a text by the part of it that is nearest to what it names', () => {
	expect(setting(-1, 90)).toEqual({ anchor: 'start', dx: -1 });
	expect(setting(-45, 90)).toEqual({ anchor: 'middle', dx: 0 });
	expect(setting(-89, 90)).toEqual({ anchor: 'end', dx: 1 });
});

test('says so when there is no place', () => {
	expect(
		placeCaptions(
			[0.4, 0.5, 0.6, 0.7].map((x) => ({ x, width: 250 })),
			room,
		),
	).toBeNull();
	expect(placeCaptions([{ x: 0.5, width: 300 }], room)).toBeNull();
});

test('finds room for five long captions side by side in five rows', () => {
	const five = [0.15, 0.19, 0.29, 0.33, 0.36].map((x) => ({ x, width: 140 }));
	expect(placeCaptions(five, { width: 288, rows: 5, corner: 80 })?.map(({ row }) => row)).toEqual([4, 3, 2, 1, 0]);
});

test('lets no text meet another text or a leader, at the narrowest width and at every wider one', () => {
	const caption = fc.record({
		x: fc.double({ min: 0, max: 1, noNaN: true }),
		width: fc.integer({ min: 10, max: 180 }),
	});
	fc.assert(
		fc.property(fc.array(caption, { maxLength: 5 }), fc.constantFrom(288, 360, 768, 1600), (captions, width) => {
			const places = placeCaptions(captions, room);
			if (!places) return;
			const boxes = places.map((place, index) => box(place, captions[index] ?? { x: 0, width: 0 }, width));
			for (const a of boxes) {
				expect(a.left).toBeGreaterThanOrEqual(-1e-6);
				expect(a.right).toBeLessThanOrEqual(width + 1e-6);
				for (const b of boxes) {
					if (a === b) continue;
					if (a.row === b.row) expect(a.right <= b.left || b.right <= a.left).toBe(true);
					if (a.row < b.row) expect(b.leader > a.left && b.leader < a.right).toBe(false);
				}
			}
		}),
	);
});

function box({ dx, row }: CaptionPlace, { x, width }: Caption, plot: number) {
	const leader = x * plot;
	return { row, leader, left: leader + dx, right: leader + dx + width };
}
