import { whenInWords } from './describe.ts';
import { type ContactsSlice, peopleInOrder, inOrder } from './geometry.ts';
import { sourceList, inWords } from '#lib/charts/words.ts';
import type { Table } from '#lib/model/chart.ts';
import { kindInWords } from '#lib/model/subject.ts';
import { knownInWords } from '#lib/model/words.ts';

/** A row for each contact, then one for each participant, in the order of the marks. */
export function contactsTable(slice: ContactsSlice): Table {
	const { contacts, actors, sources, subject } = slice;
	const names = new Map(actors.map((actor) => [actor.id, actor.name]));
	const people = peopleInOrder(slice).map((actor) => {
		const own = contacts.filter((contact) => contact.participants.includes(actor.id));
		const roles = actor.roles.map((role) => role.role + (role.date ? ` (${role.date.words})` : ''));
		const degree = own.some((contact) => contact.degree === 1) ? 1 : 2;
		const cells = [
			actor.name,
			[kindInWords(actor, subject), ...roles].join('; '),
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
	const rows = inOrder(slice).map((contact) => ({
		id: contact.id,
		group: 'Contacts',
		cells: [
			contact.participants.map((id) => names.get(id) ?? id).join('; '),
			contact.mode + (contact.directed ? ', from the first to the second' : ''),
			`${whenInWords(contact)}; ${knownInWords(contact)}`,
			[contact.title, ...contact.topics.map(({ topic, status }) => `${topic} (${status})`)].join('; '),
			contact.status,
			sourceList(contact, sources),
		],
	}));
	return {
		caption: `Contacts in the ${inWords(sources.length)} articles, and those who took part in them`,
		columns: ['Who', 'How', 'When', 'What about', 'Status', 'Sources'],
		rows: [...rows, ...people],
	};
}
