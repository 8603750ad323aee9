import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixedPages } from '#compile/copy/fixed-pages.ts';
import { compile } from '#compile/compile.ts';
import { dataOf } from '#compile/copy/proof/data.ts';
import { tables } from '#lib/story/charts.ts';
import { project, root } from '#tests/compile/project.ts';

test('the copy may link to all pages of the site except the 404 page', () => {
	const routes = join(root, 'src/routes');
	const pages = readdirSync(routes, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.name === '+page.svelte')
		.map(({ parentPath }) => `/${parentPath.slice(routes.length + 1)}/`.replace('//', '/'))
		.filter((page) => !page.includes('[') && !page.startsWith('/dev/') && page !== '/404/');
	expect([...fixedPages].sort()).toEqual(pages.sort());
	expect(existsSync(join(routes, 'embed/[chart]/+page.svelte'))).toBe(true);
	expect(existsSync(join(routes, 's/[step]/+page.svelte'))).toBe(true);
	expect(existsSync(join(routes, 'evidence/[source]/+page.svelte'))).toBe(true);
});

test('a check counts as drawn exactly the records that have rows in the charts', () => {
	const { story } = compile(project());
	if (!story) throw new Error('The seeds do not compile: run npm run seeds');
	const { rows } = dataOf(story);
	for (const [chart, table] of Object.entries(tables(story))) {
		const drawn = [...rows].flatMap(([kind, all]) =>
			kind === 'sources' || kind === 'positions'
				? []
				: all.flatMap((row) => ((row['drawn'] as string[] | undefined)?.includes(chart) ? [String(row['id'])] : [])),
		);
		const inTable = new Set(table.rows.map(({ id }) => id.split('--')[0] ?? id));
		expect({ chart, drawn: drawn.sort() }).toEqual({ chart, drawn: [...inTable].sort() });
	}
});
