import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '#commands/browser/launch.ts';
import { waitForPosition, PHONE, visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const panel = (page: Page) => page.locator('dialog.evidence-panel');

for (const at of ['', 'embed/accounts/'])
	test(`on a wide page the panel leaves the mark that was chosen in view, and marks it, at /${at}`, async () => {
		const { page, leave } = await visit(browser, { at, viewport: { width: 1440, height: 900 } });
		for (const block of ['first', 'last']) {
			const mark = page.locator(`.drawing-accounts .block:${block}-of-type .row a:last-of-type[data-id]`).last();
			await mark.focus();
			await page.keyboard.press('Enter');
			await panel(page).waitFor({ state: 'visible' });
			const [shown, own] = [await panel(page).boundingBox(), await mark.locator('use').boundingBox()];
			const [from, to] = [shown?.x ?? 0, (shown?.x ?? 0) + (shown?.width ?? 0)];
			expect(own?.x, block).toBeGreaterThan(0);
			expect((own?.x ?? 0) >= to || (own?.x ?? 0) + (own?.width ?? 0) <= from, block).toBe(true);
			expect(await mark.evaluate((element) => getComputedStyle(element).getPropertyValue('--hit'))).not.toBe('none');
			await page.keyboard.press('Escape');
		}
		await leave();
	});

test('on a phone the panel leaves the mark that was chosen in view, wherever it is, and the page stays where it is', async () => {
	const { page, leave } = await visit(browser, { viewport: PHONE, reducedMotion: 'reduce', at: '#the-network' });
	await waitForPosition(page);
	const marks = await page.locator('[data-chart="contacts"] .drawing a.contact').all();
	const seen: number[] = [];
	for (const mark of marks) {
		const own = await mark.boundingBox();
		if (!own || own.y < 0 || own.y + own.height > PHONE.height - 60) continue;
		seen.push(own.y);
		const from = await page.evaluate(() => scrollY);
		await mark.evaluate((element: SVGElement) => element.focus({ preventScroll: true }));
		await page.keyboard.press('Enter');
		await panel(page).waitFor({ state: 'visible' });
		const box = await panel(page).boundingBox();
		const [top, bottom] = [box?.y ?? 0, (box?.y ?? 0) + (box?.height ?? 0)];
		expect(top, String(own.y)).toBeGreaterThanOrEqual(0);
		expect(bottom, String(own.y)).toBeLessThanOrEqual(PHONE.height);
		expect(bottom <= own.y + 1 || top >= own.y + own.height - 1, String(own.y)).toBe(true);
		await page.keyboard.press('Escape');
		expect(Math.abs((await page.evaluate(() => scrollY)) - from)).toBeLessThanOrEqual(1);
		expect(await mark.evaluate((element) => element === document.activeElement)).toBe(true);
	}
	// Out of sight: activated by assistive technology.
	await page.locator('[data-chart="accounts"] .drawing a[data-id]').first().dispatchEvent('click');
	await panel(page).waitFor({ state: 'visible' });
	const far = await panel(page).boundingBox();
	expect((far?.y ?? 0) + (far?.height ?? 0)).toBe(PHONE.height);
	await page.keyboard.press('Escape');
	expect(Math.min(...seen)).toBeLessThan(PHONE.height / 3);
	expect(Math.max(...seen)).toBeGreaterThan(PHONE.height / 2);
	await leave();
});
