import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './launch.ts';
import { DESKTOP, PHONE, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

interface Arrival {
	readonly url: string;
	/** As they came over the wire. */
	bytes: number;
}

/** Collects every answer of a page, with its bytes, headers included. */
async function arrivals(page: Page): Promise<Map<string, Arrival>> {
	const session = await page.context().newCDPSession(page);
	const all = new Map<string, Arrival>();
	session.on('Network.requestWillBeSent', ({ requestId, request }) =>
		all.set(requestId, { url: request.url, bytes: 0 }),
	);
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const arrival = all.get(requestId);
		if (arrival) arrival.bytes = encodedDataLength;
	});
	await session.send('Network.enable');
	return all;
}

for (const [name, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
	test(`the first view takes at most 7 requests and 120 kB, on a ${name}`, async () => {
		let all = new Map<string, Arrival>();
		const { page, leave } = await visit(browser, {
			viewport,
			before: async (page) => {
				all = await arrivals(page);
			},
		});
		await page.waitForLoadState('networkidle');
		const list = [...all.values()].map(({ url, bytes }) => `${bytes} ${url}`).join('\n');
		const bytes = [...all.values()].reduce((sum, one) => sum + one.bytes, 0);
		expect(all.size, list).toBeLessThanOrEqual(7);
		expect(bytes, list).toBeLessThanOrEqual(120_000);
		expect(bytes, list).toBeGreaterThan(20_000);
		await leave();
	});

	test(`the script moves nothing when it arrives, on a ${name}`, async () => {
		const { page, leave } = await visit(browser, {
			viewport,
			before: async (page) => {
				await page.addInitScript(() => {
					const shifts: number[] = [];
					Object.assign(window, { shifts });
					new PerformanceObserver((list) => {
						for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
					}).observe({ type: 'layout-shift', buffered: true });
				});
				await page.route(/\.js(\?|$)/, async (route) => {
					await new Promise((later) => setTimeout(later, 700));
					await route.continue();
				});
			},
		});
		await page.waitForSelector('[aria-current="step"]');
		await page.waitForTimeout(300);
		const shifted = await page.evaluate(() =>
			(window as Window & { shifts?: number[] }).shifts?.reduce((a, b) => a + b, 0),
		);
		expect(shifted).toBeLessThan(0.02);
		await leave();
	});
}

for (const [name, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
	test(`the first screen of a ${name} holds the title, what the story is about, and its picture`, async () => {
		const { page, leave } = await visit(browser, { viewport, reducedMotion: 'reduce' });
		const [title, words, picture, bar] = await Promise.all(
			['h1', '.standfirst', '.rope:visible', '.controls'].map((part) => page.locator(part).boundingBox()),
		);
		for (const box of [title, words, picture]) {
			expect(box?.height).toBeGreaterThan(20);
			expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
		}
		expect((picture?.height ?? 0) / viewport.height).toBeGreaterThan(0.25);
		const beyond = await page
			.locator('.rope:visible text')
			.evaluateAll((texts) => texts.filter((text) => text.getBoundingClientRect().right > innerWidth).length);
		expect(beyond, 'names cut off at the edge').toBe(0);
		const small = await page.locator('.rope:visible text').evaluateAll((texts) =>
			texts.map((text) => {
				const drawing = text.closest('svg');
				const scale = (drawing?.getBoundingClientRect().width ?? 0) / (drawing?.viewBox.baseVal.width ?? 1);
				return parseFloat(getComputedStyle(text).fontSize) * scale;
			}),
		);
		expect(Math.min(...small)).toBeGreaterThanOrEqual(12);
		await leave();
	});
}

test('no cookie is set and nothing is stored', async () => {
	const { page, leave } = await visit(browser);
	await page.locator('button[data-reading]').click();
	await page.locator('[data-go="next"]').click();
	expect(await page.context().cookies()).toEqual([]);
	expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
	await leave();
});
