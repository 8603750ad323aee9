import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { countMovements, movements } from '#tests/engines/in-page.ts';
import { launch } from '#commands/browser/launch.ts';
import { waitForPosition, currentStep, DESKTOP, PHONE, stepIds, visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** Steps with a chart whose own picture is not visible. */
const unpictured = (page: Page) =>
	page
		.locator('.step[data-of]')
		.evaluateAll((steps) =>
			steps
				.filter((step) => (step.querySelector('.picture')?.getBoundingClientRect().height ?? 0) < 40)
				.map(({ id }) => id),
		);

test('with reduced motion every step changes its chart without any movement', async ({ task }) => {
	const { page, leave } = await visit(browser, { reducedMotion: 'reduce' });
	await page.evaluate(countMovements);
	for (const step of await stepIds(page)) {
		await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), step);
		await expect.poll(() => currentStep(page)).toBe(step);
		expect(await page.evaluate(movements), step).toBe(0);
	}
	await leave();
	holds(task, 'preferences/motion', 'no animation in any step');
});

test('without reduced motion a change of frame moves the marks, so the test above can fail', async () => {
	const { page, leave } = await visit(browser);
	await page.evaluate(countMovements);
	for (const step of (await stepIds(page)).slice(0, 10)) {
		await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), step);
		await expect.poll(() => currentStep(page)).toBe(step);
		// Only marks that have been painted move.
		await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
	}
	await expect.poll(() => page.evaluate(movements)).toBeGreaterThan(0);
	await leave();
});

for (const [name, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
	test(`read without scrolling effects, each step has its own picture and the words stay in place, on a ${name}`, async () => {
		const { page, leave } = await visit(browser, { viewport });
		const middle = (await stepIds(page))[10] ?? '';
		await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), middle);
		await expect.poll(() => currentStep(page)).toBe(middle);
		const button = page.locator('button[data-reading]');
		const heading = page.locator(`[id="${middle}"] h3`);
		const place = () => heading.evaluate((node) => node.getBoundingClientRect().top);
		const before = await place();
		for (const pressed of ['true', 'false']) {
			await button.click();
			expect(await button.getAttribute('aria-pressed')).toBe(pressed);
			const missing = (await unpictured(page)).length;
			if (pressed === 'true') expect(missing).toBe(0);
			else expect(missing).toBeGreaterThan((await page.locator('.step[data-of]').count()) / 2);
			await page.waitForTimeout(100);
			expect(Math.abs((await place()) - before)).toBeLessThan(4);
			await waitForPosition(page);
		}
		await leave();
	});
}

test('a link that is followed right after effects are switched off leads to its step, which stays when they are switched on', async () => {
	const { page, leave } = await visit(browser);
	await page.evaluate(() => {
		document.querySelector<HTMLButtonElement>('button[data-reading]')?.click();
		location.hash = 'crimea';
	});
	await expect.poll(() => currentStep(page)).toBe('crimea');
	await waitForPosition(page);
	await page.locator('button[data-reading]').click();
	await waitForPosition(page);
	expect(await currentStep(page)).toBe('crimea');
	expect(await page.locator('#crimea h3').evaluate((node) => node.getBoundingClientRect().top)).toBeGreaterThan(0);
	await leave();
});

test('without scrolling effects nothing sticks: a chart scrolls by with its text', async () => {
	const { page, leave } = await visit(browser);
	await page.locator('button[data-reading]').click();
	await page.evaluate(() => document.querySelector('#crimea')?.scrollIntoView());
	const stuck = await page.locator('figure[data-chart] .drawing').evaluateAll(
		(all) =>
			all.filter((drawing) => {
				for (let box: Element | null = drawing; box; box = box.parentElement) {
					if (['sticky', 'fixed'].includes(getComputedStyle(box).position)) return true;
				}
				return false;
			}).length,
	);
	expect(stuck).toBe(0);
	await leave();
});

test('in print every step has its picture, controls are hidden, and the story fills at most 14 sheets', async ({
	task,
}) => {
	const { page, leave } = await visit(browser);
	await page.evaluate(() => document.querySelector('#crimea')?.scrollIntoView());
	await expect.poll(() => currentStep(page)).toBe('crimea');
	await page.emulateMedia({ media: 'print' });
	expect(await unpictured(page)).toEqual([]);
	expect(await page.locator('[data-go]').first().isVisible()).toBe(false);
	const paper = await page.pdf({ format: 'A4' });
	const sheets = paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
	expect(sheets).toBeGreaterThan(4);
	expect(sheets).toBeLessThanOrEqual(14);
	await page.emulateMedia({ media: null });
	await waitForPosition(page);
	await leave();
	holds(task, 'preferences/print');
});

test('a step without a picture in print is reported', async () => {
	const { page, leave } = await visit(browser);
	await page.emulateMedia({ media: 'print' });
	await page.evaluate(() => document.querySelector('#crimea .picture')?.remove());
	expect(await unpictured(page)).toEqual(['crimea']);
	await leave();
});
