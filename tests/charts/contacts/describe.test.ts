import { expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { actorName, contactName, whenInWords, whenLabel } from '#lib/charts/contacts/describe.ts';
import { contactsTable } from '#lib/charts/contacts/table.ts';
import { contactsGeometry } from '#lib/charts/contacts/geometry.ts';
import type { Contact } from '#lib/model/records.ts';
import { knownInWords } from '#lib/model/words.ts';
import { span, subject } from '#tests/charts/fixtures.ts';
import { present } from '#tests/present.ts';
import { contact, network } from './fixtures.ts';

test('names a contact with its status, date and support, the dispute included', ({ task }) => {
	const dinner = network.contacts[1];
	expect(dinner && contactName(dinner, network.sources)).toBe(
		'Invented dinner, Dec 2016, alleged, 1. Invented dinner. Status: alleged. Said to be of 2016-12-01 to 2016-12-31; known since 2017-05-26. Reported by one of three articles, disputed in one',
	);
	holds(task, 'provenance/survival', 'contacts: names of marks');
});

test('names a person with the side and the circle', () => {
	const [, adviser] = network.actors;
	const named = (contacts: number, degree: 1 | 2, written: string[]) =>
		actorName(present(adviser), { contacts, degree, written }, subject);
	expect(named(1, 2, ['Adviser', 'to all'])).toBe(
		'Adviser to all. The Adviser, Arcadian person, one contact, wider circle',
	);
	expect(named(3, 1, ['Adviser'])).toBe('Adviser. The Adviser, Arcadian person, three contacts');
});

test('has a row for each mark and for nothing else, contacts before people', () => {
	const { nodes, links } = contactsGeometry(network);
	const marks = [...links.map(({ contact }) => contact.id), ...nodes.map(({ actor }) => actor.id)];
	expect(contactsTable(network).rows.map(({ id }) => id)).toEqual(marks);
});

test('keeps the status of a contact and of its topics in the table, and who disputes it', ({ task }) => {
	const cells = Object.fromEntries(contactsTable(network).rows.map(({ id, cells }) => [id, cells]));
	expect(cells['offer']).toEqual([
		...[
			'The Senator; The Envoy',
			'meeting, from the first to the second',
			'planned for 2016-12-01 to 2016-12-31; known since 2017-05-26',
		],
		...['Invented offer; a line (proposed)', 'proposed', 'Gazette'],
	]);
	expect(cells['dinner']?.at(-1)).toBe('Gazette, Herald (disputed there)');
	holds(task, 'provenance/survival', 'contacts: the table');
});

test('says when a contact was known in a way that fits the date', () => {
	const known = (words: string, edtf: string, basis = 'stated') =>
		knownInWords(
			contact({ id: 'x', participants: [], status: 'reported', known: { ...span(edtf), edtf, basis, words } }),
		);
	expect(known('26 May 2017', '2017-05-26')).toBe('known since 26 May 2017');
	expect(known('27 June 2017', '2017-06-27', 'inferred from the article’s own date')).toBe('known by 27 June 2017');
	expect(known('between May and June 2017', '[2017-05..2017-06]')).toBe('became known between May and June 2017');
});

test('fills every cell', () => {
	const { columns, rows } = contactsTable(network);
	expect(rows.every(({ cells }) => cells.length === columns.length && cells.every((cell) => cell !== ''))).toBe(true);
});

test('gives the date of a contact as precisely as the articles, and never as the date of its status', () => {
	const made = (status: Contact['status'], min: string, max: string, given = true) =>
		contact({ id: 'x', participants: [], status, date: { ...span(min, max), given } });
	expect(whenLabel(made('reported', '2016-12-01', '2016-12-31'))).toBe('Dec 2016');
	expect(whenLabel(made('confirmed', '2016-01-01', '2016-12-31'))).toBe('2016');
	expect(whenLabel(made('proposed', '2008-01-01', '2017-12-31'))).toBe('2008–2017');
	expect(whenLabel(made('reported', '2008-01-01', '2017-12-31', false))).toBe('no date given');
	for (const status of ['confirmed', 'reported', 'alleged', 'proposed', 'denied'] as const) {
		for (const isDated of [true, false]) {
			const one = made(status, '2016-12-01', '2016-12-31', isDated);
			expect(`${whenLabel(one)} ${whenInWords(one)}`).not.toContain(status);
		}
	}
});
