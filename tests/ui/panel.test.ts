import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import EvidencePanel from '#lib/ui/EvidencePanel.svelte';

const markup = render(EvidencePanel).body;
const [panel = '', passage = ''] = markup.split(/<template[^>]*>/).slice(1);

test('has one dialog with a slot for each fact about a record', () => {
	expect(panel.trimStart()).toMatch(/^(<!--.*?-->)?<dialog/);
	const slots = [...markup.matchAll(/data-slot="(\w+)"/g)].map(([, slot]) => slot);
	expect(slots.sort()).toEqual([
		'basis',
		'close',
		'copied',
		'copy',
		'date',
		'dispute',
		'link',
		'next',
		'passages',
		'prev',
		'status',
		'support',
		'title',
	]);
});

test('holds a passage to be copied, with its words, its source and how it bears on the record', () => {
	const slots = [...passage.matchAll(/data-slot-item="(\w+)"/g)].map(([, slot]) => slot);
	expect(slots.sort()).toEqual(['exact', 'genre', 'place', 'published', 'source', 'stance']);
	expect(passage).toMatch(/<blockquote[^>]*><p data-slot-item="exact"/);
});

test('carries no style attribute, which the policy of the pages forbids', () => {
	expect(markup).not.toMatch(/ style=/);
});
