/** The pages in programs without styles and scripts: text browsers, and converters to plain text. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { NodeType, parse, type HTMLElement, type Node } from 'node-html-parser';
import { expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { installing, skipUnless } from '#tests/quality/partners.ts';
import { present } from '#tests/present.ts';

const PAGES = ['', 'method/', ...['relations', 'ties', 'contacts', 'accounts'].map((chart) => `embed/${chart}/`)];
const fileOf = (at: string): string => resolve('build', at, 'index.html');
const pageOf = (at: string): HTMLElement => parse(readFileSync(fileOf(at), 'utf8'));

/** The text of an element without tags, as a plain converter extracts it. */
const plain = (node: Node): string =>
	node.nodeType === NodeType.TEXT_NODE ? node.text : node.childNodes.map(plain).join('');

const spaced = (text: string): string => ` ${text.replace(/\s+/g, ' ').trim()} `;

/** A program that is installed, by its name; null where it is not. */
function installed(name: string): string | null {
	const paths = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
	return paths.find((path) => existsSync(path)) ?? null;
}

test.for(PAGES)('the words of drawings in /%s do not run together', (at, { task }) => {
	const page = pageOf(at);
	const drawings = page.querySelectorAll('main svg').filter((svg) => !svg.parentNode?.closest('svg'));
	let texts = 0;
	for (const drawing of drawings) {
		const whole = spaced(plain(drawing));
		for (const text of drawing.querySelectorAll('text')) {
			expect(whole).toContain(spaced(plain(text)));
			texts += 1;
		}
	}
	expect(texts).toBeGreaterThan(20);
	holds(task, 'reliability/read-as-text', `${texts} texts of /${at}`);
});

test('lines of one text do not run together either', () => {
	const run = PAGES.flatMap((at) =>
		pageOf(at)
			.querySelectorAll('svg text')
			.flatMap((text) => {
				const parts = text.childNodes.map(plain);
				const pairs = parts.slice(1).map((part, index) => `${parts[index] ?? ''}|${part}`);
				return pairs.filter((pair) => /[^\s]\|[\p{L}\p{N}]/u.test(pair) && plain(text).includes(pair.replace('|', '')));
			}),
	);
	expect(run).toEqual([]);
});

const occurrences = (text: string, words: string): number => spaced(text).split(words).length - 1;

test('the picture of the first screen is said once', ({ task }) => {
	const opening = pageOf('').querySelector('.opening');
	const names =
		opening?.querySelectorAll('svg:not([display]) .name text').map((text) => spaced(plain(text)).trim()) ?? [];
	expect(names.length).toBeGreaterThan(8);
	const text = spaced(opening ? plain(opening) : '');
	for (const name of names) expect([name, occurrences(text, ` ${name} `)]).toEqual([name, 1]);
	holds(task, 'reliability/read-as-text', `${names.length} words of the first picture, once each`);
});

const READERS: Readonly<Record<string, readonly string[]>> = {
	w3m: ['-dump', '-cols', '2000', '-T', 'text/html'],
	lynx: ['-dump', '-nolist', '-width', '2000'],
};

test.for(Object.entries(READERS))('%s reads every paragraph of the story in order', ([name, options], context) => {
	const program = installed(name);
	skipUnless(context, program !== null, `${name} is not installed`, installing(name));
	const text = spaced(execFileSync(present(program), [...options, fileOf('')], { encoding: 'utf8' }));
	let at = 0;
	for (const paragraph of pageOf('').querySelectorAll('.chapter .intro p, .step h3, .step > p')) {
		const words = spaced(paragraph.text).trim();
		const found = text.indexOf(words, at);
		expect(found, `“${words.slice(0, 60)}” in its place`).toBeGreaterThanOrEqual(0);
		at = found + words.length;
	}
	expect(occurrences(text, 'USAID in Russia, expelled')).toBe(1);
	holds(context.task, 'reliability/read-as-text', `${name}: every paragraph of the story`);
});
