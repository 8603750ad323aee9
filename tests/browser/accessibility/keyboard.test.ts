import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { launch } from '#commands/browser/launch.ts';
import { currentStep, PHONE, visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

interface Stop {
	/** The chart whose drawing it is in; empty elsewhere. */
	readonly drawing: string;
	readonly name: string;
	/** The element that covers it, if any. */
	readonly under: string;
}

const stopAt = (page: Page): Promise<Stop | null> =>
	page.evaluate(() => {
		const focused = document.activeElement;
		if (!focused || focused === document.body) return null;
		const figure = focused.closest('.drawing')?.closest<HTMLElement>('figure') ?? undefined;
		// A link may have two lines: one of them has to be uncovered.
		const boxes = [...focused.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
		const over = boxes.map(({ left, top, width, height }) =>
			document.elementFromPoint(left + width / 2, top + height / 2),
		);
		const svg = focused.closest('svg');
		// Other parts of the same drawing are not sticky.
		const isFree = (top: Element | null) =>
			top !== null && (focused.contains(top) || top.contains(focused) || svg?.contains(top) === true);
		const free = figure !== undefined || boxes.length === 0 || over.some(isFree);
		return {
			drawing: figure?.dataset['chart'] ?? '',
			name: focused.getAttribute('aria-label') ?? focused.textContent.trim(),
			under: free ? '' : over.map((top) => top?.outerHTML.slice(0, 80) ?? 'the edge').join(),
		};
	});

/** The elements that the tab key reaches, in order, until it leaves the page. */
async function walked(page: Page): Promise<Stop[]> {
	const stops: Stop[] = [];
	for (let presses = 0; presses < 1500; presses += 1) {
		await page.keyboard.press('Tab');
		const stop = await stopAt(page);
		if (!stop) break;
		stops.push(stop);
	}
	return stops;
}

const covered = (stops: readonly Stop[]): string[] =>
	stops.filter(({ under }) => under).map(({ name, under }) => `${name} lies under ${under}`);

test('each chart is one tab stop, and nothing sticky covers the focus', async ({ task }) => {
	const story = await visit(browser, { viewport: PHONE });
	const stops = await walked(story.page);
	expect(stops.map(({ drawing }) => drawing).filter(Boolean)).toEqual(['relations', 'ties', 'contacts', 'accounts']);
	expect(covered(stops)).toEqual([]);
	await story.leave();
	const embed = await visit(browser, { viewport: PHONE, at: 'embed/contacts/' });
	const inEmbed = await walked(embed.page);
	expect(inEmbed.map(({ drawing }) => drawing).filter(Boolean)).toEqual(['contacts']);
	expect(covered(inEmbed)).toEqual([]);
	await embed.page.evaluate(() => {
		const bar = document.createElement('p');
		const over = { position: 'fixed', inset: '0', background: 'white' };
		for (const [name, value] of Object.entries(over)) bar.style.setProperty(name, value);
		document.body.append(bar);
	});
	expect(covered(await walked(embed.page)), 'what lies under something is found').not.toEqual([]);
	await embed.leave();
	holds(task, 'keyboard/tab-stop', '4 charts');
	holds(task, 'keyboard/covered', `${stops.length + inEmbed.length} stops`);
});

for (const chart of ['relations', 'ties', 'contacts', 'accounts']) {
	test(`inside ${chart}, Home, End and the arrows move from mark to mark, and Escape leaves`, async () => {
		const { page, leave } = await visit(browser);
		const figure = page.locator(`figure[data-chart="${chart}"]`);
		const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-id') ?? '');
		await figure.locator('.drawing [tabindex="0"]').focus();
		await page.keyboard.press('Home');
		const first = await focused();
		await page.keyboard.press('End');
		const last = await focused();
		expect(new Set(['', first, last]).size).toBe(3);
		await page.keyboard.press('Home');
		await page.keyboard.press('ArrowRight');
		const second = await focused();
		expect(new Set(['', first, second]).size).toBe(3);
		expect(await figure.locator('.drawing [tabindex="0"]').count()).toBe(1);
		await page.keyboard.press('Escape');
		expect(await page.evaluate(() => document.activeElement?.closest('.drawing') === null)).toBe(true);
		expect(await figure.evaluate((node) => node.contains(document.activeElement))).toBe(true);
		await leave();
	});
}

test('the skip link of a chart is visible only while it has the focus', async () => {
	const { page, leave } = await visit(browser, { viewport: { width: 1440, height: 900 } });
	const visibility = await page.locator('.skip').evaluateAll((links) =>
		links.map((link) => {
			const isSeen = () => {
				const { left, top, width, height } = link.getBoundingClientRect();
				return document.elementFromPoint(left + width / 2, top + height / 2) === link;
			};
			link.scrollIntoView({ block: 'center', behavior: 'instant' });
			const before = isSeen();
			(link as HTMLElement).focus();
			const focused = isSeen();
			(link as HTMLElement).blur();
			return { before, focused };
		}),
	);
	expect(visibility.length).toBeGreaterThan(3);
	expect(visibility).toEqual(visibility.map(() => ({ before: false, focused: true })));
	await leave();
});

test('in the network keys move from the ambassador along a contact to the other person', async () => {
	const { page, leave } = await visit(browser);
	const at = () =>
		page.evaluate(() => Object.assign({} as DOMStringMap, (document.activeElement as SVGElement).dataset));
	await page.locator('[data-chart="contacts"] [data-id="kislyak"]').focus();
	await page.keyboard.press('ArrowRight');
	const contact = await at();
	expect(contact['who']?.split(' ')).toContain('kislyak');
	await page.keyboard.press('ArrowDown');
	const person = await at();
	expect(person['node']).toBeDefined();
	expect(person['id']).not.toBe('kislyak');
	expect(contact['who']?.split(' ')).toContain(person['id']);
	await leave();
});

test('a focused mark has a tooltip with its name until Escape', async ({ task }) => {
	const { page, leave } = await visit(browser);
	await page.locator('[data-chart="relations"] .drawing [tabindex="0"]').focus();
	await page.keyboard.press('ArrowRight');
	const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
	const tip = page.locator('[data-tip]');
	expect(await tip.textContent()).toBe(name);
	expect(await tip.isVisible()).toBe(true);
	await page.keyboard.press('Escape');
	expect(await tip.isVisible()).toBe(false);
	await leave();
	holds(task, 'keyboard/told', 'by focus, until Escape');
});

test('the tooltip of a mark fits in the smallest window', async () => {
	const { page, leave } = await visit(browser, { viewport: { width: 320, height: 256 }, reducedMotion: 'reduce' });
	for (const chart of ['relations', 'ties', 'contacts']) {
		await page.locator(`[data-chart="${chart}"] .drawing [tabindex="0"]`).focus();
		for (let presses = 0; presses < 12; presses += 1) {
			await page.keyboard.press('ArrowDown');
			const { top, bottom } = await page.locator('[data-tip]').evaluate((tip) => tip.getBoundingClientRect());
			expect(top, `${chart}, ${presses}`).toBeGreaterThanOrEqual(0);
			expect(bottom, `${chart}, ${presses}`).toBeLessThanOrEqual(256);
		}
	}
	await leave();
});

test('menus close when the focus leaves, on Escape, and on a click outside', async () => {
	const { page, leave } = await visit(browser, { viewport: PHONE });
	for (const fold of ['.menu', '.drawing-contacts-filters']) {
		const summary = page.locator(`${fold} > summary`);
		// By key: on a busy machine the page may still scroll under a pointer.
		const unfold = () => summary.press('Enter');
		const isOpen = () => page.locator(fold).evaluate((details: HTMLDetailsElement) => details.open);
		await unfold();
		expect(await isOpen()).toBe(true);
		await page.keyboard.press('Escape');
		expect(await isOpen()).toBe(false);
		expect(await summary.evaluate((node) => node === document.activeElement)).toBe(true);
		await unfold();
		await page.locator('[data-chart="contacts"] .drawing [tabindex="0"]').focus();
		expect(await isOpen()).toBe(false);
		await unfold();
		await page.locator('.opening .standfirst').dispatchEvent('pointerdown');
		expect(await isOpen()).toBe(false);
	}
	await leave();
});

test('at the end of the page the bar covers no focused element', async () => {
	for (const viewport of [PHONE, { width: 768, height: 1024 }, { width: 1440, height: 900 }]) {
		const { page, leave } = await visit(browser, { viewport });
		await page.keyboard.press('End');
		await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
		const last = page.locator('.site-footer a').last();
		await last.focus();
		const [foot, bar] = await Promise.all(
			[last, page.locator('nav.controls')].map((part) =>
				part.evaluate((node) => node.getBoundingClientRect().toJSON() as DOMRect),
			),
		);
		expect(foot?.bottom).toBeLessThanOrEqual(bar?.top ?? 0);
		await leave();
	}
});

test('with every contact filtered out, the drawing is no tab stop and silent for screen readers', async () => {
	const { page, leave } = await visit(browser);
	const figure = page.locator('[data-chart="contacts"]');
	await figure.locator('.drawing-contacts-filters > summary').click();
	for (const box of await figure.locator('input[name="status"]').all()) await box.uncheck();
	expect(await figure.locator('.drawing a[tabindex="0"]').count()).toBe(0);
	expect(await figure.locator('.drawing a[data-id]:not([aria-hidden="true"])').count()).toBe(0);
	await figure.locator('button[type="reset"]').click();
	await expect.poll(() => figure.locator('.drawing a[aria-hidden]').count()).toBe(0);
	expect(await figure.locator('.drawing a[tabindex="0"]').count()).toBe(1);
	expect(await figure.locator('input[type="range"]').getAttribute('aria-valuetext')).toMatch(/\d{4}/);
	await leave();
});

test('the focus stays in a chart when the mark that had it leaves the frame', async () => {
	const { page, leave } = await visit(browser);
	await page.locator('[data-chart="relations"] .drawing [tabindex="0"]').focus();
	await page.keyboard.press('Home');
	await page.evaluate(() => document.querySelector('#crimea')?.scrollIntoView());
	await expect.poll(() => currentStep(page)).toBe('crimea');
	await page.waitForTimeout(100);
	expect(await stopAt(page)).toMatchObject({ drawing: 'relations' });
	expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-focus'))).toBe(true);
	await leave();
});
