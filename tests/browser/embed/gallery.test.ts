import { createRequire } from 'node:module';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROTOCOLS } from '#lib/gallery/protocols.ts';
import { CHARTS } from './foreign.ts';
import { launch } from '#commands/browser/launch.ts';
import { PHONE, visit } from '#tests/browser/visit.ts';

const axe = createRequire(import.meta.url).resolve('axe-core');

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const entry = (page: Page, chart = 'contacts'): Locator => page.locator(`section#${chart}`);
const snippet = (page: Page, kind: string): Promise<string> =>
	entry(page).locator(`[data-snippet="${kind}"]`).innerText();
const preview = (page: Page): Locator => entry(page).locator('iframe');

/** A choice in the form of `contacts`, by the words beside it. */
const choose = (page: Page, words: string): Promise<void> => entry(page).getByLabel(words, { exact: true }).click();

test('without scripts each chart is in its frame, and every snippet can be selected', async () => {
	const { page, leave } = await visit(browser, { at: 'embed/', javaScriptEnabled: false });
	for (const chart of CHARTS) {
		await expect.poll(() => entry(page, chart).locator('iframe').count()).toBe(1);
		const codes = await entry(page, chart).locator('[data-snippet]').allTextContents();
		expect(codes).toHaveLength(9);
		for (const code of codes) expect(code).toContain(`https://example.org/`);
	}
	const inert = await page
		.locator('form, [data-copy], [data-print], [data-handle]')
		.evaluateAll((controls) => controls.filter((control) => control.getClientRects().length > 0).length);
	expect(inert).toBe(0);
	await leave();
});

test('the snippets name this host, and change with step, theme, parts and version as the preview does', async () => {
	const { page, site, leave } = await visit(browser, { at: 'embed/' });
	expect(await snippet(page, 'address')).toBe(`${site}embed/contacts/`);
	await entry(page).getByLabel('The chart as this step shows it').selectOption('flynn');
	await choose(page, 'Dark');
	await choose(page, 'Title and how to read it');
	expect(await snippet(page, 'frame')).toContain(`src="${site}embed/contacts/?theme=dark&amp;step=flynn&amp;header=0"`);
	await entry(page).locator('summary', { hasText: 'Web component' }).click();
	expect(await snippet(page, 'element')).toContain('step="flynn"');
	const address = new URL((await preview(page).getAttribute('src')) ?? '');
	expect(Object.fromEntries(address.searchParams)).toMatchObject({ theme: 'dark', step: 'flynn', header: '0' });
	const figure = page.frameLocator('section#contacts iframe').locator('figure[data-chart]');
	expect(await figure.getAttribute('data-step')).toBe('flynn');
	await choose(page, 'Frozen as it is now');
	expect(await snippet(page, 'address')).toMatch(/\/v\/[0-9a-f]{12}\/embed\/contacts\/$/);
	await page.frameLocator('section#contacts iframe').locator('text=kept as they were then').waitFor();
	await leave();
});

test('the frame has the width chosen by button, slider or handle, and the height that it requests', async () => {
	const { page, leave } = await visit(browser, { at: 'embed/#contacts' });
	const box = async () => (await preview(page).boundingBox()) ?? { width: 0, height: 0 };
	const fits = async (width: number) => {
		await expect.poll(async () => Math.round((await box()).width)).toBe(width);
		const root = page.frameLocator('section#contacts iframe').locator('html');
		await expect
			.poll(async () => Math.round((await box()).height - Math.ceil((await root.boundingBox())?.height ?? 0)))
			.toBe(0);
	};
	for (const width of [280, 1200, 360]) {
		await entry(page)
			.getByRole('button', { name: String(width), exact: true })
			.click();
		await fits(width);
	}
	await entry(page).getByLabel('Width in pixels').focus();
	await page.keyboard.press('ArrowRight');
	await fits(361);
	const handle = (await entry(page).locator('[data-handle]').boundingBox()) ?? { x: 0, y: 0, width: 0 };
	await page.mouse.move(handle.x + handle.width / 2, handle.y + 40);
	await page.mouse.down();
	await page.mouse.move(handle.x + handle.width / 2 + 140, handle.y + 40, { steps: 4 });
	await page.mouse.up();
	await expect.poll(async () => Math.abs((await box()).width - 501)).toBeLessThanOrEqual(2);
	await leave();
});

test('the log names every protocol of the frame, and none without scripts', async () => {
	const { page, complaints } = await visit(browser, { at: 'embed/#contacts' });
	const heights = () =>
		entry(page)
			.locator('[data-protocol]')
			.evaluateAll((rows) =>
				rows
					.filter((row) => row.querySelector('[data-times]')?.textContent !== '0')
					.map((row) => row.dataset['protocol']),
			);
	for (const served of ['No restrictions', 'In a sandbox', 'On a dark page']) {
		await choose(page, served);
		await expect.poll(heights, { message: served }).toEqual([...PROTOCOLS]);
	}
	await choose(page, 'Scripts off');
	expect(await preview(page).getAttribute('sandbox')).toBe('');
	await page.waitForTimeout(1200);
	expect(await heights()).toEqual([]);
	// The browser reports that the sandbox blocked a script, as it should.
	expect(complaints.filter((complaint) => !complaint.includes('sandboxed'))).toEqual([]);
	await page.context().close();
});

test('one press copies the snippet, and says so', async () => {
	const { page, site, leave } = await visit(browser, { at: 'embed/' });
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(site).origin });
	await entry(page)
		.getByRole('button', { name: /^Copy “Markdown”/ })
		.click();
	await expect.poll(() => page.locator('[data-said]').innerText()).toContain('Copied: Markdown');
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toBe(await entry(page).locator('[data-snippet="markdown"]').textContent());
	await leave();
});

test('if the clipboard is unavailable, the press selects the snippet', async () => {
	const { page, leave } = await visit(browser, {
		at: 'embed/',
		before: (page) =>
			page.addInitScript(() => {
				Object.defineProperty(navigator, 'clipboard', { value: undefined });
			}),
	});
	await entry(page)
		.getByRole('button', { name: /^Copy “AMP”/ })
		.click();
	await expect.poll(() => page.locator('[data-said]').innerText()).toContain('Selected');
	expect(await page.evaluate(() => getSelection()?.toString())).toContain('<amp-iframe');
	await leave();
});

test('everything is reachable on a phone and by keyboard, and no accessibility rule is broken, light or dark', async () => {
	for (const colorScheme of ['light', 'dark'] as const) {
		const { page, leave } = await visit(browser, {
			at: 'embed/',
			viewport: PHONE,
			colorScheme,
			before: (page) => page.addInitScript({ path: axe }),
		});
		await entry(page).getByRole('button', { name: '1200', exact: true }).click();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
		const violations = await page.evaluate(async () => {
			const { axe } = window as unknown as {
				axe: { run(root: Document, options: object): Promise<{ violations: unknown[] }> };
			};
			const result = await axe.run(document, { iframes: false, resultTypes: ['violations'] });
			return result.violations.map((each) => JSON.stringify(each).slice(0, 600));
		});
		expect(violations).toEqual([]);
		await leave();
	}
	const { page, leave } = await visit(browser, { at: 'embed/' });
	const reached = new Set<string>();
	await page.locator('#contacts-title').evaluate((title) => {
		title.tabIndex = -1;
		title.focus();
	});
	for (let presses = 0; presses < 20; presses++) {
		await page.keyboard.press('Tab');
		reached.add(
			await page.evaluate(
				() => document.activeElement?.getAttribute('name') ?? document.activeElement?.className ?? '',
			),
		);
	}
	for (const name of ['width', 'step', 'theme', 'header', 'motion', 'paper', 'served', 'edition'])
		expect([...reached]).toContain(name);
	await leave();
});
