/** The pages in reader views and clippers, which drop styles, scripts and what they take for boilerplate. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { sweepable } from '#tests/quality/sweeps.ts';
import { launch } from '#commands/browser/launch.ts';
import { STORY } from '#tests/browser/pages.ts';
import { visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const { resolve } = createRequire(import.meta.url);
const readability = readFileSync(resolve('@mozilla/readability/Readability.js'), 'utf8');
const defuddle = readFileSync(resolve('defuddle'), 'utf8');

const SOURCES = [
	'barton-recall',
	'moscow-times-interview',
	'polygraph-factcheck',
	'russia-direct-opinion',
	'vox-analysis',
];
const PAGES = [STORY, 'evidence/', ...SOURCES.map((id) => `evidence/${id}/`), 'method/', 'accessibility/', 'data/'];

/** The functions of these programs that are used in a page. */
interface Programs {
	readonly Readability: new (
		page: Node,
		options: { serializer: (kept: Element) => Element },
	) => { parse(): { title: string; byline: string | null; content: Element } };
	readonly Defuddle: new (page: Document) => {
		parse(): { title: string; author: string; site: string; domain: string };
	};
}

/** Stores the page as a reader view shows it in `window.article`. */
async function read(page: Page): Promise<void> {
	await page.addScriptTag({ content: readability });
	await page.evaluate(() => {
		const { Readability } = window as unknown as Programs;
		window.article = new Readability(document.cloneNode(true), { serializer: (kept) => kept }).parse();
	});
}

declare global {
	interface Window {
		article: { title: string; byline: string | null; content: Element };
	}
}

const open = async (at: string) => {
	const opened = await visit(browser, { at, bypassCSP: true });
	await sweepable(opened.page);
	return opened;
};

test.for(PAGES)('a reader view keeps every paragraph, heading and picture of /%s, in order', async (at, { task }) => {
	const { page, leave } = await open(at);
	await read(page);
	const { blocks, ...found } = await page.evaluate(() => {
		const { quality, article } = window;
		const content = article.content;
		return {
			title: article.title,
			byline: article.byline,
			lost: quality.lost(document, content),
			headings: quality.lostHeadings(document, content),
			pictures: quality.lostPictures(document, content),
			blocks: quality.blocks(document),
		};
	});
	expect(found).toEqual({ title: await page.title(), byline: null, lost: [], headings: [], pictures: [] });
	expect(blocks).toBeGreaterThan(20);
	await leave();
	holds(task, 'reliability/reader-view', `${blocks} blocks of /${at}`);
});

test('text that a reader view would lose is reported', async () => {
	const { page, leave } = await open(STORY);
	const found = await page.evaluate(() => {
		const content = document.body.cloneNode(true) as HTMLElement;
		content.querySelector('#crimea h3')?.replaceWith('Crimea');
		content.querySelector('#crimea img')?.remove();
		const [first, second] = content.querySelectorAll('.chapter .intro p');
		second?.after(first ?? '');
		const { lost, lostHeadings, lostPictures } = window.quality;
		return [lost(document, content), lostHeadings(document, content), lostPictures(document, content)].map(
			({ length }) => length,
		);
	});
	expect(found).toEqual([expect.any(Number), 1, 1]);
	expect(found[0]).toBeGreaterThan(0);
	await leave();
});

test.for([STORY, 'method/'])(
	'drawings that are kept of /%s without their styles can be read, in light and dark',
	async (at, { task }) => {
		const { page, leave } = await open(at);
		await read(page);
		const content = await page.evaluate(() => window.article.content.outerHTML);
		const blank = '<meta name="color-scheme" content="light dark">';
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			await page.setContent(`${blank}<body style="max-width: 50rem">${content}`);
			await sweepable(page);
			expect(await page.evaluate(() => window.quality.illegible(document)), colorScheme).toEqual([]);
		}
		await leave();
		holds(task, 'reliability/reader-view', `drawings of /${at} without styles`);
	},
);

test.for(PAGES)('a clipper is told the title of /%s, and no author or site but ours', async (at, { task }) => {
	const { page, complaints, leave } = await open(at);
	await page.addScriptTag({ content: defuddle });
	const metadata = await page.evaluate(() => {
		const { Defuddle } = window as unknown as Programs;
		const { title, author, site, domain } = new Defuddle(document).parse();
		return { title, author, site, domain };
	});
	const own = await page.locator('meta[property="og:site_name"]').getAttribute('content');
	expect(metadata).toMatchObject({ title: await page.title(), author: '' });
	expect([own, metadata.domain]).toContain(metadata.site);
	// Cited works refer to their authors by id only.
	const named = await page.locator('script[type="application/ld+json"]').evaluateAll((scripts) => {
		const found: string[] = [];
		for (const script of scripts)
			JSON.parse(script.textContent, (key, value: unknown) => {
				if (['author', 'creator', 'publisher'].includes(key) && JSON.stringify(value).includes('"name"'))
					found.push(key);
				return value;
			});
		return found;
	});
	expect(named).toEqual([]);
	complaints.splice(0);
	await leave();
	holds(task, 'reliability/clipped', `/${at}`);
});
