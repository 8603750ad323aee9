import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '#compile/compile.ts';
import { network as placedBy } from '#compile/places/network.ts';
import { subject as invented } from '#tests/charts/fixtures.ts';
import { project } from '#tests/compile/project.ts';

const HUB = 'hub';
const subject = { ...invented, hub: { actor: HUB } };
const [{ code: first }, { code: second }] = invented.sides;
const sides = [first, second, 'other'];
const network = (actors: Parameters<typeof placedBy>[0], contacts: Parameters<typeof placedBy>[1]) =>
	placedBy(actors, contacts, subject);
const actors = [HUB, ...'abcdefghijkl'.split('')].map((id, index) => ({ id, side: sides[index % 3] ?? 'other' }));
const ids = actors.map(({ id }) => id).slice(1);

/** Contacts of up to three invented people, with the hub or without. */
const someContacts = fc
	.array(
		fc.record({
			own: fc.boolean(),
			who: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 3 }),
			sources: fc.integer({ min: 1, max: 5 }),
		}),
		{ minLength: 1, maxLength: 12 },
	)
	.map((drawn) =>
		drawn.map(({ own, who, sources }, index) => ({
			id: `contact-${index}`,
			participants: own ? [HUB, ...who.slice(1)] : who,
			degree: own ? (1 as const) : (2 as const),
			sources: Array.from({ length: sources }, (_, source) => `source-${source}`),
		})),
	);

test('gives a position to each contact and each participant, and to no other actor', () => {
	fc.assert(
		fc.property(someContacts, (contacts) => {
			const placed = new Set(contacts.flatMap(({ id, participants }) => [id, ...participants]));
			expect(new Set(Object.keys(network(actors, contacts)))).toEqual(placed);
		}),
	);
});

test('keeps one side left of the hub, the other right of it, and all inside the drawing', () => {
	fc.assert(
		fc.property(someContacts, (contacts) => {
			for (const [id, { x, y }] of Object.entries(network(actors, contacts))) {
				const side = actors.find((actor) => actor.id === id)?.side;
				if (id === HUB) expect(x).toBe(0.5);
				else if (side === first) expect(x).toBeLessThan(0.5);
				else if (side === second) expect(x).toBeGreaterThan(0.5);
				expect(y).toBeGreaterThan(0);
				expect(y).toBeLessThan(1);
			}
		}),
	);
});

test('keeps a half of many interleaved people on its own side', () => {
	const crowd = [HUB, ...ids].map((id) => ({ id, side: id === HUB ? second : first }));
	const pairs = ids.flatMap((a, index) => ids.slice(index + 1).map((b) => [a, b]));
	const all = pairs.map((participants) => ({
		id: participants.join('-'),
		participants,
		degree: 2 as const,
		sources: ['s'],
	}));
	for (const [id, { x }] of Object.entries(network(crowd, all))) if (ids.includes(id)) expect(x).toBeLessThan(0.5);
});

test('keeps contacts without the hub above and below its own, and lines apart where they share a half', () => {
	fc.assert(
		fc.property(someContacts, (contacts) => {
			const places = network(actors, contacts);
			const lines = (degree: number) =>
				contacts.filter((each) => each.degree === degree).map(({ id }) => places[id]?.y ?? 0);
			const [own, past] = [lines(1), lines(2)];
			expect(past.filter((y) => y >= Math.min(...own) && y <= Math.max(...own))).toEqual([]);
			expect(new Set(past).size).toBe(past.length);
		}),
	);
});

test('places no two people at one position', () => {
	fc.assert(
		fc.property(someContacts, (contacts) => {
			const places = network(actors, contacts);
			const spans = [...new Set(contacts.flatMap(({ participants }) => participants))].map((id) => {
				const own = contacts
					.filter(({ participants }) => participants.includes(id))
					.map((each) => places[each.id]?.y ?? 0);
				return { x: places[id]?.x, from: Math.min(...own), to: Math.max(...own) };
			});
			for (const [index, a] of spans.entries())
				for (const b of spans.slice(index + 1)) expect(a.x !== b.x || a.to < b.from || b.to < a.from).toBe(true);
		}),
	);
});

test('puts everything in the same place whatever the order of actors and contacts', () => {
	fc.assert(
		fc.property(someContacts, fc.func(fc.nat()), (contacts, weight) => {
			const shuffled = [...contacts].sort((a, b) => weight(a.id) - weight(b.id));
			expect(network([...actors].reverse(), shuffled)).toEqual(network(actors, contacts));
		}),
	);
});

test('leaves every bar of the real network to one person’s lines, in one column but for somebody between', () => {
	const places = compile(project()).story?.network ?? {};
	const inner = Object.entries(places).filter(([, { x }]) => ![0, 0.5, 1].includes(x));
	expect(Object.keys(places).length).toBeGreaterThan(20);
	expect(inner.length).toBeLessThanOrEqual(1);
});
