/** The network in words: names of marks, and the table that holds the same as they do. */
import type { Table } from '#lib/model/chart.ts';
import type { Actor, Contact, Side, Source } from '#lib/model/records.ts';
import { inWords, sourceList, support } from '#lib/charts/words.ts';
import type { ContactsSlice } from './geometry.ts';

const sides: Record<Side, string> = { us: 'American', ru: 'Russian', other: 'of another country' };

/** The accessible name of a contact: what, its status, when, and how many of the sources report or dispute it. */
export function contactName(contact: Contact, sources: readonly Source[]): string {
	// The number on the bead is part of the name, for readers who speak to their browser.
	const bead = contact.sources.length > 1 ? `, marked ${contact.sources.length}` : '';
	return `${contact.title}. Status: ${contact.status}. ${contact.date.words}, ${support(contact, sources)}${bead}`;
}

/** The accessible name of somebody in the network. */
export function actorName(actor: Actor, contacts: number, degree: 1 | 2): string {
	const circle = degree === 2 ? ', wider circle' : '';
	return `${actor.name}, ${sides[actor.side]} ${actor.kind}, ${inWords(contacts)} ${contacts === 1 ? 'contact' : 'contacts'}${circle}`;
}

/** A row for each contact, then one for each who took part. */
export function contactsTable({ contacts, actors, network, sources }: ContactsSlice): Table {
	const names = new Map(actors.map((actor) => [actor.id, actor.name]));
	const people = actors.flatMap((actor) => {
		const own = contacts.filter((contact) => contact.participants.includes(actor.id));
		if (!network[actor.id] || own.length === 0) return [];
		const roles = actor.roles.map((role) => role.role + (role.date ? ` (${role.date.words})` : ''));
		const degree = own.some((contact) => contact.degree === 1) ? 1 : 2;
		const cells = [
			actor.name,
			[`${sides[actor.side]} ${actor.kind}`, ...roles].join('; '),
			own
				.map((contact) => contact.date.words)
				.filter((words, index, all) => all.indexOf(words) === index)
				.join('; '),
			own.map((contact) => contact.title).join('; '),
			degree === 1 ? 'first degree' : 'wider circle',
			sourceList(actor, sources),
		];
		return { id: actor.id, group: 'People and organisations', cells };
	});
	const rows = contacts.map((contact) => ({
		id: contact.id,
		group: 'Contacts',
		cells: [
			contact.participants.map((id) => names.get(id) ?? id).join('; '),
			contact.mode + (contact.directed ? ', from the first to the second' : ''),
			contact.date.words,
			[contact.title, ...contact.topics.map(({ topic, status }) => `${topic} (${status})`)].join('; '),
			contact.status,
			sourceList(contact, sources),
		],
	}));
	return {
		caption: 'Contacts in the five articles, and those who took part in them',
		columns: ['Who', 'How', 'When', 'What about', 'Status', 'Sources'],
		rows: [...rows, ...people],
	};
}
