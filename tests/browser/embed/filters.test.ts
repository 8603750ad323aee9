/** The filters of a network, in the built embed. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '#commands/browser/launch.ts';
import { visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

test('what is drawn of a contact apart from its mark is hidden with it, and not counted', async () => {
	const { page, leave } = await visit(browser, { at: 'embed/contacts/' });
	const contacts = page.locator('.drawing a[data-status]');
	const apart = page.locator('.drawing [data-with]:not(a)');
	const counts = page.locator('[data-count]').first();
	expect(await apart.count()).toBeGreaterThan(0);
	expect(await counts.textContent()).toBe(String(await contacts.count()));
	const statuses = await apart.evaluateAll((parts) => parts.map((part) => part.getAttribute('data-line')));
	for (const status of new Set(statuses))
		await page.locator(`input[name="status"][value="${status}"]`).evaluate((box: HTMLInputElement) => box.click());
	expect(await apart.evaluateAll((parts) => parts.filter((part) => !part.hasAttribute('data-out')).length)).toBe(0);
	expect(await counts.textContent()).toBe(
		String(await page.locator('.drawing a[data-status]:not([data-out])').count()),
	);
	await page.locator('form[data-filters]').evaluate((form: HTMLFormElement) => form.reset());
	await expect.poll(() => page.locator('.drawing [data-out]').count()).toBe(0);
	await leave();
});
