import { parse } from 'node-html-parser';
import { rehype } from 'rehype';
import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Accounts from '#lib/charts/accounts/Accounts.svelte';
import { accountsGeometry } from '#lib/charts/accounts/geometry.ts';
import { accountsTable } from '#lib/charts/accounts/table.ts';
import { shortened } from '#lib/server/markup.ts';
import DataTable from '#lib/ui/DataTable.svelte';
import { accounts } from '#tests/charts/accounts/fixtures.ts';

const step = { id: 'whole', frame: 'all', focus: [] };
const below = createRawSnippet(() => ({ render: () => '<p class="facts"><q>A passage</q> at the end </p>' }));
const drawing = render(Accounts, { props: { geometry: accountsGeometry(accounts), step, evidence: '../' } }).body;
const table = render(DataTable, { props: { table: accountsTable(accounts), evidence: '../', below } }).body;

const page = `<!doctype html><html lang="en"><head><title>One</title></head><body class="one">${drawing}${table}
	<p title="a > b" data-says="x=&quot;y&quot; is so" hidden="">1 &lt; 2, &lt;/td>&lt;td>, a="b"</p>
	<svg><path d="M0 0"></path><rect width="50%"></rect><use href="#a" class="b"></use></svg>
	<script>const cell = '</td><td class="a">';</script></body></html>`;

/** The document as HTML's own parser reads it. */
const read = (html: string): unknown =>
	JSON.parse(
		JSON.stringify(rehype().parse(html), (key, value: unknown) =>
			['position', 'data'].includes(key) ? undefined : value,
		),
	);

test('a shortened page is the same document, to browsers and to the parser of exports', () => {
	expect(shortened(page).length).toBeLessThan(page.length * 0.95);
	expect(read(shortened(page))).toEqual(read(page));
	const unquoted = (html: string): string => parse(html).toString().replaceAll('"', '');
	expect(unquoted(shortened(page))).toBe(unquoted(page));
});

test('scripts and addresses stay as they are', () => {
	expect(shortened(page)).toContain(/<script>.*/.exec(page)?.[0]);
	expect(shortened(page)).toContain('href="../#was-physicist"');
	expect(shortened(page)).toContain('<rect width="50%"/>');
});
