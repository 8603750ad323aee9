/** The features of the oldest supported browsers are enough for charts, panels, search and embeds. */
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foreign, type Foreign } from '#tests/browser/embed/foreign.ts';
import { launch } from '#commands/browser/launch.ts';
import { waitForPosition, PHONE, visit } from '#tests/browser/visit.ts';

let browser: Browser;
let elsewhere: Foreign;
beforeAll(async () => {
	[browser, elsewhere] = await Promise.all([launch(), foreign()]);
});
afterAll(() => Promise.all([browser.close(), elsewhere.close()]));

/** What some supported browser lacks (Chromium 107, Firefox 104 or Safari 15.6), by its owner. */
const LATER: Readonly<Record<string, readonly string[]>> = {
	AbortSignal: ['any', 'timeout'],
	'Array.prototype': ['toReversed', 'toSorted', 'toSpliced', 'with'],
	CSSStyleSheet: [],
	'Document.prototype': ['adoptedStyleSheets', 'startViewTransition'],
	'Element.prototype': ['checkVisibility', 'currentCSSZoom', 'getHTML', 'moveBefore'],
	Highlight: [],
	'HTMLElement.prototype': ['hidePopover', 'showPopover', 'togglePopover'],
	Iterator: [],
	Object: ['groupBy'],
	Promise: ['try', 'withResolvers'],
	'Set.prototype': ['difference', 'intersection', 'isSubsetOf', 'union'],
	'ShadowRoot.prototype': ['adoptedStyleSheets'],
	'String.prototype': ['isWellFormed'],
	URL: ['canParse', 'parse'],
	globalThis: ['navigation', 'onscrollend', 'requestIdleCallback', 'scheduler'],
};

/** Removes it before any script of the page runs. A class without named members can no longer be constructed. */
const withoutLater = (context: BrowserContext): Promise<unknown> =>
	context.addInitScript((later) => {
		for (const [owner, names] of Object.entries(later)) {
			const found = owner
				.split('.')
				.reduce<object | undefined>((from, name) => from && (Reflect.get(from, name) as object), globalThis);
			if (!found) continue;
			for (const name of names) Reflect.deleteProperty(found, name);
			if (names.length > 0) continue;
			const closed = new Proxy(found, {
				construct() {
					throw new TypeError(`${owner} cannot be constructed`);
				},
			});
			Reflect.set(globalThis, owner, closed);
		}
	}, LATER);

test('the story follows its reader, and evidence opens in its panel', async () => {
	const { page, site, leave } = await visit(browser, {
		viewport: PHONE,
		before: (page) => withoutLater(page.context()),
	});
	expect(await page.evaluate(() => 'timeout' in AbortSignal)).toBe(false);
	await page.locator('#crimea').evaluate((step) => step.scrollIntoView());
	await waitForPosition(page);
	await page.locator('#crimea .citation').first().click();
	await page.locator('dialog[open] [data-stance]').first().waitFor();
	await page.keyboard.press('Escape');
	expect(page.url().split('#')[0]).toBe(site);
	await leave();
});

test('the search of the ledger works', async () => {
	const { page, leave } = await visit(browser, { at: 'evidence/', before: (page) => withoutLater(page.context()) });
	const all = await page.locator('[data-entry]:visible').count();
	await page.locator('input[type="search"]').fill('crimea');
	await expect.poll(() => page.locator('[data-entry]:visible').count()).toBeLessThan(all / 2);
	expect(await page.locator('[data-entry]:visible').count()).toBeGreaterThan(0);
	await leave();
});

test('an embed opens its evidence, and the custom element gives it its height', async () => {
	const { page, leave, site } = await visit(browser, {
		at: 'embed/ties/?step=cut-in-2014',
		before: (page) => withoutLater(page.context()),
	});
	expect(await page.locator('figure[data-step="cut-in-2014"]').count()).toBe(1);
	await page.locator('.drawing a[data-id]').first().press('Enter');
	await page.locator('dialog[open] [data-stance]').first().waitFor();
	await leave();

	const context = await browser.newContext({ viewport: PHONE });
	await withoutLater(context);
	const host = await context.newPage();
	const words = '<a href="https://example.org/">The chart, elsewhere</a>';
	await host.goto(
		elsewhere.put(
			`<ambassador-chart chart="ties">${words}</ambassador-chart>`,
			`<script async src="${site}embed.js"></script>`,
		),
	);
	const framed = () =>
		host.evaluate(() => {
			const element = document.querySelector('ambassador-chart');
			const frame = element?.shadowRoot?.querySelector('iframe')?.getBoundingClientRect();
			return {
				isHigh: (frame?.height ?? 0) > 300,
				isWide: frame?.width === element?.getBoundingClientRect().width,
				words: element?.querySelector('a')?.getClientRects().length,
			};
		});
	await expect.poll(framed).toEqual({ isHigh: true, isWide: true, words: 0 });
	await context.close();
});
