import fc from 'fast-check';
import { expect, test } from 'vitest';
import { walkNetwork, type NetworkPlace } from '#lib/behaviours/charts/network.ts';

const network = {
	people: ['ann', 'bob', 'cy', 'dee'],
	contacts: [
		{ id: 'call', who: ['ann', 'bob'] },
		{ id: 'dinner', who: ['ann', 'bob', 'cy'] },
	],
};
const walk = (start: NetworkPlace, ...keys: string[]) =>
	keys.reduce((place, key) => walkNetwork(place, key, network), start);
const ann = { person: 'ann', contact: null };

test('→ goes round the contacts of a person and ← round them the other way', () => {
	expect(walk(ann, 'ArrowRight')).toEqual({ person: 'ann', contact: 'call' });
	expect(walk(ann, 'ArrowRight', 'ArrowRight', 'ArrowRight')).toEqual({ person: 'ann', contact: 'call' });
	expect(walk(ann, 'ArrowLeft')).toEqual({ person: 'ann', contact: 'dinner' });
});

test('↓ leads on to the other end of a contact, and ↑ back to the person that it was reached from', () => {
	expect(walk(ann, 'ArrowRight', 'ArrowDown')).toEqual({ person: 'bob', contact: null });
	expect(walk(ann, 'ArrowRight', 'ArrowUp')).toEqual(ann);
	expect(walk({ person: 'cy', contact: null }, 'ArrowRight', 'ArrowDown')).toEqual(ann);
});

test('a person without a visible contact is skipped', () => {
	const dee = { person: 'dee', contact: null };
	expect(walk(dee, 'ArrowRight')).toEqual(dee);
	expect(walk(dee, 'ArrowDown')).toEqual(ann);
	expect(walk(dee, 'ArrowUp')).toEqual({ person: 'cy', contact: null });
});

test('any sequence of keys ends at a visible person or contact', () => {
	const key = fc.constantFrom('ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown');
	fc.assert(
		fc.property(fc.array(key, { maxLength: 30 }), (keys) => {
			const { person, contact } = walk(ann, ...keys);
			expect(network.people).toContain(person);
			if (contact !== null) expect(network.contacts.find(({ id }) => id === contact)?.who).toContain(person);
		}),
	);
});
