import { expect, test } from 'vitest';
import { cornerPlace, labelPlaces, runsThrough } from '#lib/charts/contacts/labels.ts';

const bead = { id: 'a', text: 'Invented', x: 50, y: 100, r: 4 };

test('puts a label over its bead where nothing is in the way', () => {
	expect(labelPlaces([bead], [], [])[0]).toMatchObject({ x: 50, y: 90, dx: 0, anchor: 'middle' });
});

test('moves a label off what stands over its bead', () => {
	const above = { x: 50, y: 82, width: 120, height: 24 };
	expect(labelPlaces([bead], [above], [])[0]?.y).toBeGreaterThan(94);
});

test('moves a label off a line that runs over its bead', () => {
	const line = { x1: 0, y1: 86, x2: 100, y2: 86 };
	expect(labelPlaces([bead], [], [line])[0]?.y).toBeGreaterThan(98);
});

test('keeps labels at the edges inside the drawing', () => {
	const [left, right] = labelPlaces(
		[
			{ ...bead, x: 3 },
			{ ...bead, id: 'b', x: 97, y: 300 },
		],
		[],
		[],
	);
	expect([left?.anchor, right?.anchor]).toEqual(['start', 'end']);
});

test('gives the second of two labels another place than the first', () => {
	const [a, b] = labelPlaces([bead, { ...bead, id: 'b', y: 104 }], [], []);
	expect(Math.abs((a?.y ?? 0) - (b?.y ?? 0))).toBeGreaterThan(12);
});

test('names the wider circle in the corner that is free', () => {
	const taken = [10, 90].map((x) => ({ x, y: 15, width: 100, height: 40 }));
	expect(cornerPlace(['One', 'Two'], 420, taken)).toMatchObject({ x: 0, anchor: 'start', y: 403 });
});

test('knows a line that runs through a box from one that passes it', () => {
	const box = { x: 50, y: 50, width: 20, height: 20 };
	expect(runsThrough({ x1: 0, y1: 0, x2: 100, y2: 100 }, box)).toBeGreaterThan(0);
	expect(runsThrough({ x1: 0, y1: 80, x2: 100, y2: 80 }, box)).toBe(0);
});
