import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import ChartFigure from '#lib/ui/ChartFigure.svelte';
import DataTable from '#lib/ui/DataTable.svelte';

const drawing = createRawSnippet(() => ({ render: () => '<svg class="drawing"></svg>' }));
const broken = createRawSnippet(() => ({
	render: () => {
		throw new Error('invented fault');
	},
}));
const rows = {
	caption: 'All of it',
	columns: ['What', 'When'],
	rows: [
		{ id: 'accord', group: 'Events', cells: ['Accord', '1991'] },
		{ id: 'ban', group: 'Events', cells: ['Ban', '2014'] },
		{ id: 'envoy', group: 'People', cells: ['Envoy', 'always'] },
	],
};
const props = {
	chart: {
		id: 'contacts',
		formerly: [],
		title: 'A finding',
		how: 'How to read',
		credit: 'Whence',
		description: 'The whole',
	} as const,
	step: { id: 'start', frame: 'all', focus: [] },
	frames: ['all', '2017'],
	table: createRawSnippet(() => ({ render: () => '<p>The way to its table</p>' })),
	keys: 'Which keys lead on',
	children: drawing,
};
const plain = (markup: string): string => markup.replace(/<!--.*?-->/gs, '').replace(/\s+/g, ' ');
const figure = (more: object = {}): string => plain(render(ChartFigure, { props: { ...props, ...more } }).body);

test('has its chart, step and frames in the attributes that behaviours read', () => {
	expect(figure()).toMatch(
		/<figure [^>]*data-chart="contacts" data-step="start" data-frame="all" data-frames="all 2017"/,
	);
});

test('is named by the finding and described by what it shows now', () => {
	const markup = figure({ description: 'The start' });
	const [, label, description] = /aria-labelledby="([^"]+)" aria-describedby="([^"]+)"/.exec(markup) ?? [];
	expect(markup).toMatch(new RegExp(`<h3 [^>]*id="${label}"[^>]*>A finding</h3>`));
	expect(markup).toMatch(new RegExp(`<p [^>]*id="${description}" data-description=""[^>]*>The start</p>`));
	expect(figure()).toContain('>The whole</p>');
});

test('has the finding, how to read it, the drawing, the source and the way to the table, in this order', () => {
	const places = ['A finding', 'How to read', '<svg', 'Whence', 'The way'].map((part) => figure().indexOf(part));
	expect(places).toEqual([...places].sort((a, b) => a - b));
	expect(places).not.toContain(-1);
});

test('can stand a level lower among headings', () => {
	expect(figure({ level: 4 })).toMatch(/<h4 [^>]*>A finding<\/h4>/);
});

test('leads past the drawing', () => {
	const [, end] = /class="skip[^"]*" href="#([^"]+)"/.exec(figure()) ?? [];
	expect(figure()).toMatch(new RegExp(`id="${end}" tabindex="-1"`));
});

test('says which keys lead on, hidden until a script makes them', () => {
	expect(figure()).toMatch(/<p id="[^"]+" data-keys="" hidden="?"?>Which keys lead on<\/p>/);
});

test('a table links the first cell of each row to its evidence, and names each group once', () => {
	const table = plain(render(DataTable, { props: { table: rows, evidence: './evidence/' } }).body);
	expect(
		[...table.matchAll(/<tr data-row="(\w+)"><th [^>]*><a href="([^"]+)">(\w+)</g)].map((found) => found.slice(1)),
	).toEqual([
		['accord', './evidence/#accord', 'Accord'],
		['ban', './evidence/#ban', 'Ban'],
		['envoy', './evidence/#envoy', 'Envoy'],
	]);
	expect(table.match(/scope="rowgroup"[^>]*>(\w+)</g)).toHaveLength(2);
});

test('does not hide that a drawing throws: the build ends, and nobody publishes a chart without one', () => {
	expect(() => figure({ children: broken })).toThrow('invented fault');
});
