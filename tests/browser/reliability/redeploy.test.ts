import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { launch } from '#commands/browser/launch.ts';
import { built, isHashed, isPage, only, publish, rebuilt, type Published, type Site } from './published.ts';
import { DESKTOP } from '#tests/browser/visit.ts';

const old = built();
const next = rebuilt(old, 'Second');

let browser: Browser;
let host: Published;
let context: BrowserContext;
beforeAll(async () => {
	browser = await launch();
	host = await publish(old);
});
afterAll(async () => {
	await browser.close();
	await host.close();
});
beforeEach(async () => {
	host.replace(old);
	context = await browser.newContext({ viewport: DESKTOP });
	context.setDefaultTimeout(15_000);
});
afterEach(() => context.close());

async function opened(at = ''): Promise<Page> {
	const page = await context.newPage();
	await page.goto(host.address + at);
	return page;
}

/** Whether a page is complete: text, charts, marks, records; and whether it reports an error. */
const whole = (page: Page) =>
	page.evaluate(() => {
		const isVisible = (element: Element) => element.getBoundingClientRect().height > 0;
		return {
			words: document.body.innerText.length > 150,
			charts: [...document.querySelectorAll('figure[data-chart]')].every((figure) =>
				[...figure.querySelectorAll('.drawing')].some(isVisible),
			),
			error: /\b(?:404|500)\b|not found|internal error/i.test(document.body.innerText.slice(0, 400)),
		};
	});
const WHOLE = { words: true, charts: true, error: false };

/** Presses the first mark of a chart; its evidence opens in a panel or as an entry of the ledger. */
async function doubt(page: Page): Promise<'panel' | 'ledger'> {
	const mark = page.locator('figure[data-chart] .drawing a[data-id]:visible').first();
	const id = await mark.getAttribute('data-id');
	await mark.focus();
	await page.keyboard.press('Enter');
	const came = await page.waitForFunction((record) => {
		if (document.querySelector('dialog[open] [data-slot="passages"]')?.textContent.trim()) return 'panel';
		return location.hash === `#${record}` && document.getElementById(record) ? 'ledger' : null;
	}, id ?? '');
	return came.jsonValue() as Promise<'panel' | 'ledger'>;
}

const without = (site: Site, ...paths: string[]): Site => only(site, (path) => !paths.includes(path));
const RECORDS = 'evidence/records.json';

test('the second build differs from the first, with files of the same length', () => {
	expect([...next.keys()].filter(isHashed).filter((path) => old.has(path))).toEqual([]);
	expect(next.size).toBe(old.size);
});

test('an open story lives on after the next one is published and the old files are gone; a reload brings the new one', async ({
	task,
}) => {
	const page = await opened('#crimea');
	host.replace(next);
	expect(await doubt(page)).toBe('panel');
	await page.keyboard.press('Escape');
	await page.keyboard.press('End');
	await expect.poll(() => page.locator('[aria-current="step"]').count()).toBe(1);
	await page.locator('a[href*="method/"]').last().click();
	await page.waitForURL('**/method/');
	expect(await page.title()).toContain('Second');
	await page.goBack();
	expect(await whole(page)).toEqual(WHOLE);
	await page.reload();
	expect(await page.title()).toContain('Second');
	expect(await doubt(page)).toBe('panel');
	holds(task, 'reliability/deploy-swap', 'old files gone under an open story');
});

test('a cached page is revalidated, and never mixed with files of another version', async () => {
	const page = await opened();
	host.replace(next);
	const missing: string[] = [];
	page.on('response', (answer) => {
		if (answer.status() === 404) missing.push(answer.url());
	});
	await page.goto(`${host.address}evidence/`);
	await page.goto(host.address);
	expect(await page.title()).toContain('Second');
	expect(await page.locator('html').evaluate(() => document.fonts.check('16px serif'))).toBe(true);
	expect(missing).toEqual([]);
});

const strange: Record<string, Buffer | null> = {
	'are gone': null,
	'are another version’s, without this record': Buffer.from('{}'),
	'have another shape': Buffer.from(
		JSON.stringify(
			Object.fromEntries(Object.keys(JSON.parse(String(old.get(RECORDS))) as object).map((id) => [id, { new: 1 }])),
		),
	),
	'are cut short': old.get(RECORDS)?.subarray(0, 900) ?? null,
	'are a page': Buffer.from('<!doctype html><title>Not here</title>'),
};
for (const [what, bytes] of Object.entries(strange)) {
	test(`if the records ${what}, a mark of an open page leads to its entry in the ledger`, async () => {
		const page = await opened();
		host.replace(bytes ? new Map([...next, [RECORDS, bytes]]) : without(next, RECORDS));
		expect(await doubt(page)).toBe('ledger');
		expect(await whole(page)).toMatchObject({ words: true, error: false });
	});
}

const PAGES = ['', 'evidence/', 'method/', 'data/', 'embed/', 'embed/ties/', 's/'];
const halves: Record<string, Site> = {
	'pages came before their files': new Map([...only(old, (path) => !isPage(path)), ...only(next, isPage)]),
	'files came before their pages, and took the place of the old ones': new Map([
		...only(old, (path) => !isHashed(path)),
		...only(next, (path) => !isPage(path)),
	]),
	'of the files every second came': new Map([
		...only(next, (path) => !isHashed(path)),
		...[...only(next, isHashed)].filter((_, at) => at % 2 === 0),
	]),
};
describe('a partial upload', () => {
	for (const [what, site] of Object.entries(halves)) {
		test(`${what}: every page reads, marks lead to evidence, and a reload afterwards is whole`, async () => {
			const page = await opened();
			host.replace(site);
			for (const at of PAGES) {
				await page.goto(host.address + at);
				expect({ at, ...(await whole(page)) }).toEqual({ at, ...WHOLE });
			}
			await page.goto(host.address);
			await doubt(page);
			host.replace(next);
			await page.goto(`${host.address}?again`);
			expect(await doubt(page)).toBe('panel');
			expect(await page.title()).toContain('Second');
		});
	}
});

test('an open embed keeps its evidence when the site is replaced, and shows the new one after a reload', async () => {
	const page = await opened('embed/ties/');
	host.replace(next);
	expect(await doubt(page)).toBe('panel');
	await page.reload();
	expect(await page.title()).toContain('Second');
	expect(await doubt(page)).toBe('panel');
});
