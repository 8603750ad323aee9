import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import Contacts from '#lib/charts/contacts/Contacts.svelte';
import { contactsTable } from '#lib/charts/contacts/table.ts';
import { contactsGeometry } from '#lib/charts/contacts/geometry.ts';
import { network } from '#tests/charts/contacts/fixtures.ts';
import { expectDrawing } from '#tests/drawings/drawing.ts';

const whole = { id: 'whole', frame: 'all', focus: [] };
const adviser = { id: 'adviser-step', frame: 'all', focus: ['call', 'dinner'] };
const geometry = contactsGeometry(network);
const draw = (step: typeof whole | typeof adviser, picture = false): string =>
	render(Contacts, { props: { geometry, step, picture, evidence: './evidence/' } }).body;

test('the whole network is drawn as reviewed', ({ task }) => {
	expectDrawing('contacts/whole', draw(whole));
	holds(task, 'reliability/drawings', 'contacts');
});

test('two contacts in focus are drawn as reviewed, in the drawing and in the picture', () => {
	expectDrawing('contacts/adviser', draw(adviser));
	expectDrawing('contacts/adviser-picture', draw(adviser, true));
});

test('a mark of the drawing is a row of the table', () => {
	const marks = [...draw(whole).matchAll(/data-id="([^"]+)"/g)].map(([, id]) => id);
	expect(marks).toEqual(contactsTable(network).rows.map(({ id }) => id));
});

test('a contact in focus brings along those who took part', () => {
	const focused = [...draw(adviser).matchAll(/<a (?=[^>]*data-focus)[^>]*data-id="([^"]+)"/g)].map(([, id]) => id);
	expect(focused).toEqual(['call', 'dinner', 'envoy', 'adviser']);
});

test('a picture has no link and no id of a record', () => {
	expect(draw(adviser, true)).not.toMatch(/<a |data-id|href/);
});
