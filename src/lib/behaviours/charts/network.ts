/** A contact for keyboard navigation: its id, and the people it joins. */
export interface ContactEnds {
	readonly id: string;
	readonly who: readonly string[];
}

/** The current place: a person, or a contact reached from a person. */
export interface NetworkPlace {
	readonly person: string;
	readonly contact: string | null;
}

/** The visible people and contacts, in reading order. */
export interface Network {
	readonly people: readonly string[];
	readonly contacts: readonly ContactEnds[];
}

/**
 * One step of keyboard navigation through the network. At a person, → and ← go to the first and the last of that person's
 * contacts, ↓ and ↑ to the next and the previous person. At a contact, → and ← go round the contacts of the person it was
 * reached from, ↓ on to the person at its other end (the first other one, if it joins several), ↑ back to that person. If
 * a key leads nowhere, the place stays.
 * @param key as in `KeyboardEvent.key`
 */
export function walkNetwork(place: NetworkPlace, key: string, { people, contacts }: Network): NetworkPlace {
	const { person } = place;
	const own = contacts.filter(({ who }) => who.includes(person));
	const at = own.findIndex(({ id }) => id === place.contact);
	if (key === 'ArrowRight' || key === 'ArrowLeft') {
		const to = key === 'ArrowRight' ? at + 1 : Math.max(at, 0) - 1;
		return { person, contact: own.at(to % own.length)?.id ?? null };
	}
	if (place.contact === null) {
		const to = people.indexOf(person) + (key === 'ArrowDown' ? 1 : -1);
		return { person: people.at(to % people.length) ?? person, contact: null };
	}
	const other = own[at]?.who.find((id) => id !== person && people.includes(id));
	return { person: (key === 'ArrowDown' ? other : undefined) ?? person, contact: null };
}
