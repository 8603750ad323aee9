import { expect, test } from 'vitest';
import { network as places } from '#compile/places/network.ts';
import { contactsGeometry, type NodePlace } from '#lib/charts/contacts/geometry.ts';
import type { Contact } from '#lib/model/records.ts';
import { present } from '#tests/present.ts';
import { contact, network } from './fixtures.ts';

const geometry = contactsGeometry(network);
const node = (id: string) => geometry.nodes.find(({ actor }) => actor.id === id);
const link = (id: string) => geometry.links.find((each) => each.contact.id === id);
const span = ({ y, height }: NodePlace) => [y - height / 2, y + height / 2] as const;

test('places exactly the people who take part in a contact', () => {
	const taking = new Set(network.contacts.flatMap(({ participants }) => participants));
	expect(new Set(geometry.nodes.map(({ actor }) => actor.id))).toEqual(taking);
});

test('takes for the centre whom the first-degree contacts have in common, and puts it first', () => {
	expect(geometry.nodes.filter(({ centre }) => centre).map(({ actor }) => actor.id)).toEqual(['envoy']);
	expect(geometry.nodes[0]?.centre).toBe(true);
});

test('draws each contact as one horizontal line through its participants only', () => {
	for (const { contact, y, from, to } of geometry.links) {
		const met = geometry.nodes.filter((each) => {
			const [top, bottom] = span(each);
			return top <= y && y <= bottom && from <= each.at.x && each.at.x <= to;
		});
		expect(met.map(({ actor }) => actor.id).sort()).toEqual([...contact.participants].sort());
	}
});

test('keeps contacts without the centre off it', () => {
	const [top, bottom] = span(present(geometry.nodes[0]));
	const past = geometry.links.filter(({ degree }) => degree === 2);
	expect(past.length).toBeGreaterThan(0);
	expect(past.filter(({ y }) => y > top && y < bottom)).toEqual([]);
});

test('a contact goes through the centre if it has people on both halves, and only then', () => {
	const contacts = [
		contact({ id: 'three', participants: ['president', 'envoy', 'ministry'], status: 'confirmed' }),
		contact({ id: 'two', participants: ['envoy', 'ministry'], status: 'confirmed' }),
		contact({ id: 'past', participants: ['president', 'ministry'], status: 'confirmed', degree: 2 }),
		contact({ id: 'other', participants: ['senator', 'envoy'], status: 'reported' }),
	];
	const { links } = contactsGeometry({
		...network,
		contacts,
		network: places(network.actors, contacts, network.subject),
	});
	expect(links.filter(({ isThrough }) => isThrough).map((link) => link.contact.id)).toEqual(['three']);
});

test('reads from what most sources tell of to the least', () => {
	const counts = geometry.links.map(({ sources }) => sources);
	expect(counts).toEqual([...counts].sort((a, b) => b - a));
});

test('points an arrow at the second person of a directed contact, and only there', () => {
	expect(geometry.links.filter(({ arrow }) => arrow).map(({ contact }) => contact.id)).toEqual(['offer']);
	expect(link('offer')?.arrow).toMatchObject({ x: 50, half: 'right' });
	expect(link('offer')?.arrow?.dx).toBeLessThan((link('offer')?.bead.dx ?? 0) - 6);
});

test('says which actors are third parties', () => {
	expect(node('rival')?.lines.join(' ')).toBe('Rival (third party)');
	expect(node('adviser')?.lines.join(' ')).toBe('Adviser');
});

test('a long name at the edge is on one line above its own, and broken where a wide drawing has it beside the bar', () => {
	const short = 'officials of many kinds';
	const actors = network.actors.map((actor) => (actor.id === 'ministry' ? { ...actor, short } : actor));
	const [named] = contactsGeometry({ ...network, actors }).nodes.filter(({ actor }) => actor.id === 'ministry');
	expect(named).toMatchObject({ edge: true, over: [short], lines: ['officials of', 'many kinds'] });
});

test('puts the note beside the centre only where no line of that half is in the way, else under all', () => {
	const placed = (contacts: readonly Contact[]) =>
		contactsGeometry({ ...network, contacts, network: places(network.actors, contacts, network.subject) });
	const both = ['first', 'second'].map((id) =>
		contact({ id, participants: ['president', 'envoy', 'ministry'], status: 'reported' }),
	);
	const dense = placed(both);
	expect(dense.note?.y).toBeGreaterThan(Math.max(...dense.links.map(({ y }) => y)));
	expect(dense.height).toBeGreaterThan((dense.note?.y ?? 0) + 84);
	const people = ['senator', 'adviser', 'president', 'bystander'];
	const eight = [...people, ...people].map((id, index) =>
		contact({ id: `talk-${index}`, participants: [id, 'envoy'], status: 'reported' }),
	);
	const { note, links } = placed([...eight, ...both.slice(1)]);
	expect(note?.x).toBe(50);
	for (const { y } of links.filter(({ to }) => to > 50)) expect(Math.abs(y - (note?.y ?? 0))).toBeGreaterThan(14);
});
