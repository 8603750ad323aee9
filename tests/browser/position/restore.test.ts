/** A reload and the way back restore the step that was read. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '#commands/browser/launch.ts';
import { currentStep, jump, stepIds, visit, waitForPosition } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** Milliseconds: by then the place has been stored, or the load has been dealt with. */
const REST = 900;

/** Holds animation frames back until the page has loaded, as on a busy machine. Runs in the page. */
function delayFrames(): void {
	const request = globalThis.requestAnimationFrame.bind(globalThis);
	globalThis.requestAnimationFrame = (act) => {
		if (document.readyState === 'complete') return request(act);
		addEventListener('load', () => setTimeout(() => request(act), 50), { once: true });
		return 0;
	};
}

for (const isCalm of [false, true]) {
	test(`a reload restores the step when frames come late, ${isCalm ? 'without' : 'with'} scrolling effects`, async () => {
		const { page, leave } = await visit(browser, {
			viewport: { width: 960, height: 800 },
			before: (page) => page.addInitScript(delayFrames),
		});
		if (isCalm) await page.locator('button[data-reading]').click();
		const steps = await stepIds(page);
		for (const step of steps.slice(1).filter((_, at) => at % 9 === 0)) {
			await jump(page, step);
			await page.evaluate(() => scrollBy({ top: 200, behavior: 'instant' }));
			await page.waitForTimeout(REST);
			await waitForPosition(page);
			const read = await currentStep(page);
			const before = await page.evaluate(() => scrollY);
			await page.reload();
			await page.waitForTimeout(REST);
			await waitForPosition(page);
			expect(await currentStep(page), `${step}, at ${before} px`).toBe(read);
		}
		await leave();
	});
}

test('a reload without an address restores the place when frames come late', async () => {
	const { page, leave } = await visit(browser, { before: (page) => page.addInitScript(delayFrames) });
	await page.evaluate(() => document.querySelector('#crimea')?.scrollIntoView({ behavior: 'instant' }));
	await page.waitForTimeout(REST);
	await page.reload();
	await page.waitForTimeout(REST);
	await waitForPosition(page);
	expect(await currentStep(page)).toBe('crimea');
	await leave();
});

test('a reload without effects leads to the step of the address before a place is stored', async () => {
	const { page, leave } = await visit(browser, { before: (page) => page.addInitScript(delayFrames) });
	await page.locator('button[data-reading]').click();
	await jump(page, 'flynn');
	await page.evaluate(() => history.replaceState({ visit: { reading: true } }, ''));
	await page.reload();
	await page.waitForTimeout(REST);
	await waitForPosition(page);
	expect(await currentStep(page)).toBe('flynn');
	await leave();
});

test('the way back from the top of the page leads to the step that was read before', async () => {
	const { page, leave } = await visit(browser);
	await page.evaluate(() => document.querySelector('#crimea')?.scrollIntoView({ behavior: 'instant' }));
	await page.waitForTimeout(REST);
	await jump(page, 'kushner');
	await page.waitForTimeout(REST);
	await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
	await page.waitForTimeout(REST);
	await page.goBack();
	await page.waitForTimeout(REST);
	await waitForPosition(page);
	expect(await currentStep(page)).toBe('crimea');
	await leave();
});
