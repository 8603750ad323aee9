/** What scrapers of chat programs and social networks read of every page, by two of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import scrape from 'open-graph-scraper';
import { unfurl } from 'unfurl.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type Served } from '#commands/serve.ts';
import { builtFiles, page } from '#tests/site/built-files.ts';

/** Pages by their paths from the root. */
const pages = builtFiles()
	.filter((file) => file.endsWith('index.html'))
	.map((file) => file.replace(/index\.html$/, ''));

let site: Served;

beforeAll(async () => {
	site = await serve('build', 4480);
});

afterAll(() => site.close());

/** The card as each scraper has it, its picture's address as seen from the page. */
async function cardsOf(path: string) {
	const address = site.address + path;
	const at = (image: string | undefined) => new URL(image ?? '', address).href;
	const local = { require_tld: false, require_host: false };
	const { result } = await scrape({ url: address, urlValidatorSettings: local as never });
	const [image] = result.ogImage ?? [];
	const { open_graph, twitter_card } = await unfurl(address, { oembed: false });
	const [picture] = open_graph.images ?? [];
	return [
		{
			...{ title: result.ogTitle, description: result.ogDescription, site: result.ogSiteName, url: result.ogUrl },
			image: at(image?.url),
			...{ width: Number(image?.width), height: Number(image?.height), alt: image?.alt, card: result.twitterCard },
		},
		{
			...{ title: open_graph.title, description: open_graph.description, site: open_graph.site_name },
			...{ url: open_graph.url, image: at(picture?.url) },
			...{ width: picture?.width, height: picture?.height, alt: picture?.alt, card: twitter_card.card },
		},
	];
}

test.each(pages)('two scrapers find one card on /%s: the page’s words, and a picture that is there', async (path) => {
	const [one, other] = await cardsOf(path);
	expect(one).toEqual(other);
	const document = page(`${path}index.html`);
	expect(one).toMatchObject({
		description: document.querySelector('meta[name="description"]')?.getAttribute('content'),
		site: page('index.html').querySelector('h1')?.text,
		card: 'summary_large_image',
	});
	expect(document.querySelector('title')?.text).toBe(one?.title);
	const file = decodeURI(new URL(one?.image ?? '').pathname.slice(1));
	expect(builtFiles()).toContain(file);
	const png = readFileSync(join('build', file));
	expect([one?.width, one?.height]).toEqual([png.readUInt32BE(16), png.readUInt32BE(20)]);
	expect(one?.alt?.length).toBeGreaterThan(40);
});

test('the card of a chart’s page shows that chart, of another page the story', async () => {
	for (const path of pages.filter((each) => /^embed\/./.test(each)))
		expect((await cardsOf(path))[0]?.image).toBe(`${site.address}share/chart.${path.split('/')[1] ?? ''}.png`);
	for (const path of ['', 'embed/', 'evidence/', 'data/', 'method/'])
		expect((await cardsOf(path))[0]?.image).toBe(`${site.address}share/opening.png`);
});
