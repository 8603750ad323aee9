/** Charts follow a reader's larger type. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { launch } from '#commands/browser/launch.ts';
import { visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const SIZES = [
	[360, 740],
	[740, 360],
	[768, 1024],
	[1024, 768],
	[1440, 900],
	[1920, 1080],
] as const;
const CHARTS = ['relations', 'ties', 'contacts', 'accounts'];

/** Two ways to set type size: the browser's setting, which media queries follow, and a user style, which they do not. */
const WAYS: Readonly<Record<string, (page: Page, percent: number) => Promise<unknown>>> = {
	'the browser’s setting': async (page, percent) => {
		const session = await page.context().newCDPSession(page);
		await session.send('Page.setFontSizes', { fontSizes: { standard: Math.round((16 * percent) / 100), fixed: 13 } });
		await session.detach();
	},
	'a style of the root': (page, percent) =>
		page.evaluate((percent) => {
			document.documentElement.style.fontSize = percent === 100 ? '' : `${1.125 * percent}%`;
		}, percent),
};

/** The smallest type of each chart, in pixels: in the chart itself, and in the pictures of its steps. */
const drawnType = (page: Page) =>
	page.evaluate(() =>
		Object.fromEntries(
			[...document.querySelectorAll<HTMLElement>('figure[data-chart]')].map((figure) => {
				const { chart = '' } = figure.dataset;
				const zoomOf = (element: Element) => (element as Element & { currentCSSZoom: number }).currentCSSZoom;
				const words = [...figure.querySelectorAll('.stage > .drawing text')].filter(
					(text) => text.checkVisibility() && text.getBoundingClientRect().width > 0,
				);
				const own = Math.min(...words.map((text) => parseFloat(getComputedStyle(text).fontSize) * zoomOf(text)));
				const pictures = [...document.querySelectorAll(`.step[data-of="${chart}"] .picture`)].filter((picture) =>
					picture.checkVisibility(),
				);
				// Pictures are drawn in 12 pixels.
				const inSteps = pictures.length > 0 ? Math.min(...pictures.map((picture) => 12 * zoomOf(picture))) : own;
				const narrowest = [...pictures, ...figure.querySelectorAll('.stage > .drawing')].map(
					(drawing) => drawing.getBoundingClientRect().width / zoomOf(drawing),
				);
				return [chart, { own, inSteps, narrowest: Math.min(...narrowest) }];
			}),
		),
	);

async function atSize(page: Page, way: string, percent: number) {
	await WAYS[way]?.(page, percent);
	await page.evaluate(async () => {
		for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
	});
	return drawnType(page);
}

for (const way of Object.keys(WAYS)) {
	for (const at of ['', ...CHARTS.map((chart) => `embed/${chart}/`)]) {
		test(`type in charts grows with the reader’s, as far as the column holds them, by ${way}, on /${at}`, async ({
			task,
		}) => {
			const { page, leave } = await visit(browser, { at, reducedMotion: 'reduce' });
			for (const [width, height] of SIZES) {
				await page.setViewportSize({ width, height });
				const usual = await atSize(page, way, 100);
				expect(Object.keys(usual).length).toBeGreaterThan(0);
				for (const percent of [130, 200]) {
					const larger = await atSize(page, way, percent);
					for (const [chart, { own, inSteps, narrowest }] of Object.entries(larger)) {
						const where = `${chart}, ${width} × ${height}, ${percent} %`;
						const before = usual[chart] ?? { own: Infinity, inSteps: Infinity };
						expect(own, `type of ${where}`).toBeGreaterThan(before.own * 1.03);
						expect(narrowest, `width of ${where}`).toBeGreaterThan(286);
						// Columns may hold no more.
						const isHeld = narrowest < 330;
						expect(inSteps, `type in the steps of ${where}`).toBeGreaterThan(isHeld ? 12.3 : before.inSteps * 1.03);
						if (!isHeld) expect(Math.min(own, inSteps), where).toBeGreaterThan((12 * percent) / 101);
					}
				}
				await atSize(page, way, 100);
			}
			await leave();
			holds(task, 'chart/type-size', `${String(SIZES.length)} windows at 130 and 200 %, on /${at}`);
		});
	}
}
