import { walkNetwork, type ContactEnds } from './network.ts';
import { words } from './show.ts';
import type { Walk } from './walk.ts';

/** The way along the contacts (`data-who`) of people (`data-node`). */
export function alongContacts(): Walk {
	let person = '';
	return (from, key, marks) => {
		const id = from.dataset['id'] ?? '';
		const people = marks.filter((mark) => 'node' in mark.dataset).map((mark) => mark.dataset['id'] ?? '');
		const contacts = marks
			.filter((mark) => 'who' in mark.dataset)
			.map((mark): ContactEnds => ({ id: mark.dataset['id'] ?? '', who: words(mark.dataset['who']) }));
		const here = contacts.find((contact) => contact.id === id);
		// A contact may be reached by pointer or tab: then it counts as reached from its first person.
		if (!here) person = id;
		else if (!here.who.includes(person)) person = here.who[0] ?? '';
		const next = walkNetwork({ person, contact: here ? id : null }, key, { people, contacts });
		person = next.person;
		return marks.find((mark) => mark.dataset['id'] === (next.contact ?? next.person));
	};
}
