import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { sweepable } from '#tests/quality/sweeps.ts';
import { launch } from '#commands/browser/launch.ts';
import { PAGES } from '#tests/browser/pages.ts';
import { visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const HELD = ['preferences/reflow', 'preferences/text-spacing', 'preferences/text-size'] as const;

/** As WCAG 1.4.12 has it. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
	p { margin-block-end: 2em !important }`;

/** Text that does not fit: on the page, in its boxes, and in each state of its charts. */
const crowded = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const { clipped, overflowing, states } = window.quality;
		const all = [...overflowing(), ...clipped(document.body)];
		for (const figure of states(document)) all.push(...clipped(figure));
		return [...new Set(all)];
	});

const wearing = (page: Page, css: string) =>
	page.evaluate((css) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(css);
		document.adoptedStyleSheets = [sheet];
	}, css);

test.for(PAGES)(
	'on /%s nothing is cut off at 320 × 256, with letters and lines set apart, or twice the size',
	async (at, { task }) => {
		const { page, leave } = await visit(browser, {
			at,
			viewport: { width: 320, height: 256 },
			reducedMotion: 'reduce',
			again: true,
		});
		await sweepable(page);
		expect(await crowded(page), '320 × 256').toEqual([]);
		await wearing(page, SPACING);
		expect(await crowded(page), 'set apart').toEqual([]);
		await page.setViewportSize({ width: 1280, height: 800 });
		expect(await crowded(page), 'set apart, wide').toEqual([]);
		await wearing(page, '');
		const session = await page.context().newCDPSession(page);
		await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
		expect(await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))).toBeGreaterThan(
			30,
		);
		for (const size of [
			{ width: 1280, height: 800 },
			{ width: 360, height: 640 },
			{ width: 320, height: 640 },
		]) {
			await page.setViewportSize(size);
			expect(await crowded(page), `twice the size, ${size.width} px`).toEqual([]);
		}
		await leave();
		for (const held of HELD) holds(task, held, `/${at}`);
	},
);

test('cut-off text and a page that is too wide are reported', async () => {
	const { page, leave } = await visit(browser, { at: 'embed/ties/', viewport: { width: 320, height: 256 } });
	await sweepable(page);
	await wearing(page, '.how { height: 1em; overflow: hidden } .credit { white-space: nowrap; width: 900px }');
	const found = (await crowded(page)).join('\n');
	expect(found).toMatch(/p\.how.*cut off/);
	expect(found).toMatch(/the page is \d+ px wide in 320/);
	await leave();
});
