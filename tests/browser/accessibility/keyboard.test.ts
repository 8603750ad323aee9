import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { launch } from '#commands/browser/launch.ts';
import { waitForPosition, currentStep, PHONE, stepIds, visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

interface Stop {
	/** The chart whose drawing it is in; empty elsewhere. */
	readonly drawing: string;
	readonly name: string;
	/** What lies over it, if anything does. */
	readonly under: string;
}

const stopAt = (page: Page): Promise<Stop | null> =>
	page.evaluate(() => {
		const focused = document.activeElement;
		if (!focused || focused === document.body) return null;
		const figure = focused.closest('.drawing')?.closest<HTMLElement>('figure') ?? undefined;
		// A link may run over two lines: one of them has to be free.
		const boxes = [...focused.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
		const over = boxes.map(({ left, top, width, height }) =>
			document.elementFromPoint(left + width / 2, top + height / 2),
		);
		const svg = focused.closest('svg');
		// What is drawn beside it in the same picture sticks to nothing.
		const isFree = (top: Element | null) =>
			top !== null && (focused.contains(top) || top.contains(focused) || svg?.contains(top) === true);
		const free = figure !== undefined || boxes.length === 0 || over.some(isFree);
		return {
			drawing: figure?.dataset['chart'] ?? '',
			name: focused.getAttribute('aria-label') ?? focused.textContent.trim(),
			under: free ? '' : over.map((top) => top?.outerHTML.slice(0, 80) ?? 'the edge').join(),
		};
	});

/** What the tab key reaches, one after the other, until it leaves the page. */
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

test('each chart is one stop on the way of the tab key, and nothing focused lies under something that sticks', async ({
	task,
}) => {
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

test('a link past a chart is seen while it has the focus, and nowhere on the page before', async () => {
	const { page, leave } = await visit(browser, { viewport: { width: 1440, height: 900 } });
	const seen = await page.locator('.skip').evaluateAll((links) =>
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
	expect(seen.length).toBeGreaterThan(3);
	expect(seen).toEqual(seen.map(() => ({ before: false, focused: true })));
	await leave();
});

test('in the network the keys lead from the ambassador along a contact to the person at its other end', async () => {
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

test('a mark under the keyboard’s focus says its name beside it, until Escape', async ({ task }) => {
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

test('the words beside a mark stand whole in the smallest window', async () => {
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

test('before the first step there is no previous, after the last no next', async () => {
	const { page, leave } = await visit(browser, { viewport: PHONE });
	await page.evaluate(() => scrollTo({ top: 300, behavior: 'instant' }));
	await waitForPosition(page);
	await page.locator('[data-go="previous"]').click();
	expect(await page.evaluate(() => scrollY)).toBe(300);
	await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
	await waitForPosition(page);
	const foot = await page.evaluate(() => scrollY);
	await page.locator('[data-go="next"]').click();
	expect(await page.evaluate(() => scrollY)).toBe(foot);
	expect(await page.locator('[data-announce]').textContent()).toBe('');
	await leave();
});

test('what unfolds over the page folds when the focus goes on, on Escape, and on a press beside it', async () => {
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

test('at the foot of the page nothing that has the focus lies under the bar', async () => {
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

test('with every contact filtered out the drawing is no stop, and nothing of it is heard', async () => {
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

test('next and previous walk the steps, are announced once each, and keep the focus', async () => {
	const { page, leave } = await visit(browser);
	const steps = await stepIds(page);
	const said = page.locator('[data-announce]');
	const next = page.locator('[data-go="next"]');
	for (const step of steps.slice(0, 4)) {
		await next.click();
		await expect.poll(() => currentStep(page)).toBe(step);
		const { heading, says } = await page.locator(`[id="${step}"]`).evaluate((node: HTMLElement) => ({
			heading: node.querySelector('h3')?.textContent ?? '',
			says: node.dataset['says'] ?? node.querySelector<HTMLImageElement>('.picture')?.alt ?? '',
		}));
		expect(await said.textContent()).toBe(`${heading}. ${says}`);
		expect(new URL(page.url()).hash).toBe(`#${step}`);
	}
	expect(await next.evaluate((node) => node === document.activeElement)).toBe(true);
	await page.locator('[data-go="previous"]').click();
	await expect.poll(() => currentStep(page)).toBe(steps[2]);
	expect(await page.locator('progress[data-progress]').evaluate((bar: HTMLProgressElement) => bar.value)).toBe(3);
	await leave();
});

test('the arrow keys walk the steps only while the focus is on the step controls', async () => {
	const { page, leave } = await visit(browser);
	const steps = await stepIds(page);
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('End');
	await expect.poll(() => currentStep(page)).toBe(steps.at(-1));
	await page.locator('[data-go="next"]').focus();
	await page.keyboard.press('Home');
	await expect.poll(() => currentStep(page)).toBe(steps[0]);
	await page.keyboard.press('ArrowRight');
	await expect.poll(() => currentStep(page)).toBe(steps[1]);
	await page.keyboard.press('ArrowLeft');
	await expect.poll(() => currentStep(page)).toBe(steps[0]);
	await page.keyboard.press('End');
	await expect.poll(() => currentStep(page)).toBe(steps.at(-1));
	await leave();
});

test('scrolling announces nothing and leaves the address and the history alone', async () => {
	const { page, leave } = await visit(browser);
	const before = { url: page.url(), length: await page.evaluate(() => history.length) };
	for (let turn = 0; turn < 8; turn += 1) {
		await page.evaluate(() => scrollBy({ top: 700, behavior: 'instant' }));
		await waitForPosition(page);
	}
	expect(await page.locator('[data-announce]').textContent()).toBe('');
	expect({ url: page.url(), length: await page.evaluate(() => history.length) }).toEqual(before);
	await leave();
});

test('back leads out of the story however many steps were walked by buttons', async () => {
	const { page, site, leave } = await visit(browser, { at: 'evidence/' });
	await page.goto(site);
	for (let turn = 0; turn < 5; turn += 1) await page.locator('[data-go="next"]').click();
	await page.goBack();
	expect(page.url()).toBe(`${site}evidence/`);
	await leave();
});

test('the chapter menu jumps, closes on a choice and marks where the reader is', async () => {
	const { page, leave } = await visit(browser);
	const menu = page.locator('details[data-chapters]');
	await menu.locator('summary').click();
	const links = menu.locator('a');
	const last = (await links.count()) - 3;
	const href = await links.nth(last).getAttribute('href');
	await links.nth(last).click();
	expect(await menu.getAttribute('open')).toBeNull();
	expect(new URL(page.url()).hash).toBe(href);
	await page.locator(`${href} .step`).first().scrollIntoViewIfNeeded();
	await page.locator('[data-go="next"]').click();
	await expect.poll(() => menu.locator('[aria-current="true"]').getAttribute('href')).toBe(href);
	await menu.locator('summary').click();
	await page.keyboard.press('Escape');
	expect(await menu.getAttribute('open')).toBeNull();
	await leave();
});
