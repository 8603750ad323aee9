import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pathsOf } from '#build/files.js';
import { builtFiles } from '#tests/site/built-files.ts';

const pages = pathsOf('src/routes/dev')
	.filter((file) => file.endsWith('+page.svelte'))
	.map((file) => readFileSync(join('src/routes/dev', file), 'utf8'));

test('the build has no page for developers, nor any text of one', () => {
	const titles = pages.map((page) => /<title>([^<{]+)<\/title>/.exec(page)?.[1] ?? '');
	expect(titles.length).toBeGreaterThan(0);
	expect(titles.filter((title) => title.length < 5)).toEqual([]);
	const built = builtFiles();
	expect(built.filter((file) => /^dev(?:[./]|$)/.test(file))).toEqual([]);
	const texts = built.filter((file) => /\.(?:html|js|json|css|xml|atom|txt)$/.test(file));
	const telling = texts.filter((file) => {
		const text = readFileSync(join('build', file), 'utf8');
		return titles.some((title) => text.includes(title)) || /(?:href|src)="[^"]*\bdev\/"/.test(text);
	});
	expect(telling).toEqual([]);
});
