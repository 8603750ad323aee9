import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '#commands/browser/launch.ts';
import { currentStep, PHONE, stepIds, visit, waitForPosition } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

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

test('next and previous move by step, are announced once each, and keep the focus', async () => {
	const { page, leave } = await visit(browser);
	const steps = await stepIds(page);
	const announcement = page.locator('[data-announce]');
	const next = page.locator('[data-go="next"]');
	for (const step of steps.slice(0, 4)) {
		await next.click();
		await expect.poll(() => currentStep(page)).toBe(step);
		const { heading, says } = await page.locator(`[id="${step}"]`).evaluate((node: HTMLElement) => ({
			heading: node.querySelector('h3')?.textContent ?? '',
			says: node.dataset['says'] ?? node.querySelector<HTMLImageElement>('.picture')?.alt ?? '',
		}));
		expect(await announcement.textContent()).toBe(`${heading}. ${says}`);
		expect(new URL(page.url()).hash).toBe(`#${step}`);
	}
	expect(await next.evaluate((node) => node === document.activeElement)).toBe(true);
	await page.locator('[data-go="previous"]').click();
	await expect.poll(() => currentStep(page)).toBe(steps[2]);
	expect(await page.locator('progress[data-progress]').evaluate((bar: HTMLProgressElement) => bar.value)).toBe(3);
	await leave();
});

test('the arrow keys move by step only while the focus is on the step controls', async () => {
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

test('back leaves the story, however many steps the buttons have moved', async () => {
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
