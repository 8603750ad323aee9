import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import type { OEmbed } from '#lib/metadata/oembed.ts';
import { builtFiles, page } from '#tests/site/built-files.ts';

const charts = ['relations', 'ties', 'contacts', 'accounts'];
const files = builtFiles();
const text = (file: string): string => readFileSync(join('build', file), 'utf8');

/** How WordPress looks for oEmbed: in the first 150 kB of a page, before `</head>`, in the first link of the type. */
function discovered(html: string): string | undefined {
	const head = html.slice(0, 153_600).split('</head>')[0] ?? '';
	const links = [...head.matchAll(/<link([^<>]+?)\/?>/gi)].map(([, attributes = '']) => attributes);
	return /href="([^"]*)"/.exec(links.find((link) => link.includes('type="application/json+oembed"')) ?? '')?.[1];
}

/** What WordPress keeps of markup that it does not trust: these elements and attributes, then one empty frame. */
function sanitized(html: string): string | undefined {
	const allowed = [
		'src',
		'width',
		'height',
		'frameborder',
		'marginwidth',
		'marginheight',
		'scrolling',
		'title',
		'class',
	];
	const root = parse(html);
	for (const element of root.querySelectorAll('*')) {
		if (element.rawTagName !== 'iframe') element.remove();
		for (const name of Object.keys(element.attributes)) if (!allowed.includes(name)) element.removeAttribute(name);
	}
	return /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(root.toString())?.[2];
}

describe.each(charts)('%s', (chart) => {
	const object = JSON.parse(text(`oembed/${chart}.json`)) as OEmbed;

	test('is found from the page of its embed', () => {
		const address = discovered(text(`embed/${chart}/index.html`)) ?? '';
		expect(join(`embed/${chart}`, address)).toBe(`oembed/${chart}.json`);
	});

	test('loses nothing of its frame to WordPress, which listens to it where it lets a frame be as high', () => {
		expect(sanitized(object.html)).toBe(object.html.replace(/^<blockquote hidden>.*<\/blockquote>/, ''));
		expect(object.html.startsWith('<blockquote hidden>')).toBe(object.height <= 1100);
		expect(object.html).not.toContain('\n');
	});

	test('has what Ghost requires: version, a known type, markup and width', () => {
		expect(['photo', 'video', 'link', 'rich']).toContain(object.type);
		expect(object.version).toBe('1.0');
		expect(object.html && object.width && object.height).toBeTruthy();
	});

	test('frames the chart’s embed, by its title, and shows its picture', () => {
		const frame = parse(object.html).querySelector('iframe');
		expect(frame?.getAttribute('title')).toContain(
			page('index.html').querySelector(`[data-chart=${chart}] .title`)?.text,
		);
		expect(files).toContain(join('oembed', frame?.getAttribute('src') ?? '', 'index.html'));
		expect(files).toContain(join('oembed', object.thumbnail_url));
		expect(frame?.getAttribute('height')).toBe(String(object.height));
	});
});

test('only embeds name a chart’s oEmbed: systems that take the first link would show it in place of the page', () => {
	const others = files.filter((file) => file.endsWith('.html') && !/(?:^|\/)embed\/[^/]+\//.test(file));
	expect(others).toContain('index.html');
	expect(others.filter((file) => text(file).includes('application/json+oembed'))).toEqual([]);
});
