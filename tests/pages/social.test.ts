import scrape from 'open-graph-scraper';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Social from '#lib/pages/Social.svelte';

const card = { id: 'opening', alt: 'Bars', width: 1200, height: 630 };
const words = { title: 'The evidence', description: 'Every record', name: 'The story', page: 'evidence/', card };
const read = async (root: string) => {
	const { head } = render(Social, { props: { ...words, root } });
	return (await scrape({ html: `<!doctype html><html><head>${head}</head><body></body></html>` })).result;
};

test('if the site’s URL is known, a card has absolute URLs of the page and its picture', async () => {
	const { ogUrl, ogImage } = await read('https://news.test/us/');
	expect(ogUrl).toBe('https://news.test/us/evidence/');
	const url = 'https://news.test/us/share/opening.png';
	expect(ogImage).toEqual([{ url, type: 'image/png', width: '1200', height: '630', alt: 'Bars' }]);
});

test('if it is unknown, a card has no URL of the page', async () => {
	const { ogUrl, ogImage } = await read('../');
	expect(ogUrl).toBeUndefined();
	expect(ogImage?.[0]?.url).toBe('../share/opening.png');
});
