import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '#commands/browser/launch.ts';
import { visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

test('an unknown path at any depth says so, and leads to every page of the site', async () => {
	for (const at of ['nothing', 'evidence/no/such/thing/']) {
		const { page, site, complaints, leave } = await visit(browser, { at });
		expect(await page.locator('h1').textContent()).toContain('nothing at this address');
		await page.locator('a[data-to=""]').waitFor({ state: 'visible' });
		const links = await page
			.locator('a[data-to]')
			.evaluateAll((all: HTMLAnchorElement[]) => all.map(({ href }) => href));
		expect(links).toEqual(['', 'evidence/', 'method/', 'data/', 'embed/'].map((to) => site + to));
		// The browser itself reports the missing page, and the folders in which the site is not.
		expect(complaints.splice(0).filter((complaint) => !complaint.includes('status of 404'))).toEqual([]);
		await leave();
	}
});

test('without scripts it gives advice and no broken link', async () => {
	const { page, complaints, leave } = await visit(browser, { at: 'evidence/nothing', javaScriptEnabled: false });
	expect(await page.locator('[data-lost]').isVisible()).toBe(true);
	expect(await page.locator('a').evaluateAll((all) => all.filter((a) => a.getClientRects().length > 0).length)).toBe(0);
	complaints.length = 0;
	await leave();
});
