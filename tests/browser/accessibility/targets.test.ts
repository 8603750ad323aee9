import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { sweepable } from '#tests/quality/sweeps.ts';
import { launch } from '#commands/browser/launch.ts';
import { DOCUMENTS, EMBEDS, STORY } from '#tests/browser/pages.ts';
import { visit, type VisitOptions } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** A page with its tables and filters open, after a key press. */
const open = async (at: string, options: VisitOptions = {}) => {
	const opened = await visit(browser, {
		at,
		reducedMotion: 'reduce',
		viewport: { width: 320, height: 800 },
		...options,
	});
	await sweepable(opened.page);
	await opened.page.evaluate(() => {
		for (const fold of document.querySelectorAll<HTMLDetailsElement>('details:not([data-chapters])')) fold.open = true;
	});
	await opened.page.keyboard.press('Tab');
	return opened;
};

test.for([STORY, ...EMBEDS, ...DOCUMENTS])(
	'on /%s every target is 24 pixels square or stands apart, and the focus has a ring of 2 pixels and 3:1',
	async (at, { task }) => {
		const { page, leave } = await open(at);
		for (const [width, colorScheme] of [
			[320, 'light'],
			[1280, 'dark'],
		] as const) {
			await page.setViewportSize({ width, height: 800 });
			await page.emulateMedia({ colorScheme });
			expect(await page.evaluate(() => window.quality.smallTargets(document, 24)), `${width} px`).toEqual([]);
			// The ledger is one page with thousands of links of one kind; its rules are those of every document.
			const root = at === 'evidence/' ? '.find, .site-footer' : 'body';
			const faint = await page.evaluate(
				(root) => [...document.querySelectorAll(root)].flatMap((part) => window.quality.faintRings(part)),
				root,
			);
			expect(faint, colorScheme).toEqual([]);
		}
		await leave();
		holds(task, 'targets/size', `/${at}: 24 px`);
		holds(task, 'targets/ring', `/${at}: 2 px, 3:1`);
	},
);

test.for([STORY, 'embed/contacts/', 'evidence/'])(
	'on /%s a finger has 44 pixels for every control',
	async (at, { task }) => {
		const { page, leave } = await open(at, { hasTouch: true, isMobile: true });
		expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
		const small = await page.evaluate(() =>
			[...document.querySelectorAll('figure, .controls, .find, .site-footer')].flatMap((part) =>
				window.quality.smallTargets(part, 44, false),
			),
		);
		expect(small).toEqual([]);
		await leave();
		holds(task, 'targets/touch', `/${at}: 44 px`);
	},
);

test('if marks are too small for a finger, the panel of one leads to the others by buttons of 44 pixels', async () => {
	const { page, leave } = await open(STORY, { hasTouch: true, isMobile: true });
	for (const drawing of ['.drawing-relations', '.rope']) {
		const marks = page.locator(`${drawing}:visible a`);
		const expected = await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('href')?.split('#')[1]));
		await marks.first().dispatchEvent('click');
		const next = page.locator('dialog[open] [data-slot="next"]');
		await next.waitFor();
		const { width, height } = (await next.boundingBox()) ?? { width: 0, height: 0 };
		expect(Math.min(width, height), drawing).toBeGreaterThanOrEqual(44);
		const reached = [await page.locator('[data-open]').getAttribute('href')];
		while (await next.isEnabled()) {
			const before = reached.at(-1);
			await next.click();
			await expect.poll(() => page.locator('[data-open]').getAttribute('href')).not.toBe(before);
			reached.push(await page.locator('[data-open]').getAttribute('href'));
		}
		expect(
			reached.map((href) => href?.split('#')[1]),
			drawing,
		).toEqual(expected);
		await page.keyboard.press('Escape');
	}
	await leave();
});

test('the ring of a mark is seen in forced colours', async ({ task }) => {
	const { page, leave } = await open(STORY, { forcedColors: 'active' });
	const faint = await page.evaluate(() =>
		[...document.querySelectorAll('figure')].flatMap((part) => window.quality.faintRings(part)),
	);
	expect(faint).toEqual([]);
	await leave();
	holds(task, 'preferences/forced-colours', 'rings of the focus');
});

test('a small target, a crowded one, and an invisible focus are reported', async () => {
	const { page, leave } = await open('embed/ties/');
	const found = await page.evaluate(() => {
		const { smallTargets, faintRings } = window.quality;
		const bar = document.createElement('p');
		document.querySelector('main')?.prepend(bar);
		for (const name of ['one', 'two']) {
			const button = document.createElement('button');
			button.textContent = name;
			for (const side of ['width', 'height']) button.style.setProperty(side, '15px');
			for (const side of ['padding', 'border']) button.style.setProperty(side, '0');
			bar.append(button);
		}
		const crowded = smallTargets(bar, 24);
		bar.lastElementChild?.remove();
		const alone = smallTargets(bar, 24);
		bar.remove();
		const rings = faintRings(document).length;
		const sheet = new CSSStyleSheet();
		sheet.replaceSync('summary { outline: none !important } .drawing .hit { stroke: none !important }');
		document.adoptedStyleSheets = [sheet];
		return { crowded, alone, rings, faint: faintRings(document) };
	});
	expect(found.crowded).toHaveLength(2);
	expect(found.alone).toEqual([]);
	expect(found.rings).toBe(0);
	expect(found.faint.some((line) => line.includes('summary'))).toBe(true);
	expect(found.faint.filter((line) => line.includes('a.mark')).length).toBeGreaterThan(5);
	await leave();
});
