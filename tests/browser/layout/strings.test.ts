import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { sweepable } from '#tests/quality/sweeps.ts';
import { launch } from '#commands/browser/launch.ts';
import { PAGES, STORY } from '#tests/browser/pages.ts';
import { visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** Simulates other languages and scripts: changes all text of a page except in drawings. */
const treatments: Record<string, () => void> = {
	'three times the text': () => {
		for (const element of document.querySelectorAll('body :not(script, style, option, svg, svg *, noscript)')) {
			for (const node of element.childNodes) {
				if (node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim())
					node.nodeValue = `${node.nodeValue} ${node.nodeValue} ${node.nodeValue}`;
			}
		}
	},
	'words of 200 letters': () => {
		for (const element of document.querySelectorAll('body :not(script, style, option, svg, svg *, noscript)')) {
			const node = [...element.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
			if (node) node.nodeValue = `${'w'.repeat(200)} ${node.nodeValue ?? ''}`;
		}
	},
	'from right to left': () => {
		document.documentElement.dir = 'rtl';
	},
};

const crowded = (page: Page): Promise<string[]> =>
	page.evaluate(() => [...window.quality.overflowing(), ...window.quality.clipped(document.body)]);

test.for(PAGES.flatMap((at) => Object.keys(treatments).map((name): [string, string] => [at, name])))(
	'/%s holds %s, narrow and wide',
	async ([at, name], { task }) => {
		const { page, leave } = await visit(browser, { at, reducedMotion: 'reduce', again: true });
		await sweepable(page);
		await page.evaluate(treatments[name] as () => void);
		for (const width of [320, 768, 1280]) {
			await page.setViewportSize({ width, height: 800 });
			expect(await crowded(page), `${width} px`).toEqual([]);
		}
		await leave();
		holds(task, 'reliability/long-strings', `/${at}: ${name}`);
	},
);

test('the evidence panel fits, too', async () => {
	for (const [name, treat] of Object.entries(treatments)) {
		const viewport = { width: 320, height: 640 };
		const { page, leave } = await visit(browser, { at: STORY, viewport, reducedMotion: 'reduce', again: true });
		await sweepable(page);
		await page.locator('a.citation').first().click();
		await page.locator('dialog.evidence-panel').waitFor({ state: 'visible' });
		await page.evaluate(treat);
		expect(await crowded(page), name).toEqual([]);
		await leave();
	}
});
