import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '#commands/browser/launch.ts';
import { currentStep, DESKTOP, jump, PHONE, stepIds, visit, waitForPosition } from '#tests/browser/visit.ts';
import { holds } from '#tests/quality/holds.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

test('a hundred resizes end in the same document as a fresh load', async ({ task }) => {
	const { page, leave } = await visit(browser);
	// Attributes in alphabetical order: the order in which they were set does not matter.
	const tags = () =>
		page.evaluate(() =>
			[...document.querySelectorAll('*')].map((element) =>
				[element.localName, ...[...element.attributes].map(({ name, value }) => `${name}="${value}"`).sort()].join(' '),
			),
		);
	await waitForPosition(page);
	const fresh = await tags();
	for (let turn = 0; turn < 100; turn += 1) {
		await page.setViewportSize({ width: 320 + ((turn * 397) % 1281), height: 400 + ((turn * 211) % 700) });
		if (turn % 10 === 0) await page.evaluate((top) => scrollBy({ top, behavior: 'instant' }), turn * 90);
	}
	await page.setViewportSize(DESKTOP);
	// A window that has just been resized still returns to its place, and would leave the top again.
	await page.waitForTimeout(900);
	await waitForPosition(page);
	await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
	await waitForPosition(page);
	expect(await page.evaluate(() => scrollY)).toBe(0);
	const stormed = await tags();
	expect(stormed.filter((tag, at) => tag !== fresh[at])).toEqual([]);
	expect(stormed.length).toBe(fresh.length);
	await leave();
	holds(task, 'reliability/resize-storm', '100 resizes');
});

/** The step in which the place lies that the history entry stores. */
const storedStep = (page: Page): Promise<string | undefined> =>
	page.evaluate(
		() => (history.state as { visit?: { place?: { within: string } | null } } | null)?.visit?.place?.within,
	);

test('turning a phone, and zooming or widening a window, keep the current step in view', async () => {
	const { page, leave } = await visit(browser, { viewport: PHONE });
	const steps = (await stepIds(page)).filter((_, at) => at % 10 === 4);
	const turns = [
		[PHONE, { width: 740, height: 360 }],
		[DESKTOP, { width: 360, height: 225 }],
		[
			{ width: 1023, height: 900 },
			{ width: 1024, height: 900 },
		],
		[
			{ width: 768, height: 1024 },
			{ width: 1024, height: 768 },
		],
	] as const;
	for (const [before, after] of turns) {
		await page.setViewportSize(before);
		for (const step of steps) {
			await jump(page, '');
			await jump(page, step);
			await expect.poll(() => currentStep(page)).toBe(step);
			// The reader's place is kept from when it is stored.
			await expect.poll(() => storedStep(page)).toBe(step);
			for (const size of [after, before]) {
				await page.setViewportSize(size);
				const where = `${step} at ${size.width} × ${size.height}`;
				await waitForPosition(page);
				expect(await currentStep(page), where).toBe(step);
				const top = await page.locator(`[id="${step}"] h3`).evaluate((words) => words.getBoundingClientRect().top);
				expect(top, where).toBeGreaterThanOrEqual(0);
				expect(top, where).toBeLessThan(size.height);
			}
		}
	}
	await leave();
});

test('a window that becomes wider at the beginning stays at the beginning', async () => {
	const { page, leave } = await visit(browser, { viewport: PHONE });
	await page.setViewportSize(DESKTOP);
	await waitForPosition(page);
	expect(await page.evaluate(() => scrollY)).toBe(0);
	await leave();
});
