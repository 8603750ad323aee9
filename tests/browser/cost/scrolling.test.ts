import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launch } from '#commands/browser/launch.ts';
import { visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const SCROLLS = 20;

test('a scroll reads the scroll position at most six times, not once for every step', async () => {
	const { page, leave } = await visit(browser);
	// The page is measured when it has just loaded.
	await page.waitForTimeout(900);
	const reads = await page.evaluate(async (scrolls) => {
		let count = 0;
		Object.defineProperty(window, 'scrollY', {
			get: () => {
				count += 1;
				return document.scrollingElement?.scrollTop;
			},
		});
		for (let scroll = 0; scroll < scrolls; scroll += 1) {
			window.scrollBy({ top: 10, behavior: 'instant' });
			await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
		}
		return count;
	}, SCROLLS);
	expect(reads).toBeGreaterThan(0);
	expect(reads / SCROLLS).toBeLessThanOrEqual(6);
	await leave();
});
