import { parse } from 'node-html-parser';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { makers, newsArticle, quotations, claimReview } from '#lib/metadata/article.ts';
import { inScript, linked } from '#lib/metadata/json-ld.ts';
import JsonLd from '#lib/metadata/JsonLd.svelte';
import { hostile, hostileTexts, story } from '#tests/export/compiled.ts';

test('the element contains the same JSON, and no text in it ends the element', () => {
	const data = linked({ '@type': 'Thing', name: hostileTexts.join(' '), entity: '&lt; &amp;' });
	const { body } = render(JsonLd, { props: { data } });
	const scripts = parse(body).querySelectorAll('script');
	expect(scripts).toHaveLength(1);
	expect(scripts[0]?.getAttribute('type')).toBe('application/ld+json');
	expect(JSON.parse(scripts[0]?.rawText ?? '')).toEqual(data);
	expect(inScript(data)).not.toMatch(/[<>&\u2028\u2029]/);
});

test('hostile records make as many elements as harmless ones', () => {
	const tags = (from: typeof story) =>
		parse(render(JsonLd, { props: { data: linked(newsArticle(from, './'), ...quotations(from, './')) } }).body)
			.querySelectorAll('*')
			.map((element) => element.rawTagName);
	expect(tags(hostile)).toEqual(tags(story));
});

test('the data of an article contain only what its text says', () => {
	const articles = newsArticle(story, './')['citation'] as Record<string, unknown>[];
	for (const [i, source] of story.sources.entries()) {
		expect(articles[i]?.['headline']).toBe(source.headline.basis === 'stated' ? source.headline.value : undefined);
		expect('datePublished' in (articles[i] ?? {})).toBe(!/[[~?/]/.test(source.published.edtf));
		expect('author' in (articles[i] ?? {})).toBe(source.byline !== null);
	}
});

test('there is no publisher or author while the newsroom names none', () => {
	const quiet = { ...story, newsroom: { ...story.newsroom, publisher: { name: '', url: '' }, people: [] } };
	expect(newsArticle(quiet, './')).not.toHaveProperty('publisher');
	expect(newsArticle(quiet, './')).not.toHaveProperty('author');
	const named = { ...story.newsroom, publisher: { name: 'A Paper', url: 'https://example.org/' } };
	expect(newsArticle({ ...story, newsroom: named }, './')['publisher']).toMatchObject({ name: 'A Paper' });
});

test('authors of cited articles are separate nodes, so that they are not taken for the page’s authors', () => {
	const all = makers(story.sources);
	const cited = newsArticle(story, './')['citation'] as Record<string, Record<string, unknown> | undefined>[];
	const roles = cited.flatMap(({ author, publisher }) => [author, publisher]).filter((role) => role !== undefined);
	expect(roles.length).toBeGreaterThan(2);
	for (const role of roles) {
		expect(Object.keys(role)).toEqual(['@id']);
		expect(all.filter((maker) => maker['@id'] === role['@id'])).toHaveLength(1);
	}
});

test('without the fact-check’s verdict, or without the claim, nothing is reviewed', () => {
	expect(claimReview(story, './').map((thing) => thing['@type'])).toContain('ClaimReview');
	expect(claimReview({ ...story, events: [] }, './')).toEqual([]);
	expect(claimReview({ ...story, quotations: [] }, './')).toEqual([]);
});
