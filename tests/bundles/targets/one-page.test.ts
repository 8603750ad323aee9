import { describe, expect, test } from 'vitest';
import { addressWithin, joined, onePage } from '#bundles/targets/one-page.ts';

const pages = new Set(['evidence/', 'evidence/post/']);
const story = { file: 'index.html', chapter: null };
const chart = { file: 'embed/ties/index.html', chapter: 'cut' };

describe('a link of a page leads to its place in the one document', () => {
	test.each([
		['../#crimea', 'evidence/', '#crimea'],
		['../../', 'evidence/post/', '#'],
		['post/#a1', 'evidence/', '#evidence/post/a1'],
		['#flynn', 'evidence/', '#evidence/flynn'],
		['../?kind=tie#flynn', 'evidence/post/', '#evidence/flynn'],
		['evidence/', '', '#evidence/'],
	])('%s of %s to %s', (href, from, to) => {
		expect(addressWithin(href, from, story, pages)).toBe(to);
	});

	test.each(['../data/ties.csv', 'https://example.org/', 'mailto:desk@example.org'])('%s to nothing', (href) => {
		expect(addressWithin(href, 'evidence/', story, pages)).toBeNull();
	});

	test('the chapter of a chart to the chart, the rest of the story to nothing', () => {
		expect(addressWithin('../#cut', 'evidence/', chart, pages)).toBe('#');
		expect(addressWithin('../embed/ties/', 'evidence/', chart, pages)).toBe('#');
		expect(addressWithin('../#crimea', 'evidence/', chart, pages)).toBeNull();
		expect(addressWithin('../', 'evidence/', chart, pages)).toBeNull();
	});
});

test('rules that pages share are included once, whatever the URLs of their fonts', () => {
	const face = (way: string) => `@font-face{font-family:A;src:url(${way}_app/a.woff2)}`;
	expect(joined([`${face('./')}p{color:red}`, `${face('../')}p{color:red}b{color:blue}`])).toBe(
		`${face('')}p{color:red}b{color:blue}`,
	);
});

test('references to an element are renamed with its page, and a link without a target becomes its text', () => {
	const files = Object.entries({
		'index.html': '<html><head></head><body><main id="top"><a href="evidence/#one">One</a></main></body></html>',
		'evidence/index.html': `<main><form></form><p class="trail"><a href="../">Home</a></p><h2 id="one">One</h2>
			<section aria-labelledby="one"><a href="../feed.atom" type="x">Feed</a><svg><g id="g"/><use href="#g"/></svg></section></main>`,
	}).map(([path, text]) => [path, new TextEncoder().encode(text)] as const);
	const home = { ...story, name: 'The story', unserved: 'form' };
	const { tree, loose } = onePage({ files: new Map(files) }, home, ['evidence/index.html']);
	const html = tree.toString();
	expect(html).toContain('<main id="top"><a href="#evidence/one">One</a></main>');
	expect(html).toContain('<section data-page="evidence/" id="evidence/"><article><p');
	expect(html).toContain('<a href="#">The story</a>');
	expect(html).toContain('<section aria-labelledby="evidence/one"><a data-elsewhere>Feed</a>');
	expect(html).toContain('<use href="#evidence/g"');
	expect(loose).toEqual(['http://site.invalid/feed.atom']);
});
