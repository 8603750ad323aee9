import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launch } from '#commands/browser/launch.ts';
import { visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** For each drawing, how many of its shapes are laid out, without the few signs that the marks of the grid `use`. */
const laidOut = (): number[] =>
	[...document.querySelectorAll('figure[data-chart] .drawing')].map(
		(drawing) =>
			[...drawing.querySelectorAll('rect, path, text, a use')].filter(
				(shape) => !shape.closest('.signs') && shape.checkVisibility({ contentVisibilityAuto: true }),
			).length,
	);

test('at the top of the story no drawing below is laid out; each is when it comes into view', async () => {
	const { page, leave } = await visit(browser);
	expect(await page.evaluate(laidOut)).toEqual([0, 0, 0, 0]);
	for (const [index, chart] of ['relations', 'ties', 'contacts', 'accounts'].entries()) {
		await page.locator(`figure[data-chart="${chart}"] .stage`).scrollIntoViewIfNeeded();
		await expect.poll(async () => (await page.evaluate(laidOut))[index]).toBeGreaterThan(10);
	}
	await leave();
});

test('evidence entries out of view are not laid out, and a URL leads to one', async () => {
	const { page, site, leave } = await visit(browser, { at: 'evidence/' });
	const later = page.locator('article[data-entry]').last();
	const isLaidOut = () =>
		later.locator('h3').evaluate((title) => title.checkVisibility({ contentVisibilityAuto: true }));
	// Longer than it takes to store the place.
	await page.waitForTimeout(900);
	expect(await isLaidOut()).toBe(false);
	await page.goto(`${site}evidence/#${(await later.getAttribute('id')) ?? ''}`);
	await expect.poll(isLaidOut).toBe(true);
	await expect
		.poll(() => later.evaluate((entry) => Math.abs(entry.getBoundingClientRect().top) < innerHeight))
		.toBe(true);
	await leave();
});

test('in a change of step only positions and lengths are animated; colours change at once', async () => {
	const { page, leave } = await visit(browser);
	const properties = await page.evaluate(() => [
		...new Set(
			[...document.querySelectorAll('.drawing *')].flatMap((shape) => {
				const { transitionProperty, transitionDuration } = getComputedStyle(shape);
				return parseFloat(transitionDuration) > 0 ? transitionProperty.split(', ') : [];
			}),
		),
	]);
	expect(properties.sort()).toEqual(['height', 'y']);
	await leave();
});
