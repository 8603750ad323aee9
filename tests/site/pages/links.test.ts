import type { HTMLElement } from 'node-html-parser';
import { expect, test } from 'vitest';
import { builtFiles, page } from '#tests/site/built-files.ts';
import { holds } from '#tests/quality/holds.ts';

const files = new Set(builtFiles());
const pages = new Map([...files].filter((file) => file.endsWith('.html')).map((file) => [file, page(file)]));
const ids = new Map(
	[...pages].map(([file, document]) => [file, new Set(document.querySelectorAll('[id]').map(({ id }) => id))]),
);
const get = (file: string): HTMLElement => pages.get(file) ?? page(file);
const [story, ledger] = [get('index.html'), get('evidence/index.html')];
const sources = [...pages.keys()].filter((file) => /^evidence\/[^/]+\/index\.html$/.test(file));

/** What a link in a built file leads to: a file, and an anchor in it. Null for another host or scheme. */
function led(from: string, href: string): { file: string; anchor: string } | null {
	const address = new URL(href, `http://site/${from}`);
	if (address.host !== 'site') return null;
	const path = decodeURIComponent(address.pathname.slice(1));
	const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
	return { file, anchor: decodeURIComponent(address.hash.slice(1)) };
}

/** Where every link of an element in a file leads, in the site. */
const targets = (from: string, element: HTMLElement) =>
	element.querySelectorAll('a[href]').flatMap((link) => led(from, link.getAttribute('href') ?? '') ?? []);

/** The anchor of the part of the story that contains an element: a step, else a chapter, else the opening. */
const placeOf = (element: HTMLElement): string => element.closest('.step, .chapter')?.id ?? '';

/** The ledger's entry that an anchor belongs to: that of a position is its question's. */
const entryOf = (id: string): HTMLElement | null | undefined => ledger.getElementById(id)?.closest('article');

/** The periods of charts: they can be in focus, but are not records. */
const periods = story
	.querySelectorAll('[data-frames]')
	.flatMap((figure) => figure.getAttribute('data-frames')?.split(' ') ?? []);

/** Record and place of every use of a record in the story: marks, sentences and steps with it in focus. */
const mentions = [
	...story.querySelectorAll('a[href]').flatMap((link) => {
		const target = led('index.html', link.getAttribute('href') ?? '');
		const record = target?.file === 'evidence/index.html' ? target.anchor : '';
		return record ? { record, place: placeOf(link) } : [];
	}),
	...story.querySelectorAll('.step[data-show]').flatMap((step) => {
		const shownIds = step.getAttribute('data-show')?.split(' ').filter(Boolean) ?? [];
		return shownIds.filter((id) => !periods.includes(id)).map((record) => ({ record, place: step.id }));
	}),
];

test('every mark and sentence of the story, and all that a step points at, has an entry', ({ task }) => {
	expect(mentions.length).toBeGreaterThan(450);
	expect(mentions.filter(({ record }) => !entryOf(record))).toEqual([]);
	const marks = story.querySelectorAll('svg [data-id]');
	const records = marks.map((mark) => mark.getAttribute('data-id') ?? '');
	expect(records.filter((record) => !entryOf(record))).toEqual([]);
	holds(task, 'provenance/sentences', `${mentions.length} links`);
});

test('from every entry links lead back to each place of the story that tells of it, and to no other', () => {
	const expected = new Map<string, Set<string>>();
	for (const { record, place } of mentions) {
		const entry = entryOf(record)?.id ?? '';
		expected.set(entry, (expected.get(entry) ?? new Set()).add(place));
	}
	for (const entry of ledger.querySelectorAll('article')) {
		const back = targets('evidence/index.html', entry).filter(({ file }) => file === 'index.html');
		const places = [...new Set(back.map(({ anchor }) => anchor))].sort();
		expect({ entry: entry.id, places }).toEqual({
			entry: entry.id,
			places: [...(expected.get(entry.id) ?? [])].sort(),
		});
	}
});

test('every entry stands under its own id, and every position in a row under its', () => {
	const entries = ledger.querySelectorAll('article');
	expect(entries.length).toBeGreaterThan(200);
	expect(entries.filter(({ id }) => id === '')).toEqual([]);
	const rows = ledger.querySelectorAll('article tbody tr');
	expect(rows.length).toBeGreaterThan(100);
	expect(rows.filter(({ id }) => !/^.+--.+$/.test(id))).toEqual([]);
});

test('every passage in the ledger leads to itself on the page of its article, where the same words stand', ({
	task,
}) => {
	const quotes = ledger.querySelectorAll('article blockquote');
	expect(quotes.length).toBeGreaterThan(300);
	for (const quote of quotes) {
		const [target] = targets('evidence/index.html', quote);
		expect(sources).toContain(target?.file);
		const passage = get(target?.file ?? '').getElementById(target?.anchor ?? '');
		expect(passage?.querySelector('blockquote')?.text.trim()).toBe(quote.querySelector('p')?.text.trim());
	}
	holds(task, 'provenance/passages', `${quotes.length} passages`);
});

test('every passage on the page of an article leads to entries that lead back to it', () => {
	for (const file of sources) {
		const passages = get(file).querySelectorAll('.taken > li');
		expect(passages.length).toBeGreaterThan(20);
		for (const passage of passages) {
			const records = targets(file, passage).filter((target) => target.file === 'evidence/index.html');
			expect(records.length).toBeGreaterThan(0);
			for (const { anchor } of records) {
				const entry = ledger.getElementById(anchor);
				const back = entry ? targets('evidence/index.html', entry) : [];
				expect(back).toContainEqual({ file, anchor: passage.id });
			}
		}
	}
});

test('every article has a page, and its entry in the ledger leads there', () => {
	expect(sources).toHaveLength(5);
	for (const file of sources) {
		const entry = ledger.getElementById(file.split('/')[1] ?? '');
		expect(entry && targets('evidence/index.html', entry)).toContainEqual({ file, anchor: '' });
	}
});

test('every link of every page ends at a file of the site, and at an anchor that is there', () => {
	const broken = [...pages].flatMap(([from, document]) =>
		targets(from, document)
			.filter(({ file, anchor }) => !files.has(file) || (anchor !== '' && ids.has(file) && !ids.get(file)?.has(anchor)))
			.map(({ file, anchor }) => `${from}: ${file}#${anchor}`),
	);
	expect(broken).toEqual([]);
});

test('every page that is read leads to the story and to the evidence', () => {
	const read = [...pages].filter(([file]) =>
		/^(?:index|(?:evidence|method|data)\/.*index|embed\/index)\.html$/.test(file),
	);
	expect(read.length).toBeGreaterThan(7);
	for (const [file, document] of read) {
		const nav = document.querySelector('.site-footer nav');
		const led = nav ? targets(file, nav).map((target) => target.file) : [];
		expect({ file, led }).toEqual({
			file,
			led: expect.arrayContaining(['index.html', 'evidence/index.html']) as unknown,
		});
	}
});
