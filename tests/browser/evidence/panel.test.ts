import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '#commands/browser/launch.ts';
import { waitForPosition, currentStep, PHONE, visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const panel = (page: Page) => page.locator('dialog.evidence-panel');
const part = (page: Page, slot: string) => panel(page).locator(`[data-slot="${slot}"]`).first();

/** Focuses the tab stop of a chart's drawing, and returns the id of its record. */
async function focusMark(page: Page, chart: string): Promise<string> {
	const mark = page.locator(`[data-chart="${chart}"] .drawing [tabindex="0"]`);
	await mark.focus();
	return (await mark.getAttribute('data-id')) ?? '';
}

for (const chart of ['relations', 'ties', 'contacts', 'accounts']) {
	test(`Enter on a mark of ${chart} opens its passages in place, and Escape returns the focus`, async () => {
		const { page, leave } = await visit(browser);
		const id = await focusMark(page, chart);
		await page.keyboard.press('Enter');
		await panel(page).waitFor({ state: 'visible' });
		const records = (await (await page.request.get(`${page.url()}evidence/records.json`)).json()) as Record<
			string,
			{ title: string; status: string; support: string; passages: { exact: string; stance: string }[] }
		>;
		const record = records[id];
		expect(await part(page, 'title').textContent()).toBe(record?.title);
		expect(await part(page, 'support').textContent()).toBe(record?.support);
		expect(await panel(page).locator('[data-stance] [data-slot-item="exact"]').allTextContents()).toEqual(
			record?.passages.map(({ exact }) => exact),
		);
		expect(
			await panel(page)
				.locator('[data-stance]')
				.evaluateAll((all) => all.map((one) => one.getAttribute('data-stance'))),
		).toEqual(record?.passages.map(({ stance }) => stance));
		// “Supports” would read as the opinion of an article.
		expect(await panel(page).locator('[data-stance] [data-slot-item="stance"]:visible').allTextContents()).toEqual(
			record?.passages.flatMap(({ stance }) => (stance === 'supports' ? [] : [`${stance} this`])),
		);
		expect(new URL((await part(page, 'link').getAttribute('href')) ?? '', page.url()).hash).toBe(`#${id}`);
		await page.keyboard.press('Escape');
		await panel(page).waitFor({ state: 'hidden' });
		expect(await page.evaluate(() => document.activeElement?.getAttribute('data-id'))).toBe(id);
		await leave();
	});
}

test('a press on a mark opens the panel for it on a phone', async () => {
	const touched = { viewport: PHONE, hasTouch: true, isMobile: true, reducedMotion: 'reduce' } as const;
	const { page, leave } = await visit(browser, { ...touched, at: '#crimea' });
	await waitForPosition(page);
	const mark = page.locator('[data-chart="relations"] .drawing [data-focus]').first();
	const id = await mark.getAttribute('data-id');
	const target = await mark.locator('.hit').first().boundingBox();
	if (!target) throw new Error(`${id} has no target`);
	// Tapping a locator scrolls it out of the scroll padding first, and so the page to another step.
	await page.touchscreen.tap(target.x + target.width / 2, target.y + target.height / 2);
	await panel(page).waitFor({ state: 'visible' });
	expect(await page.locator('.drawing [data-open]').first().getAttribute('data-id')).toBe(id);
	const box = await panel(page).boundingBox();
	expect(box?.width).toBe(PHONE.width);
	await part(page, 'close').tap();
	await panel(page).waitFor({ state: 'hidden' });
	await leave();
});

test('a sentence opens its evidence, previous and next lead to its neighbours, and the focus returns to the sentence', async () => {
	const { page, leave } = await visit(browser);
	const cites = page.locator('a.citation');
	const records = await cites.evaluateAll((all) => all.map((one) => one.getAttribute('href')?.split('#')[1]));
	await cites.nth(3).click();
	await panel(page).waitFor({ state: 'visible' });
	const hash = async () => new URL((await part(page, 'link').getAttribute('href')) ?? '', page.url()).hash;
	expect(await hash()).toBe(`#${records[3]}`);
	await part(page, 'next').click();
	await expect.poll(hash).toBe(`#${records[4]}`);
	for (const at of [3, 2, 1, 0]) {
		await part(page, 'prev').click();
		await expect.poll(hash).toBe(`#${records[at]}`);
	}
	expect(await part(page, 'prev').isDisabled()).toBe(true);
	expect(await panel(page).evaluate((node) => node.contains(document.activeElement))).toBe(true);
	await part(page, 'close').click();
	expect(await cites.nth(3).evaluate((node) => node === document.activeElement)).toBe(true);
	await leave();
});

test('a click outside the panel closes it, a click inside does not', async () => {
	const { page, leave } = await visit(browser);
	await page.locator('a.citation').first().click();
	await panel(page).waitFor({ state: 'visible' });
	await part(page, 'title').click();
	expect(await panel(page).isVisible()).toBe(true);
	await page.mouse.click(200, 400);
	await panel(page).waitFor({ state: 'hidden' });
	await leave();
});

test('a click with a modifier is left to the browser', async () => {
	const { page, leave } = await visit(browser);
	const opened = page.context().waitForEvent('page');
	await page
		.locator('a.citation')
		.first()
		.click({ modifiers: ['ControlOrMeta'] });
	// Its URL, not its load: a page in the background may load late.
	const beside = await opened;
	await expect.poll(() => beside.url()).toMatch(/\/evidence\/#/);
	expect(await panel(page).isVisible()).toBe(false);
	await leave();
});

test('the records are requested once, when first needed', async () => {
	const { page, leave } = await visit(browser);
	const requests: string[] = [];
	page.on('request', (request) => requests.push(request.url()));
	await page.evaluate(() => scrollTo({ top: 4000, behavior: 'instant' }));
	await page.waitForTimeout(200);
	expect(requests).toEqual([]);
	for (const at of [0, 5]) {
		await page.locator('a.citation').nth(at).click();
		await panel(page).waitFor({ state: 'visible' });
		await page.keyboard.press('Escape');
	}
	expect(requests).toEqual([`${page.url()}evidence/records.json`]);
	await leave();
});

test('the page behind an open panel does not scroll, and a chart that changed gets the focus back', async () => {
	const { page, leave } = await visit(browser);
	await page.evaluate(() => {
		location.hash = 'the-reset';
	});
	await expect.poll(() => currentStep(page)).toBe('the-reset');
	await page.locator('[data-chart="relations"] .drawing [data-id="magnitsky-act"]').focus();
	await page.keyboard.press('Enter');
	await page.locator('dialog[open]').waitFor();
	const before = await page.evaluate(() => scrollY);
	await page.mouse.move(300, 400);
	for (let turn = 0; turn < 6; turn += 1) await page.mouse.wheel(0, 900);
	await page.waitForTimeout(200);
	expect(await page.evaluate(() => scrollY)).toBe(before);
	await page.evaluate(() => document.querySelector('[data-id="magnitsky-act"]')?.setAttribute('data-off', ''));
	await page.keyboard.press('Escape');
	expect(await page.evaluate(() => document.activeElement?.closest('.drawing') !== null)).toBe(true);
	await leave();
});

test('a selection that ends outside the panel does not close it', async () => {
	const { page, leave } = await visit(browser);
	await page.locator('a.citation').first().click();
	const opened = panel(page);
	const box = (await opened.locator('blockquote').first().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
	await page.mouse.move(box.x + box.width / 2, box.y + 8);
	await page.mouse.down();
	await page.mouse.move(box.x - 200, box.y + 8, { steps: 5 });
	await page.mouse.up();
	expect(await opened.isVisible()).toBe(true);
	await page.mouse.click(200, 300);
	await opened.waitFor({ state: 'hidden' });
	await leave();
});

test('a story that is printed with the panel open is printed without it', async () => {
	const { page, leave } = await visit(browser);
	await page.locator('a.citation').first().click();
	await page.locator('dialog[open]').waitFor();
	await page.emulateMedia({ media: 'print' });
	expect(await page.locator('dialog').isVisible()).toBe(false);
	await page.emulateMedia({ media: null });
	await leave();
});

test('the panel of the story gives a link to the entry, and says that it was copied', async () => {
	const { page, site, leave } = await visit(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
	const cites = page.locator('a.citation');
	await cites.first().click();
	await panel(page).getByRole('button', { name: 'Copy link' }).click();
	await panel(page).getByRole('button', { name: 'Copied' }).waitFor();
	expect(await panel(page).getByRole('status').textContent()).toBe('The link is copied.');
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toBe(new URL((await cites.first().getAttribute('href')) ?? '', site).href);
	await panel(page).getByRole('button', { name: 'Next →' }).click();
	await panel(page).getByRole('button', { name: 'Copy link' }).waitFor();
	expect(await panel(page).getByRole('status').textContent()).toBe('');
	await leave();
});

test('the panel says what is disputed about a record, and where each passage stands', async () => {
	const { page, leave } = await visit(browser);
	await page.locator('a[data-cite][href$="#flynn-kislyak-talks"]').first().click();
	await panel(page).waitFor({ state: 'visible' });
	expect(await panel(page).locator('[data-slot="dispute"]').textContent()).toMatch(/Alleged: .*sanctions/);
	for (const place of await panel(page).locator('[data-stance] [data-slot-item="place"]').allTextContents()) {
		expect(place).toMatch(/^(?:at the (?:start|end)|about .+ in)$/);
	}
	await leave();
});
