import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtFiles, page } from '#tests/site/built-files.ts';

const story = page('index.html');
const ledger = page('evidence/index.html');
const anchors = new Set(ledger.querySelectorAll('[id]').map((element) => element.id));
const charts = ['relations', 'ties', 'contacts', 'accounts'];

test('every link from the story to the evidence ends at an entry', () => {
	const targets = story
		.querySelectorAll('a[href*="evidence/#"]')
		.map((link) => link.getAttribute('href')?.split('#')[1] ?? '');
	expect(targets.length).toBeGreaterThan(200);
	expect(targets.filter((target) => !anchors.has(target))).toEqual([]);
});

test('every link inside the story ends at an element of the story', () => {
	const ids = new Set(story.querySelectorAll('[id]').map((element) => element.id));
	const targets = story.querySelectorAll('a[href^="#"]').map((link) => link.getAttribute('href')?.slice(1) ?? '');
	expect(targets.filter((target) => !ids.has(target))).toEqual([]);
});

test('no id stands twice in a page', () => {
	for (const document of [story, ledger]) {
		const ids = document.querySelectorAll('[id]').map((element) => element.id);
		expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
	}
});

test.each(charts)('%s is drawn in the page', (chart) => {
	const marks = story.querySelectorAll(`figure[data-chart=${chart}] svg [data-id]`);
	expect(marks.length).toBeGreaterThan(5);
});

test.each(charts)('every mark of %s is a link to its evidence, with a name', (chart) => {
	for (const mark of story.querySelectorAll(`figure[data-chart=${chart}] svg [data-id]`)) {
		expect(mark.rawTagName).toBe('a');
		expect(mark.getAttribute('href')).toMatch(new RegExp(`evidence/#${mark.getAttribute('data-id')}$`));
		expect(mark.getAttribute('aria-label')?.length).toBeGreaterThan(10);
	}
});

test('each chart names the step that it shows, and its whole data without scripts', () => {
	for (const chart of charts) {
		const first = story.querySelector(`section.step[data-of=${chart}]`);
		expect(story.querySelector(`figure[data-chart=${chart}]`)?.getAttribute('data-step')).toBe(first?.id);
		expect(first?.getAttribute('data-frame')).toBe('all');
	}
});

test('at least 24 steps stand in the page, each with a heading and words; each with a chart has its picture, described', () => {
	const steps = story.querySelectorAll('section.step');
	expect(steps.length).toBeGreaterThanOrEqual(24);
	for (const step of steps) {
		expect(step.querySelector('h3')?.text.trim()).not.toBe('');
		expect(step.querySelector('p')?.text.trim()).not.toBe('');
		const description = step.getAttribute('data-says');
		expect(description ?? null, 'the same words twice').toBeNull();
		if (!step.getAttribute('data-of')) continue;
		const picture = step.querySelector('img.picture');
		expect(picture?.getAttribute('src')).toBe(`./steps/${step.id}.svg`);
		expect(picture?.getAttribute('alt')).toMatch(/\.$/);
	}
});

test('no page asks another host for anything, nor carries an inline style attribute', () => {
	for (const file of builtFiles().filter((name) => name.endsWith('.html'))) {
		const document = page(file);
		const addresses = document
			.querySelectorAll('[src], link[href]')
			.map((e) => e.getAttribute('src') ?? e.getAttribute('href') ?? '');
		expect(addresses.filter((address) => /^(https?:)?\/\//.test(address))).toEqual([]);
		expect(document.querySelectorAll('[style]')).toEqual([]);
	}
});

test('every address in a page is relative, so that the build works under any path', () => {
	for (const file of builtFiles().filter((name) => name.endsWith('.html') && !name.startsWith('404'))) {
		const addresses = page(file)
			.querySelectorAll('[src], [href]')
			.map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '');
		expect(addresses.filter((address) => address.startsWith('/'))).toEqual([]);
	}
});

test('every page has a strict policy before anything else can load', () => {
	for (const file of builtFiles().filter((name) => name.endsWith('.html'))) {
		const policy =
			page(file).querySelector('meta[http-equiv="content-security-policy"]')?.getAttribute('content') ?? '';
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("require-trusted-types-for 'script'");
		expect(policy).not.toMatch(/script-src[^;]*unsafe/);
	}
});

test('every page, and the index of all, say which data they were made from', () => {
	const { data } = JSON.parse(readFileSync('build/embeds.json', 'utf8')) as { data: { version: string } };
	const pages = builtFiles().filter((file) => file.endsWith('.html'));
	expect(pages.length).toBeGreaterThan(50);
	expect(pages.filter((file) => !readFileSync(`build/${file}`, 'utf8').includes(data.version))).toEqual([]);
});
