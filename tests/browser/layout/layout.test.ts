import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '#commands/browser/launch.ts';
import { waitForPosition, currentStep, DESKTOP, PHONE, stepIds, visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** What reaches beyond the right edge of the page, widest first. */
const overflowing = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const width = document.documentElement.clientWidth;
		if (document.documentElement.scrollWidth <= width) return [];
		return [...document.querySelectorAll('body *')]
			.filter((element) => element.getBoundingClientRect().right > width + 1)
			.slice(0, 5)
			.map((element) => element.outerHTML.slice(0, 120));
	});

for (const javaScriptEnabled of [true, false]) {
	test(`nothing overflows a page 320 pixels wide, with scripts ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
		for (const at of ['', 'evidence/']) {
			const { page, leave } = await visit(browser, { at, viewport: { width: 320, height: 568 }, javaScriptEnabled });
			expect(await overflowing(page)).toEqual([]);
			if (javaScriptEnabled && at === '') {
				await page.locator('button[data-reading]').click();
				expect(await overflowing(page)).toEqual([]);
			}
			await leave();
		}
	});
}

for (const viewport of [PHONE, { width: 768, height: 1024 }, DESKTOP, { width: 1920, height: 1080 }]) {
	test(`the chart of the current step is entirely in the window, ${viewport.width} pixels wide`, async () => {
		const { page, leave } = await visit(browser, { viewport });
		for (const step of await stepIds(page)) {
			await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), step);
			await expect.poll(() => currentStep(page)).toBe(step);
			const visible = await page.evaluate((id) => {
				const step = document.getElementById(id);
				const figure = document.querySelector(`figure[data-chart="${step?.dataset['of']}"]`);
				const sticks = [figure, figure?.querySelector('.stage')].some(
					(box) => box && getComputedStyle(box).position === 'sticky',
				);
				// Beside the words a chart keeps its title.
				const title =
					getComputedStyle(figure ?? document.body).position === 'sticky' ? figure?.querySelector('.title') : null;
				// Where the chart is not sticky, the first step is below it, and the others show their own pictures.
				const drawing = sticks ? figure?.querySelector('.drawing') : step?.querySelector('.picture');
				if (!drawing?.getClientRects().length && step?.matches(':first-child')) return null;
				const heading = document.getElementById(id)?.querySelector('h3');
				const bar = document.querySelector('[data-go]')?.closest('nav');
				if (!step?.dataset['of'] || !heading) return null;
				if (!drawing) return { share: 0, titled: true, words: true };
				const bottom = bar ? bar.getBoundingClientRect().top : innerHeight;
				const box = drawing.getBoundingClientRect();
				const words = heading.getBoundingClientRect();
				const middle = document.elementFromPoint(words.left + 8, words.top + words.height / 2);
				return {
					titled: !title || title.getBoundingClientRect().top >= 0,
					share: Math.max(0, Math.min(box.bottom, bottom) - Math.max(box.top, 0)) / box.height,
					words: words.top >= 0 && words.bottom <= bottom && middle?.closest('h3') === heading,
				};
			}, step);
			if (!visible) continue;
			expect(visible.titled, `the title beside ${step} can be read`).toBe(true);
			expect(visible.share, step).toBeGreaterThan(0.97);
			expect(visible.words, `the heading of ${step} can be read`).toBe(true);
		}
		await waitForPosition(page);
		await leave();
	});
}

test('a URL puts its text at the top of the window, or right below the chart', async () => {
	const { page, leave } = await visit(browser, { viewport: PHONE });
	for (const viewport of [PHONE, { width: 768, height: 1024 }, DESKTOP]) {
		await page.setViewportSize(viewport);
		const low = await page.locator('.chapter[id], .step[id]').evaluateAll((places) =>
			places.flatMap((place) => {
				place.scrollIntoView({ behavior: 'instant' });
				const chart = place.closest('.charted')?.querySelector('.stage') ?? place;
				const above = getComputedStyle(chart).position === 'sticky' ? chart.getBoundingClientRect().bottom : 0;
				const top = (place.querySelector('h2, h3') ?? place).getBoundingClientRect().top - above;
				const atTheEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 1;
				return atTheEnd || top < innerHeight / 4 ? [] : [`${place.id}: ${String(Math.round(top))} px`];
			}),
		);
		expect(low, `${String(viewport.width)} × ${String(viewport.height)}`).toEqual([]);
	}
	await leave();
});

const PHONES = [
	[360, 640],
	[360, 736],
	[360, 740],
	[360, 800],
	[390, 844],
	[412, 915],
	[430, 932],
	[768, 1024],
	[820, 1180],
] as const;

test('above its steps a chart takes 45 to 70 % of the height, and leaves the text 160 px; if it cannot, it does not stick', async () => {
	const { page, leave } = await visit(browser, { reducedMotion: 'reduce' });
	for (const [width, height] of PHONES) {
		await page.setViewportSize({ width, height });
		const stuck = await page.locator('.charted .stage').evaluateAll((stages) => {
			const bar = document.querySelector('[data-go]')?.closest('nav')?.getBoundingClientRect().height ?? 0;
			return stages
				.filter((stage) => getComputedStyle(stage).position === 'sticky')
				.map((stage) => stage.getBoundingClientRect().height)
				.map((takes) => ({ share: takes / innerHeight, words: innerHeight - bar - takes }));
		});
		// On a phone the grid of all questions is higher than the window.
		expect(stuck, `${width} × ${height}`).toHaveLength(height < 736 ? 0 : width < 704 ? 3 : 4);
		for (const { share, words } of stuck) {
			expect(share, `${width} × ${height}`).toBeGreaterThanOrEqual(0.45);
			expect(share, `${width} × ${height}`).toBeLessThanOrEqual(0.7);
			expect(words, `${width} × ${height}`).toBeGreaterThanOrEqual(160);
		}
	}
	await leave();
});

for (const [width, height] of [
	[640, 360],
	[740, 360],
	[844, 390],
	[915, 412],
] as const) {
	test(`on a phone in landscape, ${width} × ${height}, each step's words stand beside its whole picture`, async () => {
		const { page, leave } = await visit(browser, { viewport: { width, height } });
		for (const step of await stepIds(page)) {
			const at = page.locator(`[id="${step}"]`);
			const picture = at.locator('.picture');
			if ((await picture.count()) === 0) continue;
			await at.scrollIntoViewIfNeeded();
			const laid = await at.evaluate((step) => {
				const picture = step.querySelector<HTMLImageElement>('.picture');
				const words = [...step.querySelectorAll('h3, p')].map((part) => part.getBoundingClientRect());
				const { left = 0, right = 0, top = 0, width = 0, height = 0 } = picture?.getBoundingClientRect() ?? {};
				return {
					apart: Math.max(...words.map((part) => part.right)) <= left,
					level: Math.abs(Math.min(...words.map((part) => part.top)) - top) < 12,
					within: right <= document.documentElement.clientWidth && width >= 288,
					measure: Math.min(...words.map((part) => part.width)) >= 180,
					whole: height > 100,
				};
			});
			expect(laid, step).toEqual({ apart: true, level: true, within: true, measure: true, whole: true });
		}
		await leave();
	});
}

for (const [width, height] of [
	[1440, 900],
	[1920, 1080],
] as const) {
	test(`on a wide page, ${width} × ${height}, a chart takes at least half of the width, in type of 14 px and more`, async () => {
		const { page, leave } = await visit(browser, { viewport: { width, height }, reducedMotion: 'reduce' });
		const charts = await page.locator('figure[data-chart]').evaluateAll((figures) =>
			figures.map((figure) => {
				const drawing = figure.querySelector<HTMLElement & { currentCSSZoom: number }>('.drawing');
				const words = [...(drawing?.querySelectorAll<SVGElement & { currentCSSZoom: number }>('text') ?? [])].filter(
					(text) => text.checkVisibility() && text.getBoundingClientRect().width > 0,
				);
				return {
					share: (drawing?.getBoundingClientRect().width ?? 0) / innerWidth,
					type: Math.min(...words.map((text) => parseFloat(getComputedStyle(text).fontSize) * text.currentCSSZoom)),
				};
			}),
		);
		expect(charts).toHaveLength(4);
		for (const { share, type } of charts) {
			expect(share).toBeGreaterThanOrEqual(0.5);
			expect(type).toBeGreaterThanOrEqual(14);
		}
		await leave();
	});
}

test('on a wide page a chart has one title in each step, which says what the step shows', async () => {
	const { page, leave } = await visit(browser, { viewport: DESKTOP, reducedMotion: 'reduce' });
	const titles = new Map<string, string>();
	for (const step of await page.locator('.charted .step').evaluateAll((steps) => steps.map(({ id }) => id))) {
		await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), step);
		await expect.poll(() => currentStep(page)).toBe(step);
		const titleState = await page.evaluate((id) => {
			const figure = document.getElementById(id)?.closest('.charted')?.querySelector('figure[data-chart]');
			const [title, finding] = ['h3.title', '.finding'].map((name) => figure?.querySelector<HTMLElement>(name));
			const visible = [title, finding].filter((one) => one?.checkVisibility({ opacityProperty: true }));
			const bottom = visible[0]?.getBoundingClientRect().bottom ?? NaN;
			const how = figure?.querySelector('.how')?.getBoundingClientRect().top ?? NaN;
			return { words: visible.map((one) => one?.innerText), isClear: bottom <= how + 1 };
		}, step);
		expect(titleState, step).toEqual({ words: [expect.any(String)], isClear: true });
		titles.set(step, titleState.words[0] ?? '');
	}
	expect(titles.get('georgia')).toContain('two acts of cooperation, six of conflict');
	expect(new Set(['all-events', 'the-slope', 'cut-in-2014', 'cut-after-2014'].map((id) => titles.get(id))).size).toBe(
		4,
	);
	await leave();
});

test('no letter that reaches out of its line shows beside a chart that sticks above the text', async () => {
	const { page, leave } = await visit(browser, { viewport: PHONE, reducedMotion: 'reduce', bypassCSP: true });
	// As wide strokes of some typefaces do.
	await page.addStyleTag({ content: '.step :is(h3, p) { position: relative; left: -3px; }' });
	const step = page.locator('.step#the-reset');
	const stage = page.locator('figure[data-chart="relations"] .stage');
	const strips: string[] = [];
	for (const above of [0, 60, 120, 180]) {
		await step.evaluate((element, distance) => {
			scrollTo(0, scrollY + element.getBoundingClientRect().top - 300 + distance);
		}, above);
		await page.waitForTimeout(200);
		const box = await stage.boundingBox();
		const clip = { x: (box?.x ?? 0) - 4, y: 0, width: 4, height: (box?.height ?? 0) - 1 };
		strips.push((await page.screenshot({ clip })).toString('base64'));
	}
	expect(new Set(strips).size).toBe(1);
	await leave();
});
