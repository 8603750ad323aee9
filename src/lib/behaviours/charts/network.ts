/** A contact as the walk sees it: its id, and the people it joins. */
export interface ContactEnds {
	readonly id: string;
	readonly who: readonly string[];
}

/** Where a walk stands: at a person, or at a contact reached from a person. */
export interface Stand {
	readonly person: string;
	readonly contact: string | null;
}

/** What can be walked to: those in view, in reading order. */
export interface Network {
	readonly people: readonly string[];
	readonly contacts: readonly ContactEnds[];
}

/**
 * One step of a walk through the network. At a person, → and ← go to the first and the last of that person's contacts,
 * ↓ and ↑ to the next and the previous person. At a contact, → and ← go round the contacts of the person it was reached
 * from, ↓ on to the person at its other end (the first other one, where it joins several), ↑ back to that person. Where
 * a key leads nowhere the walk stays.
 * @param key as in `KeyboardEvent.key`
 */
export function walkNetwork(stand: Stand, key: string, { people, contacts }: Network): Stand {
	const { person } = stand;
	const own = contacts.filter(({ who }) => who.includes(person));
	const at = own.findIndex(({ id }) => id === stand.contact);
	if (key === 'ArrowRight' || key === 'ArrowLeft') {
		const to = key === 'ArrowRight' ? at + 1 : Math.max(at, 0) - 1;
		return { person, contact: own.at(to % own.length)?.id ?? null };
	}
	if (stand.contact === null) {
		const to = people.indexOf(person) + (key === 'ArrowDown' ? 1 : -1);
		return { person: people.at(to % people.length) ?? person, contact: null };
	}
	const other = own[at]?.who.find((id) => id !== person && people.includes(id));
	return { person: (key === 'ArrowDown' ? other : undefined) ?? person, contact: null };
}
