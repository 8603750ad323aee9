import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '#compile/compile.ts';
import { BOX, network } from '#compile/network.ts';
import { project } from './project.ts';

const ids = ['kislyak', 'ash', 'birch', 'cedar', 'elm', 'fir', 'hazel', 'larch'];
const actors = ids.map((id) => ({ id, short: id }));
const contacts = [
	{ participants: ['kislyak', 'ash'], degree: 1 },
	{ participants: ['kislyak', 'birch'], degree: 1 },
	{ participants: ['ash', 'cedar'], degree: 2 },
	{ participants: ['elm', 'fir', 'hazel'], degree: 2 },
] as const;

test('puts the ambassador in the middle, and nobody who has no contact anywhere', () => {
	const places = network(actors, contacts);
	expect(places['kislyak']).toEqual({ x: 0.5, y: 0.5 });
	expect(Object.keys(places)).toEqual(['ash', 'birch', 'cedar', 'elm', 'fir', 'hazel', 'kislyak']);
});

test('puts people in the same places whatever the order of actors and contacts', () => {
	const places = network(actors, contacts);
	const [shuffledActors, shuffledContacts] = [
		fc.shuffledSubarray(actors, { minLength: 8 }),
		fc.shuffledSubarray([...contacts], { minLength: 4 }),
	];
	fc.assert(
		fc.property(shuffledActors, shuffledContacts, (someActors, someContacts) => {
			expect(network(someActors, someContacts)).toEqual(places);
		}),
		{ numRuns: 5 },
	);
}, 30_000);

test('keeps everybody of the real network inside the drawing, and no two in one place', () => {
	const places = Object.values(compile(project()).story?.network ?? {});
	expect(places.length).toBeGreaterThan(8);
	expect(places.filter(({ x, y }) => x <= 0.03 || x >= 0.97 || y <= 0.03 || y >= 0.97)).toEqual([]);
	const near = places.flatMap((a, i) =>
		places.slice(i + 1).filter((b) => Math.hypot((a.x - b.x) * BOX.width, (a.y - b.y) * BOX.height) < 24),
	);
	expect(near).toEqual([]);
});
