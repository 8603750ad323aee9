import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { launch } from '#commands/browser/launch.ts';
import { DESKTOP, PHONE, visit } from '#tests/browser/visit.ts';

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
	// On a busy machine the script may load after the end of the document; the page then rightly loads the steps' pictures.
	test(`the first view takes at most 6 requests and 107 kB, on a ${name}`, async ({ task }) => {
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
		expect(all.size, list).toBeLessThanOrEqual(6);
		expect(bytes, list).toBeLessThanOrEqual(107_000);
		expect(bytes, list).toBeGreaterThan(20_000);
		await leave();
		holds(task, 'reliability/slow', `${all.size} requests, ${Math.round(bytes / 1000)} kB on a ${name}`);
	});

	test(`a script that arrives late moves nothing visible, on a ${name}`, async ({ task }) => {
		let come: () => void = () => undefined;
		const coming = new Promise<void>((done) => {
			come = done;
		});
		const { page, leave } = await visit(browser, {
			...{ viewport, reducedMotion: 'reduce', waitUntil: 'commit' },
			before: (page) => page.route(/\.js(\?|$)/, (route) => coming.then(() => route.continue())),
		});
		await page.waitForFunction(() => document.readyState !== 'loading');
		// Fonts are optional: those that have not loaded by now are not used.
		await page.waitForTimeout(1000);
		await page.evaluate(() => {
			const visible = [...document.querySelectorAll('body *')].filter((part) => {
				const { top, bottom } = part.getBoundingClientRect();
				return bottom > 0 && top < innerHeight;
			});
			Object.assign(window, { laid: visible.map((part) => ({ part, box: part.getBoundingClientRect() })) });
		});
		come();
		await page.waitForSelector('[aria-current="step"]');
		await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
		const moved = await page.evaluate(() => {
			const { laid = [] } = window as Window & { laid?: { part: Element; box: DOMRect }[] };
			return laid.flatMap(({ part, box }) => {
				const by = Math.abs(part.getBoundingClientRect().top - box.top);
				return by > 0.5 ? [`${part.localName}.${part.getAttribute('class') ?? ''}: ${by} px`] : [];
			});
		});
		expect(moved).toEqual([]);
		await leave();
		holds(task, 'reliability/still', `nothing in the first screen of a ${name}`);
	});
}

test('if the script arrives soon after the end of the document, the layout waits for it, and no picture is requested', async () => {
	let come: () => void = () => undefined;
	const coming = new Promise<void>((done) => {
		come = done;
	});
	const { page, leave } = await visit(browser, {
		...{ viewport: DESKTOP, waitUntil: 'commit' },
		before: async (page) => {
			await page.route(/\.js(\?|$)/, (route) => coming.then(() => route.continue()));
			// What is soon for a reader is not for a busy machine: the half second is longer here.
			await page.addInitScript(() => {
				const later = window.setTimeout;
				window.setTimeout = ((run: () => void, ms: number) => later(run, ms === 500 ? 30_000 : ms)) as typeof later;
			});
		},
	});
	await page.waitForFunction(() => document.readyState !== 'loading');
	come();
	await page.waitForSelector('[aria-current="step"]');
	const pictures = await page.evaluate(() =>
		performance.getEntriesByType('resource').filter(({ name }) => name.includes('/steps/')),
	);
	expect(pictures).toEqual([]);
	await leave();
});

for (const [name, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
	test(`the first screen of a ${name} holds the title, what the story is about, and its picture`, async () => {
		const { page, leave } = await visit(browser, { viewport, reducedMotion: 'reduce', again: true });
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

for (const [name, viewport, preloaded] of [
	['phone', PHONE, 0],
	['desktop', DESKTOP, 3],
] as const) {
	test(`fonts that are preloaded on a ${name}: ${preloaded}`, async () => {
		const { page, leave } = await visit(browser, { viewport });
		const initiators = await page.evaluate(() =>
			(performance.getEntriesByType('resource') as PerformanceResourceTiming[])
				.filter(({ name }) => name.endsWith('.woff2'))
				.map(({ initiatorType }) => initiatorType),
		);
		expect(initiators.length).toBeGreaterThan(0);
		expect(initiators.filter((initiator) => initiator === 'link')).toHaveLength(preloaded);
		await leave();
	});
}

test('text and first chart are painted even if no font arrives', async ({ task }) => {
	const { page, leave } = await visit(browser, {
		viewport: PHONE,
		waitUntil: 'commit',
		before: (page) => page.route(/\.woff2/, () => undefined),
	});
	const painted = () => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length);
	await expect.poll(painted).toBe(1);
	await page.waitForSelector('[aria-current="step"]');
	const heights = await page
		.locator('h1, .standfirst, .rope:visible, figure[data-chart="relations"] .drawing')
		.evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().height));
	expect(heights.length).toBeGreaterThanOrEqual(4);
	expect(Math.min(...heights)).toBeGreaterThan(20);
	await leave();
	holds(task, 'reliability/fonts-blocked');
});

test('no page requests another host, sets a cookie, stores or sends anything, on screen or in print', async ({
	task,
}) => {
	const pages = ['', 'evidence/', 'method/', 'data/', 'embed/', 'embed/ties/', 's/'];
	const { page, site, leave } = await visit(browser);
	await page.locator('button[data-reading]').click();
	await page.locator('[data-go="next"]').click();
	for (const at of pages) {
		await page.goto(site + at);
		await page.emulateMedia({ media: 'print' });
		expect(await page.evaluate(() => localStorage.length + sessionStorage.length), at).toBe(0);
		await page.emulateMedia({ media: null });
	}
	// The page of a step redirects.
	await page.goto(`${site}s/crimea/`);
	await page.waitForURL(`${site}#crimea`);
	await leave();
	holds(task, 'security/no-traces', `${pages.length} pages`);
});

test('each kind of forbidden request or storage is reported', async () => {
	const { page, complaints, leave } = await visit(browser, { at: 'data/' });
	await page
		.evaluate(() => {
			localStorage.setItem('a', '1');
			document.cookie = 'a=1';
			navigator.sendBeacon('/');
			void fetch('https://example.org/').catch(() => undefined);
			document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }));
		})
		.catch(() => undefined);
	await expect.poll(() => complaints.join()).toMatch(/policy: .*policy: /);
	const text = complaints.splice(0).join('\n');
	for (const word of ['setItem a', 'cookie a=1', 'sendBeacon', 'policy: connect-src']) expect(text).toContain(word);
	expect(text).toMatch(/policy: (?:require-trusted-types-for|script-src)/);
	await leave();
});
