import { expect, test } from 'vitest';
import { contactsGeometry } from '#lib/charts/contacts/geometry.ts';
import { contact, network } from './invented.ts';

const geometry = contactsGeometry(network, [{ id: 'start', frame: 'all', focus: ['call', 'dinner', 'adviser'] }]);
const node = (id: string) => geometry.nodes.find(({ actor }) => actor.id === id);
const link = (id: string) => geometry.links.find((each) => each.contact.id === id);

test('places everybody who takes part in a contact, and nobody else', () => {
	expect(geometry.nodes.map(({ actor }) => actor.id)).toEqual(Object.keys(network.network));
});

test('takes for the centre whom the first-degree contacts have in common, and draws it largest', () => {
	expect(geometry.nodes.filter(({ centre }) => centre).map(({ actor }) => actor.id)).toEqual(['envoy']);
	const radius = node('envoy')?.r ?? 0;
	expect(geometry.nodes.every(({ actor, r }) => actor.id === 'envoy' || r < radius)).toBe(true);
});

test('draws people of the wider circle smaller than those of the first degree', () => {
	expect(node('rival')?.degree).toBe(2);
	expect(node('rival')?.r).toBeLessThan(node('adviser')?.r ?? 0);
});

test('keeps beads of contacts between the same people apart, whoever is named first', () => {
	const [a, b] = [link('call')?.bead, link('dinner')?.bead];
	const apart = Math.hypot((((a?.x ?? 0) - (b?.x ?? 0)) / 100) * 288, (a?.y ?? 0) - (b?.y ?? 0));
	expect(apart).toBeCloseTo(22, 0);
});

test('joins three people as one mark that meets in their middle', () => {
	const { bead, spokes } = link('reception') ?? { bead: null, spokes: [] };
	expect(spokes).toHaveLength(3);
	expect(bead?.x).toBeCloseTo(
		((node('president')?.x ?? 0) + (node('envoy')?.x ?? 0) + (node('ministry')?.x ?? 0)) / 3,
		0,
	);
});

test('points an arrow at the second person of a directed contact, and only there', () => {
	expect(link('offer')?.spokes.map(({ arrow }) => arrow)).toEqual([null, node('envoy')?.r]);
	expect(geometry.arrows).toEqual([node('envoy')?.r]);
});

test('strikes a denied contact once', () => {
	const bars = geometry.links.map(({ contact, spokes }) => [contact.id, spokes.filter(({ bar }) => bar).length]);
	expect(bars.filter(([, count]) => count)).toEqual([['secret', 1]]);
});

test('makes the bead of a contact that several sources report larger than that of a single one', () => {
	expect(link('call')?.sources).toBe(2);
	expect(link('call')?.bead.r).toBeGreaterThan(link('dinner')?.bead.r ?? 0);
});

test('draws a ring only where it parts the wider circle from the others', () => {
	const { ring } = geometry;
	const inside = ({ x, y }: { x: number; y: number }): boolean =>
		ring !== null && Math.hypot((x - ring.cx) / ring.rx, (y - ring.cy) / ring.ry) < 1;
	expect(geometry.nodes.map((each) => inside(each))).toEqual(geometry.nodes.map(({ degree }) => degree === 1));
	const mixed = { ...network, network: { ...network.network, rival: { x: 0.5, y: 0.6 } } };
	expect(contactsGeometry(mixed, []).ring).toBeNull();
});

test('says what the wider circle is, unless there is none', () => {
	expect(geometry.aside?.lines.join(' ')).toBe('Outside the ring: no contact with Envoy is reported');
	const first = { ...network, contacts: network.contacts.filter(({ degree }) => degree === 1) };
	expect(contactsGeometry(first, []).aside).toBeNull();
});

test('labels the contacts in focus of each step, once each', () => {
	expect(geometry.labels['start']?.map(({ id }) => id)).toEqual(['call', 'dinner']);
});

test('keeps everything in the drawing, of every network', () => {
	for (let turn = 0; turn < 40; turn += 1) {
		const ids = Array.from({ length: 4 + (turn % 9) }, (_, index) => `person-${index}`);
		const place = (index: number) => ({
			x: 0.1 + 0.8 * ((index * turn * 0.37) % 1),
			y: 0.06 + 0.84 * ((index * 0.61 + turn * 0.13) % 1),
		});
		const { nodes, links, height } = contactsGeometry(
			{
				...network,
				actors: ids.map((id) => ({ ...network.actors[0], id, name: id, short: id }) as (typeof network.actors)[number]),
				contacts: ids
					.slice(1)
					.map((id) => contact({ id: `with-${id}`, participants: ['person-0', id], status: 'reported' })),
				network: Object.fromEntries(ids.map((id, index) => [id, place(index)])),
			},
			[],
		);
		for (const { x, y } of [...nodes, ...links.map(({ bead }) => bead)]) {
			expect(x).toBeGreaterThan(0);
			expect(x).toBeLessThan(100);
			expect(y).toBeGreaterThan(0);
			expect(y).toBeLessThan(height);
		}
	}
});
