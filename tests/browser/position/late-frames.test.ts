/** A reload restores the step that is read even if no frame is drawn before the page has loaded, as on a busy machine. */
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

/** Holds animation frames back until the page has loaded. Runs in the page. */
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
