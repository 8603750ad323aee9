import { expect, test } from 'vitest';
import { network } from '#compile/network.ts';
import { tangle, type Body } from '#compile/tangle.ts';
import { untangle } from '#compile/untangle.ts';

const body = (x: number, y: number, ring: 0 | 1 | 2 = 1): Body => ({
	x,
	y,
	ring,
	radius: 8,
	label: { width: 40, height: 13 },
});
const box = { width: 300, height: 300 };

test('finds two lines that cross worse than two that do not', () => {
	const corners = [body(100, 100), body(200, 100), body(100, 200), body(200, 200)];
	expect(
		tangle(
			corners,
			[
				[0, 3],
				[1, 2],
			],
			box,
		),
	).toBeGreaterThan(
		tangle(
			corners,
			[
				[0, 1],
				[2, 3],
			],
			box,
		),
	);
});

test('finds a name under a line worse than one beside it', () => {
	const ends = [body(60, 150), body(240, 150)];
	expect(tangle([...ends, body(110, 132)], [[0, 1]], box)).toBeGreaterThan(
		tangle([...ends, body(110, 100)], [[0, 1]], box),
	);
});

test('untangles what is tangled', () => {
	const bodies = [body(100, 100), body(200, 100), body(100, 200), body(200, 200)];
	const groups = [
		[0, 3],
		[1, 2],
	];
	const before = tangle(bodies, groups, box);
	untangle(bodies, groups, box);
	expect(tangle(bodies, groups, box)).toBeLessThan(before - 20);
});

test('leaves those in the middle where they are', () => {
	const bodies = [body(150, 150, 0), body(149, 140), body(151, 145, 2)];
	untangle(
		bodies,
		[
			[0, 1],
			[0, 2],
		],
		box,
	);
	expect(bodies[0]).toMatchObject({ x: 150, y: 150 });
});

test('keeps the first degree nearer to the middle than the wider circle', () => {
	const bodies = [body(150, 150, 0), body(290, 150, 1), body(160, 150, 2)];
	untangle(
		bodies,
		[
			[0, 1],
			[1, 2],
		],
		box,
	);
	const [, inner = 0, outer = 0] = bodies.map(({ x, y }) => Math.hypot(x - 150, y - 150));
	expect(inner).toBeLessThan(outer);
});

test('ends soon, however many take part', () => {
	const crowd = Array.from({ length: 150 }, (_, index) => ({ id: `person-${index}`, short: 'Somebody' }));
	const all = crowd.slice(1).map(({ id }) => ({ participants: ['person-0', id], degree: 1 }) as const);
	const start = performance.now();
	network(crowd, all);
	expect(performance.now() - start).toBeLessThan(10_000);
});
