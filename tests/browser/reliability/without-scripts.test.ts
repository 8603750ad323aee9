import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { launch } from '#commands/browser/launch.ts';
import { PHONE, stepIds, visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** What a reader must have even if the script fails. */
const there = (page: Page) =>
	page.evaluate(() => {
		const isVisible = (element: Element) => {
			const { width, height } = element.getBoundingClientRect();
			return width > 0 && height > 0;
		};
		const steps = [...document.querySelectorAll('.step')];
		const figures = [...document.querySelectorAll('figure[data-chart]')];
		return {
			steps: steps.length,
			words: steps.filter((step) => isVisible(step) && step.textContent.trim().length > 80).length,
			charts: figures.map((figure) => [...figure.querySelectorAll('.drawing')].some(isVisible)),
			marks: figures.map((figure) => [...figure.querySelectorAll('.drawing a[data-id]')].some(isVisible)),
			tables: figures.map((figure) => [...figure.querySelectorAll('a[href*="data/tables/#"]')].some(isVisible)),
			error: /\b500\b|internal error|loading/i.test(document.body.innerText),
		};
	});

function expectWhole(found: Awaited<ReturnType<typeof there>>): void {
	expect(found.steps).toBeGreaterThanOrEqual(24);
	expect(found.words).toBe(found.steps);
	expect(found.charts).toEqual([true, true, true, true]);
	expect(found.marks).toEqual([true, true, true, true]);
	expect(found.tables).toEqual([true, true, true, true]);
	expect(found.error).toBe(false);
}

for (const [name, viewport] of Object.entries({ phone: PHONE, desktop: { width: 1280, height: 800 } })) {
	test(`without scripts every word, chart and mark is there, a way to its table,, and each step has its own picture, on a ${name}`, async () => {
		const { page, leave } = await visit(browser, { viewport, javaScriptEnabled: false });
		expectWhole(await there(page));
		const pictures = await page
			.locator('.step[data-of]')
			.evaluateAll((steps) =>
				steps
					.filter((step) => (step.querySelector<HTMLImageElement>('img.picture')?.naturalHeight ?? 0) < 40)
					.map(({ id }) => id),
			);
		expect(pictures).toEqual([]);
		const inert = await page
			.locator('[data-go], button[data-reading], form[data-filters]')
			.evaluateAll((controls) =>
				controls
					.filter((control) => control.checkVisibility({ visibilityProperty: true }))
					.map((control) => control.outerHTML),
			);
		expect(inert).toEqual([]);
		await leave();
	});
}

test('a chart that only a script draws, a step without text and an alarming word are reported', async () => {
	const { page, leave } = await visit(browser, { viewport: PHONE, javaScriptEnabled: false });
	await page.evaluate(() => {
		document.querySelector('figure[data-chart="ties"] .drawing')?.replaceChildren();
		document.querySelector('#crimea')?.replaceChildren();
		document.querySelector('h1')?.append(' Loading');
	});
	const found = await there(page);
	expect(found.marks).toEqual([true, false, true, true]);
	expect(found.words).toBe(found.steps - 1);
	expect(found.error).toBe(true);
	await leave();
});

const readable = ['', 'evidence/', 'method/', 'data/', 'data/tables/', 'embed/contacts/', 'evidence/vox-analysis/'];

test.for([
	['scripts', { javaScriptEnabled: false }, 'reliability/scripts-off'],
	['styles', {}, 'reliability/styles-off'],
	['scripts and styles', { javaScriptEnabled: false }, 'reliability/scripts-and-styles-off'],
] as const)(
	'without %s every page has all its words, charts, tables and passages',
	async ([without, options, assertion], { task }) => {
		const { page, site, leave } = await visit(browser, { ...options, viewport: PHONE, at: 'embed.js' });
		const isBare = without.includes('styles');
		for (const at of readable) {
			await page.goto(site + at);
			const found = await page.evaluate((bare) => {
				if (bare) for (const sheet of document.querySelectorAll('style, link[rel="stylesheet"]')) sheet.remove();
				const isVisible = (part: Element) => part.getClientRects().length > 0;
				const parts = [...document.querySelectorAll('main :is(h1, h2, h3, p, li, dd, figcaption, blockquote)')].filter(
					(part) =>
						part.textContent.trim() !== '' &&
						!part.closest(
							'form, template, dialog, details, .table:not([open]) + .rows, [hidden], [aria-hidden="true"], svg',
						),
				);
				return {
					unseen: parts.filter((part) => !isVisible(part)).map((part) => part.outerHTML.slice(0, 80)),
					// Without styles a chapter has the pictures of its steps instead of a drawing that only styles make legible.
					drawings: [...document.querySelectorAll('main figure:not(.pull)')].every((figure) => {
						const pictures = [...(figure.closest('.charted')?.querySelectorAll('.picture') ?? [])];
						const isPictured = pictures.length > 0 && pictures.every(isVisible);
						return isPictured || [...figure.querySelectorAll('svg')].some(isVisible);
					}),
					closed: [...document.querySelectorAll('details:has(table), details.table')].every(
						(one) => one.querySelector('summary') !== null,
					),
					said: document.body.innerText.length,
					alarm: /\b500\b|internal error|loading(?!=)/i.exec(document.body.innerText)?.[0],
				};
			}, isBare);
			expect({ at, ...found }).toMatchObject({ at, unseen: [], drawings: true, closed: true, alarm: undefined });
			expect(found.said, at).toBeGreaterThan(500);
		}
		await leave();
		holds(task, assertion, `${readable.length} pages`);
	},
);

test('without scripts an address leads to its step, and a mark to its entry in the ledger', async () => {
	const { page, leave, site } = await visit(browser, { javaScriptEnabled: false });
	const steps = await stepIds(page);
	for (const step of [...steps.filter((_, at) => at % 12 === 11), 'crimea']) {
		await page.goto('about:blank');
		await page.goto(`${site}#${step}`);
		const top = await page.locator(`[id="${step}"]`).evaluate((one) => one.getBoundingClientRect().top);
		expect(Math.abs(top), step).toBeLessThan(250);
	}
	const mark = page.locator('figure[data-chart="ties"] .drawing a[data-id]').first();
	const id = await mark.getAttribute('data-id');
	await mark.focus();
	await page.keyboard.press('Enter');
	await page.waitForURL(`**/evidence/#${id}`);
	await leave();
});

test('if the script is truncated, no control of it is shown, and a mark leads to the ledger', async () => {
	const { page, complaints, leave } = await visit(browser, {
		before: (page) => page.route(/\.js(\?|$)/, (route) => route.abort()),
	});
	expectWhole(await there(page));
	const offered = await page
		.locator('[data-go], button[data-reading], [data-filters] :is(input, button)')
		.evaluateAll((controls) => controls.filter((control) => !control.matches(':disabled')).length);
	expect(offered, 'controls that would do nothing').toBe(0);
	const mark = page
		.locator(
			'figure[data-chart="relations"] .drawing a[data-focus], figure[data-chart="relations"] .drawing a[data-id]',
		)
		.first();
	const id = await mark.getAttribute('data-id');
	await mark.focus();
	await page.keyboard.press('Enter');
	await page.waitForURL(`**/evidence/#${id}`);
	// The browser itself reports the scripts that failed, on either page.
	const own = complaints.splice(0).filter((complaint) => !complaint.startsWith('error: Failed to load resource'));
	expect(own).toEqual([]);
	await leave();
});

test('a step that is reached before the script loads is shown once it has loaded', async () => {
	let come: () => void = () => undefined;
	const coming = new Promise<void>((done) => {
		come = done;
	});
	const { page, leave } = await visit(browser, {
		before: (page) => page.route(/\.js(\?|$)/, (route) => coming.then(() => route.continue())),
		waitUntil: 'commit',
		at: '#crimea',
	});
	await page.waitForSelector('#crimea');
	await page.waitForTimeout(300);
	expect(await page.locator('[aria-current="step"]').count()).toBe(0);
	come();
	await page.waitForSelector('#crimea[aria-current="step"]');
	await leave();
});
