/** Every cell of every table has a heading over it and one beside it. */
import { readFileSync } from 'node:fs';
import { parse, type HTMLElement } from 'node-html-parser';
import { expect, test } from 'vitest';

const PAGES = [
	...['data/tables/', 'data/', 'method/', 'accessibility/', 'evidence/', 'embed/'],
	...['relations', 'ties', 'contacts', 'accounts'].map((chart) => `embed/${chart}/`),
];

const span = (cell: HTMLElement, name: 'colspan' | 'rowspan'): number => Number(cell.getAttribute(name) ?? 1);

/** The cells without a column heading, or without a row heading, by scope. */
function untied(table: HTMLElement): string[] {
	const columns = new Set<number>();
	const wrong: string[] = [];
	/** For each column, how many rows below a cell still covers, and whether it heads them. */
	const covered: ({ left: number; heads: boolean } | undefined)[] = [];
	let isHeaded = false;
	for (const row of table.querySelectorAll('tr')) {
		if (row.parentNode?.querySelector('tr') === row) isHeaded = false;
		const cells = row.querySelectorAll('td, th');
		let at = 0;
		let hasHead = isHeaded || covered.some((above) => above?.heads === true && above.left > 0);
		const inRow: { cell: HTMLElement; at: number }[] = [];
		const next: { at: number; left: number; heads: boolean }[] = [];
		for (const cell of cells) {
			while ((covered[at]?.left ?? 0) > 0) at += 1;
			const scope = cell.getAttribute('scope');
			if (scope === 'rowgroup') isHeaded = true;
			if (scope === 'row' || isHeaded) hasHead = true;
			for (let column = at; column < at + span(cell, 'colspan'); column += 1) {
				if (scope === 'col' || scope === 'colgroup') columns.add(column);
				if (span(cell, 'rowspan') > 1)
					next.push({ at: column, left: span(cell, 'rowspan'), heads: scope === 'row' || scope === 'rowgroup' });
			}
			if (cell.rawTagName.toLowerCase() === 'td') inRow.push({ cell, at });
			at += span(cell, 'colspan');
		}
		for (const each of next) covered[each.at] = each;
		for (const above of covered) if (above && above.left > 0) above.left -= 1;
		for (const { cell, at } of inRow) {
			const words = cell.text.replace(/\s+/g, ' ').trim().slice(0, 40);
			if (!columns.has(at)) wrong.push(`“${words}” has no heading of its column`);
			if (!hasHead) wrong.push(`“${words}” has no heading of its row`);
		}
	}
	return wrong;
}

test.for(PAGES)('each cell of the tables of /%s is tied to headings', (at) => {
	const tables = parse(readFileSync(`build/${at}index.html`, 'utf8')).querySelectorAll('table');
	expect(tables.flatMap(untied)).toEqual([]);
});

test('there are tables, and a cell without headings is found', () => {
	const tables = PAGES.flatMap((at) => parse(readFileSync(`build/${at}index.html`, 'utf8')).querySelectorAll('table'));
	expect(tables.length).toBeGreaterThan(8);
	const wrong = '<table><tr><th scope="col">a</th><th>b</th></tr><tr><th scope="row">c</th><td>d</td></tr></table>';
	expect(untied(parse(wrong))).toEqual(['“d” has no heading of its column']);
	expect(untied(parse(wrong.replace('scope="row"', '').replace('<th>', '<th scope="col">')))).toEqual([
		'“d” has no heading of its row',
	]);
});
