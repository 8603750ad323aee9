import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations, violationsOfSteps } from '#tests/quality/axe.ts';
import { holds } from '#tests/quality/holds.ts';
import { layOutAll } from '#tests/quality/sweeps.ts';
import { launch } from '#commands/browser/launch.ts';
import { EMBEDS, PAGES, STORY } from '#tests/browser/pages.ts';
import { visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const NARROW = { width: 320, height: 800 };
const WIDE = { width: 1280, height: 800 };
/** A theme changes nothing else. */
const PAINT = { rules: ['color-contrast', 'link-in-text-block'] };

/** Narrow and wide, in light by every rule, in dark by those about colour. */
async function expectNothing(page: Page): Promise<void> {
	await layOutAll(page);
	for (const viewport of [NARROW, WIDE]) {
		await page.setViewportSize(viewport);
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			const found = await violations(page, colorScheme === 'light' ? {} : PAINT);
			expect(found, `${colorScheme}, ${viewport.width} px`).toEqual([]);
		}
	}
}

const unfold = (page: Page) =>
	page.evaluate(() => {
		for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details')) fold.open = true;
	});

/**
 * Loads a page without its script in a browser that runs scripts, because axe is a script.
 */
async function withoutScripts(page: Page): Promise<void> {
	await page.route('**/*', async (route) => {
		if (route.request().resourceType() === 'script') return route.abort();
		if (route.request().resourceType() !== 'document') return route.continue();
		const answer = await route.fetch();
		await route.fulfill({
			response: answer,
			body: (await answer.text()).replace(/<script[^>]*src=[^>]*><\/script>/g, ''),
		});
	});
}

test.for(PAGES)(
	'axe finds nothing on /%s, light and dark, narrow and wide, with tables and filters open',
	{ timeout: 180_000 },
	async (at, { task }) => {
		const { page, leave } = await visit(browser, { at, viewport: NARROW, reducedMotion: 'reduce' });
		await unfold(page);
		await expectNothing(page);
		await leave();
		holds(task, 'a11y/axe', `no violation on /${at}: light and dark, narrow and wide`);
	},
);

test.for([STORY, ...EMBEDS, 'evidence/', 'evidence/vox-analysis/', 'embed/'])(
	'axe finds nothing on /%s without scripts',
	{ timeout: 180_000 },
	async (at, { task }) => {
		const { page, leave } = await visit(browser, { at, viewport: NARROW, before: withoutScripts, bypassCSP: true });
		if (at === STORY) expect(await page.locator('.step .picture').nth(3).isVisible()).toBe(true);
		await expectNothing(page);
		await leave();
		holds(task, 'a11y/axe', `no violation on /${at} without scripts`);
	},
);

test('axe finds nothing on the open evidence panel', async () => {
	const { page, leave } = await visit(browser, { viewport: NARROW, reducedMotion: 'reduce' });
	await page.locator('a.citation').first().click();
	await page.locator('dialog.evidence-panel').waitFor({ state: 'visible' });
	for (const viewport of [NARROW, WIDE]) {
		await page.setViewportSize(viewport);
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			expect(await violations(page, { within: 'dialog.evidence-panel' })).toEqual([]);
		}
	}
	await leave();
});

test.for([
	{ theme: 'light', ...WIDE },
	{ theme: 'light', ...NARROW },
	{ theme: 'dark', ...WIDE },
	{ theme: 'dark', ...NARROW },
] as const)(
	'axe finds nothing on any figure in any of its steps, $theme, in a window of $width px',
	{ timeout: 120_000 },
	async ({ theme: colorScheme, ...viewport }, { task }) => {
		const { page, leave } = await visit(browser, { viewport, colorScheme, reducedMotion: 'reduce' });
		const { steps, found } = await violationsOfSteps(page, colorScheme === 'light' ? undefined : PAINT.rules);
		expect(steps).toBe(await page.locator('.step[data-of]').count());
		expect(found).toEqual([]);
		await leave();
		holds(task, 'a11y/axe', `no violation in ${steps} states of figures, ${colorScheme}, ${viewport.width} px`);
	},
);

test('axe finds known faults, so the tests above can fail', async () => {
	const { page, leave } = await visit(browser, { at: 'embed/ties/', viewport: NARROW });
	await page.evaluate(() => {
		document.querySelector('summary')?.replaceChildren();
		document.querySelector('.credit')?.setAttribute('class', 'faint');
		document.querySelector('figure')?.setAttribute('role', 'cheese');
	});
	const found = await violations(page);
	expect(found.some((line) => line.startsWith('summary-name'))).toBe(true);
	expect(found.some((line) => line.startsWith('aria-roles'))).toBe(true);
	await leave();
});
