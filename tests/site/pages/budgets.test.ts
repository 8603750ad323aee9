import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { supportedCharacter } from '#compile/characters.ts';
import { charactersOf } from '#build/fonts.ts';
import { brotliBytes, builtFiles, page } from '#tests/site/built-files.ts';

const scripts = builtFiles().filter((file) => /^_app\/.*\/behaviours\.[^/]+\.js$/.test(file));
const fonts = builtFiles().filter((file) => file.startsWith('_app/') && file.endsWith('.woff2'));
const inFonts = fonts.reduce((sum, file) => sum + statSync(join('build', file)).size, 0);

test('the story has one script, of at most 14 kB in brotli', () => {
	const loaded = page('index.html').querySelectorAll('script[src]');
	expect(loaded).toHaveLength(1);
	expect(scripts).toHaveLength(1);
	expect(loaded[0]?.getAttribute('src')).toContain(scripts[0]?.split('/').pop());
	expect(brotliBytes(scripts[0] ?? '')).toBeLessThanOrEqual(14_000);
});

test('the story page is at most 40 kB in brotli, and 330 kB before', () => {
	expect(brotliBytes('index.html')).toBeLessThanOrEqual(40_000);
	expect(statSync(join('build', 'index.html')).size).toBeLessThanOrEqual(330_000);
});

test('the story page has at most 3,000 elements', () => {
	expect(page('index.html').querySelectorAll('*').length).toBeLessThanOrEqual(3000);
});

test.each([
	['accounts', 130_000],
	['contacts', 112_500],
	['relations', 145_000],
	['ties', 72_500],
])('the embed of %s is at most %i bytes before compression', (chart, most) => {
	expect(statSync(join('build', 'embed', chart, 'index.html')).size).toBeLessThanOrEqual(most);
});

test('page, script and fonts together are at most 120 kB', () => {
	expect(fonts).toHaveLength(3);
	expect(brotliBytes('index.html') + brotliBytes(scripts[0] ?? '') + inFonts).toBeLessThanOrEqual(120_000);
});

test('the fonts have every letter that a page shows, and no more than those that any may', () => {
	const has = new Set(charactersOf('.'));
	const characters = builtFiles()
		.filter((file) => file.endsWith('.html'))
		.flatMap((file) => [...new Set(page(file).querySelector('body')?.textContent ?? '')]);
	// Characters that no font of ours has, such as an arrow, use a system font.
	expect([...new Set(characters)].filter((one) => supportedCharacter.test(one) && one >= ' ' && !has.has(one))).toEqual(
		[],
	);
	expect(inFonts).toBeLessThanOrEqual(48_000);
});

test('no other script reaches the story: no drawing is made in the browser', () => {
	expect(page('index.html').querySelectorAll('link[rel=modulepreload]')).toHaveLength(0);
});
