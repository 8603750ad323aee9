/** Evidence entries are laid out late, which a reader must not notice. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { launch } from '#commands/browser/launch.ts';
import { DESKTOP, PHONE, visit, waitForFonts } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const AT = 'evidence/';
/** Longer than it takes until the place is stored. */
const REST = 900;

/** The ids of an entry in the middle and of the last, and of a row within one. */
const addresses = (page: Page): Promise<string[]> =>
	page.locator('article[data-entry]').evaluateAll((entries) => {
		const some = [0.5, 1].map((share) => entries[Math.floor(share * (entries.length - 1))]?.id ?? '');
		return [...some, [...document.querySelectorAll('article tr[id]')].at(-1)?.id ?? ''];
	});

/** The distance of an element's top from where its URL puts it, limited by the end of the page. */
const off = (page: Page, id: string): Promise<number> =>
	page.evaluate((id) => {
		const target = document.getElementById(id);
		if (!target) return Infinity;
		const { scrollPaddingTop } = getComputedStyle(document.documentElement);
		const { scrollMarginTop } = getComputedStyle(target);
		const due = (parseFloat(scrollPaddingTop) || 0) + (parseFloat(scrollMarginTop) || 0);
		const left = document.documentElement.scrollHeight - innerHeight - scrollY;
		const by = target.getBoundingClientRect().top - due;
		return left < 2 ? Math.max(0, -by) : Math.abs(by);
	}, id);

/** The tops of headings in view, by their ids. */
const headings = (page: Page): Promise<Record<string, number>> =>
	page.evaluate(() =>
		Object.fromEntries(
			[...document.querySelectorAll('article h3')].flatMap((heading) => {
				const { top, bottom } = heading.getBoundingClientRect();
				return top >= 0 && bottom <= innerHeight ? [[heading.id, Math.round(top)] as const] : [];
			}),
		),
	);

/** Scrolls to the middle of the page like a mouse wheel, and pauses. */
async function readOn(page: Page): Promise<void> {
	for (let turn = 0; turn < 25; turn += 1) {
		await page.mouse.wheel(0, 600);
		await page.waitForTimeout(30);
	}
	await page.waitForTimeout(REST);
}

test.for([
	['with scripts, loaded', true, true],
	['with scripts, on the page', true, false],
	['without scripts, loaded', false, true],
	['without scripts, on the page', false, false],
] as const)('an address leads to its entry, %s', { timeout: 120_000 }, async ([, javaScriptEnabled, isLoaded]) => {
	for (const viewport of [PHONE, DESKTOP]) {
		const { page, site, leave } = await visit(browser, { at: AT, viewport, javaScriptEnabled });
		for (const id of await addresses(page)) {
			if (isLoaded) await page.goto('about:blank');
			await page.goto(`${site}${AT}#${id}`);
			await expect.poll(() => off(page, id), { message: id }).toBeLessThan(2);
			// It stays there.
			await page.waitForTimeout(REST);
			expect(await off(page, id), id).toBeLessThan(2);
		}
		await leave();
	}
});

test('a reload before the place is stored leads to the address again', async () => {
	for (const viewport of [PHONE, DESKTOP]) {
		const { page, site, leave } = await visit(browser, { at: AT, viewport });
		for (const id of await addresses(page)) {
			await page.goto('about:blank');
			await page.goto(`${site}${AT}#${id}`, { waitUntil: 'commit' });
			await page.waitForFunction(() => history.scrollRestoration === 'manual');
			await page.reload();
			await expect.poll(() => off(page, id), { message: id }).toBeLessThan(2);
			await page.waitForTimeout(REST);
			expect(await off(page, id), id).toBeLessThan(2);
		}
		await leave();
	}
});

test('scrolling down or up never jumps, and shifts nothing visible', async ({ task }) => {
	const { page, leave } = await visit(browser, { at: AT, viewport: PHONE });
	await waitForFonts(page);
	await page.evaluate(() => {
		const shifts: number[] = [];
		Object.assign(window, { shifts });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
		}).observe({ type: 'layout-shift' });
	});
	// The end first, so that nothing above has been laid out.
	await page.evaluate(() => scrollTo({ top: 1e9, behavior: 'instant' }));
	await page.waitForTimeout(REST);
	for (const by of [-260, 260]) {
		for (let turn = 0; turn < 40; turn += 1) {
			const before = await headings(page);
			await page.mouse.wheel(0, by);
			// Pauses, in which the place is stored.
			await page.waitForTimeout(turn % 8 === 0 ? 300 : 60);
			await expect
				.poll(
					async () => {
						const after = Object.entries(await headings(page));
						return after.filter(([id, top]) => Math.abs(top - (before[id] ?? top + by) + by) > 2);
					},
					{ message: `turn ${turn} of ${by}` },
				)
				.toEqual([]);
		}
	}
	const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
	expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.05);
	await leave();
	holds(task, 'reliability/still', 'the evidence while it is scrolled');
});

/** What changes a layout, or leaves the page and comes back to it. */
const CHANGES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
	'larger text': (page) => page.evaluate(() => document.documentElement.style.setProperty('font-size', '160%')),
	'a narrower window': (page) => page.setViewportSize({ width: 480, height: 900 }),
	'a reload': (page) => page.reload(),
	'the way back': async (page) => {
		await page.goto(new URL('../method/', page.url()).href);
		await page.goBack();
	},
	'the way back from another entry': async (page) => {
		await page.evaluate(() => {
			location.hash = document.querySelector('article[data-entry]:last-of-type')?.id ?? '';
		});
		await page.waitForTimeout(REST);
		await page.goBack();
	},
};

test.for(Object.entries(CHANGES))('what is read stays in view through %s', async ([name, change], { task }) => {
	const { page, leave } = await visit(browser, { at: AT, bypassCSP: true, again: true });
	await page.mouse.move(400, 400);
	await readOn(page);
	const read = await headings(page);
	expect(Object.keys(read).length).toBeGreaterThan(0);
	await change(page);
	await page.waitForTimeout(REST);
	const now = await headings(page);
	const kept = Object.keys(read).filter((id) => now[id] !== undefined);
	expect(kept, `${Object.keys(read).join()} → ${Object.keys(now).join()}`).not.toEqual([]);
	// To the pixel: browsers round scroll positions.
	if (/reload|back/.test(name))
		for (const id of kept) expect(Math.abs((now[id] ?? 0) - (read[id] ?? 0)), id).toBeLessThan(2);
	await leave();
	holds(task, 'reliability/place', `the evidence, ${name}`);
});

test('the keyboard moves from entry to entry, each in view', async () => {
	const { page, leave } = await visit(browser, { at: AT });
	await page.locator('article h3 a').first().focus();
	for (let turn = 0; turn < 60; turn += 1) {
		await page.keyboard.press('Tab');
		const { top, bottom } = await page.evaluate(
			() => document.activeElement?.getBoundingClientRect() ?? new DOMRect(0, -1),
		);
		expect(Math.min(top, innerHeightOf(page) - bottom), `at turn ${turn}`).toBeGreaterThanOrEqual(0);
	}
	await leave();
});

const innerHeightOf = (page: Page): number => page.viewportSize()?.height ?? 0;

test('on paper every entry is laid out', async () => {
	const { page, leave } = await visit(browser, { at: AT });
	const without = () =>
		page
			.locator('article[data-entry]')
			.evaluateAll((entries) =>
				entries
					.filter((entry) => !entry.lastElementChild?.checkVisibility({ contentVisibilityAuto: true }))
					.map(({ id }) => id),
			);
	expect((await without()).length).toBeGreaterThan(100);
	await page.emulateMedia({ media: 'print' });
	await expect.poll(without).toEqual([]);
	await leave();
});
