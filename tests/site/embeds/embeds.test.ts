import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { HTMLElement } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { brotliBytes, page } from '#tests/site/built-files.ts';

const charts = ['relations', 'ties', 'contacts', 'accounts'];
const file = (chart: string) => `embed/${chart}/index.html`;
const gzipBytes = (text: string): number => gzipSync(text, { level: 9 }).length;
const inline = (embed: HTMLElement): string[] =>
	embed.querySelectorAll('script:not([src])').map((script) => script.textContent);
const ids = (elements: readonly HTMLElement[], attribute: string): string[] =>
	elements.map((element) => element.getAttribute(attribute) ?? '').sort();

describe.each(charts)('the embed of %s', (chart) => {
	const embed = page(file(chart));
	const figure = embed.querySelector(`figure[data-chart=${chart}]`);
	const story = page('index.html');
	const steps = story.querySelectorAll(`section.step[data-of=${chart}]`);
	const labels = embed
		.querySelectorAll('.articles a')
		.map((link) => [link.getAttribute('href')?.split('#')[1] ?? '', link.text] as const);

	test('holds title, instructions, drawing, credit, table, evidence and a link to the story', () => {
		expect(embed.querySelectorAll('h1')).toHaveLength(1);
		expect(embed.querySelector('h1')?.text).toBe(story.querySelector(`figure[data-chart=${chart}] .title`)?.text);
		for (const part of ['.how', '.drawing', '.credit', 'table'])
			expect(figure?.querySelector(part), part).not.toBeNull();
		expect(embed.querySelector('.attribution')?.text).toContain('CC BY 4.0');
		expect(embed.querySelector('a[data-story]')?.getAttribute('href')).toBe(`../../#${steps[0]?.id}`);
	});

	test('has no site furniture', () => {
		expect(embed.querySelectorAll('nav, .controls, .site-footer, body > header, body > footer, .skip + nav')).toEqual(
			[],
		);
	});

	test('has a row, a link and passages for every mark', () => {
		const marks = figure?.querySelectorAll('svg a[data-id]') ?? [];
		const rows = figure?.querySelectorAll('table tr[id]') ?? [];
		expect(marks.length).toBeGreaterThan(5);
		if (chart === 'accounts') {
			const named = marks.map((mark) => mark.getAttribute('aria-labelledby')?.split(' ').pop() ?? '');
			expect(named.sort()).toEqual(ids(rows, 'id'));
			expect(figure?.querySelectorAll('[data-row]')).toEqual([]);
		} else expect(ids(marks, 'data-id')).toEqual(ids(rows, 'data-row'));
		for (const mark of marks) expect(mark.getAttribute('href')).toBe(`../../evidence/#${mark.getAttribute('data-id')}`);
		expect(figure?.querySelectorAll('table td[colspan] q').length).toBeGreaterThan(marks.length / 3);
	});

	test('says that a passage does not support its record before the passage', () => {
		for (const { text, nextElementSibling } of figure?.querySelectorAll('table td[colspan] em') ?? []) {
			expect(text).toMatch(/^(qualifies|disputes): $/);
			expect(nextElementSibling?.rawTagName).toBe('q');
		}
	});

	test('has a name for every mark: its own, or that of its row', () => {
		const texts = new Map(embed.querySelectorAll('[id]').map((element) => [element.id, element.text.trim()]));
		for (const mark of figure?.querySelectorAll('svg a[data-id]') ?? []) {
			const named = mark.getAttribute('aria-labelledby')?.split(' ') ?? [];
			const name = mark.getAttribute('aria-label') ?? named.map((id) => texts.get(id)).join(' ');
			expect(name.length).toBeGreaterThan(10);
			expect(named.filter((id) => !texts.get(id))).toEqual([]);
			// The row of a question links to its evidence; that of an answer begins with its article.
			const [row] = named.slice(-1);
			const [head] = embed.querySelectorAll(`#${row} th`);
			const id = mark.getAttribute('data-id') ?? '';
			const source = [...labels].find(([source]) => id.endsWith(`--${source}`));
			if (row !== undefined && source) expect(head?.text).toMatch(new RegExp(`^${source[1]} .*:$`));
			else if (row !== undefined) expect(head?.querySelector('a')?.getAttribute('href')).toBe(`../../evidence/#${id}`);
		}
	});

	test('contains every step of its chart with the story’s text', () => {
		const carried = embed.querySelectorAll('template#steps [data-show]');
		expect(carried.map(({ id }) => id)).toEqual(steps.map(({ id }) => id));
		for (const [index, step] of steps.entries()) {
			for (const name of ['data-frame', 'data-show'])
				expect(carried[index]?.getAttribute(name)).toBe(step.getAttribute(name));
			expect(carried[index]?.getAttribute('data-says')).toBe(step.querySelector('.picture')?.getAttribute('alt'));
			expect(carried[index]?.getAttribute('data-heading')).toBe(step.querySelector('h3')?.text);
		}
		expect(figure?.getAttribute('data-step')).toBe(steps[0]?.id);
	});

	test('has a policy that allows its own inline scripts, by hashes that are right, and nothing else', () => {
		const policy = embed.querySelector('meta[http-equiv=content-security-policy]')?.getAttribute('content') ?? '';
		const sources = /script-src ([^;]*)/.exec(policy)?.[1]?.split(' ');
		const hashes = inline(embed).map((code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
		expect(hashes).toHaveLength(3);
		expect(sources).toEqual(["'self'", ...hashes]);
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("font-src 'self' data:");
		expect(policy).not.toMatch(/unsafe-(?:inline|eval)/);
	});

	test('holds its scripts, all classic, which run in a sandbox and from disk, and asks for none', () => {
		expect(embed.querySelectorAll('script[src], [type=module], link[rel=modulepreload]')).toEqual([]);
	});

	test('needs at most five requests and 60 kB in brotli for its first view', () => {
		const requests = [
			...embed.querySelectorAll('script[src], img[src]').map((element) => element.getAttribute('src') ?? ''),
			...embed
				.querySelectorAll('link[rel=stylesheet]:not([disabled]), link[rel=preload], link[rel=icon]')
				.map((link) => link.getAttribute('href') ?? ''),
		].map((address) => posix.join('embed', chart, address));
		expect(requests.filter((path) => !existsSync(join('build', path)))).toEqual([]);
		expect(requests.length + 1).toBeLessThanOrEqual(5);
		expect([file(chart), ...requests].reduce((sum, path) => sum + brotliBytes(path), 0)).toBeLessThanOrEqual(60_000);
		const styles = embed.querySelectorAll('style').map((style) => style.textContent);
		expect(styles.join('')).toContain("'Embed Sans'".replaceAll("'", ''));
	});

	test('opens every link beside itself: a frame has no room for a page', () => {
		expect(embed.querySelector('base')?.attributes).toEqual({ target: '_blank' });
		for (const link of embed.querySelectorAll('a[href^="#"]')) expect(link.getAttribute('target')).toBe('_self');
	});
});

test('the script that reports the height is at most 1.5 kB in gzip', () => {
	const telling = inline(page(file('contacts'))).filter((code) => code.includes('datawrapper-height'));
	expect(telling).toHaveLength(1);
	expect(gzipBytes(telling[0] ?? '')).toBeLessThanOrEqual(1500);
});

test('all its scripts together are at most 7 kB in gzip', () => {
	expect(gzipBytes(inline(page(file('contacts'))).join('\n'))).toBeLessThanOrEqual(7000);
});

describe('embed.js', () => {
	const code = readFileSync(join('build', 'embed.js'), 'utf8');

	test('is one classic script of at most 2.5 kB in gzip, at an address that stays', () => {
		expect(gzipBytes(code)).toBeLessThanOrEqual(2500);
		expect(code).not.toMatch(/\bimport\b|\bexport\b/);
		expect(code).toContain('ambassador-chart');
	});

	test('makes no markup from strings and sets no style attribute', () => {
		expect(code).not.toMatch(/innerHTML|insertAdjacentHTML|setAttribute\([`'"]style|\beval\b|new Function/);
	});
});
