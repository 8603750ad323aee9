/** Paging by keyboard shows every line. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { sweepable } from '#tests/quality/sweeps.ts';
import { launch } from '#commands/browser/launch.ts';
import { visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	// Keys scroll without animation, to the same places.
	browser = await launch('--disable-smooth-scrolling');
});
afterAll(() => browser.close());

/** Waits for the effects of a key. */
const rested = (page: Page): Promise<number> =>
	page.evaluate(async () => {
		for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
		return scrollY;
	});

/** Presses a key from the top of the page to its end, and returns the lines that were never entirely visible. */
async function pagingBy(page: Page, key: string): Promise<{ lines: number; unseen: string[]; presses: number }> {
	await sweepable(page);
	await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
	await rested(page);
	const lines = await page.evaluate(() => window.quality.beginPaging());
	let presses = 0;
	for (let before = -1, now = 0; now !== before; presses += 1) {
		await page.evaluate(() => window.quality.lookAtPage());
		before = now;
		await page.keyboard.press(key);
		now = await rested(page);
		// On a busy machine scrolling starts late.
		for (let waits = 0; now === before && waits < 5; waits += 1) {
			await page.waitForTimeout(60);
			now = await rested(page);
		}
	}
	return { lines, presses, unseen: await page.evaluate(() => window.quality.unseenLines()) };
}

/** The browser's default and monospaced type sizes in pixels, 16 and 13 unless changed. */
const TYPE = {
	'text of 130 %': { standard: 21, fixed: 17 },
	'text of twice the size': { standard: 32, fixed: 26 },
};

interface Reading {
	readonly width: number;
	readonly height: number;
	readonly key: 'Space' | 'PageDown' | 'ArrowDown';
	readonly at?: string;
	readonly how?: 'without effects' | keyof typeof TYPE;
}

const READINGS: readonly Reading[] = [
	{ width: 320, height: 256, key: 'Space' },
	{ width: 320, height: 568, key: 'Space' },
	{ width: 360, height: 640, key: 'PageDown' },
	{ width: 360, height: 740, key: 'Space' },
	{ width: 360, height: 740, key: 'PageDown', how: 'without effects' },
	{ width: 390, height: 844, key: 'Space', how: 'text of twice the size' },
	{ width: 360, height: 740, key: 'PageDown', how: 'text of twice the size' },
	{ width: 768, height: 1024, key: 'Space', how: 'text of twice the size' },
	{ width: 390, height: 844, key: 'PageDown', how: 'text of 130 %' },
	{ width: 768, height: 1024, key: 'Space', how: 'text of 130 %' },
	{ width: 640, height: 360, key: 'PageDown' },
	{ width: 740, height: 360, key: 'Space' },
	{ width: 844, height: 390, key: 'PageDown' },
	{ width: 768, height: 1024, key: 'PageDown' },
	{ width: 960, height: 950, key: 'Space' },
	{ width: 1023, height: 740, key: 'PageDown' },
	{ width: 1024, height: 600, key: 'PageDown' },
	{ width: 1180, height: 820, key: 'PageDown' },
	{ width: 1280, height: 500, key: 'Space' },
	{ width: 1440, height: 900, key: 'Space' },
	{ width: 1440, height: 900, key: 'Space', how: 'text of twice the size' },
	{ width: 1920, height: 1200, key: 'PageDown', how: 'without effects' },
	{ width: 360, height: 740, key: 'ArrowDown', at: 'embed/relations/' },
	{ width: 360, height: 640, key: 'Space', at: 'embed/contacts/' },
	{ width: 960, height: 950, key: 'Space', at: 'evidence/vox-analysis/' },
];

test.for(READINGS)(
	'$key from top to foot shows every line, $width × $height, $at $how',
	{ timeout: 180_000 },
	async ({ key, at = '', how, ...viewport }, { task }) => {
		const { page, leave } = await visit(browser, { at, viewport });
		if (how === 'without effects') await page.locator('button[data-reading]').click();
		else if (how) {
			const session = await page.context().newCDPSession(page);
			await session.send('Page.setFontSizes', { fontSizes: TYPE[how] });
		}
		await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
		const { lines, unseen, presses } = await pagingBy(page, key);
		expect(lines).toBeGreaterThan(5);
		expect(unseen).toEqual([]);
		await leave();
		holds(
			task,
			'keyboard/paging',
			`/${at} ${viewport.width} × ${viewport.height}: ${lines} lines in ${presses} presses`,
		);
	},
);
