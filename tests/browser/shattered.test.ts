/** Larger type leaves labels whole: none is broken within a word, one letter a line, cut off or laid over another. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { launch } from './launch.ts';
import { shattered } from './old/page.ts';
import { EMBEDS, STORY } from './pages.ts';
import { visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** Type of 200 % is read from 360 px on: below, longer words of a quotation are wider than its column. */
const SIZES = [
	[320, 568],
	[360, 640],
	[390, 844],
	[740, 360],
	[768, 1024],
	[1024, 768],
	[1440, 900],
] as const;

/** Words that stand in more than one line. Longer ones than a phone's line of large type holds may, and hashes. */
const broken = (page: Page, longest: number): Promise<string[]> =>
	page.evaluate((longest) => {
		const words = new RegExp(`(?<!\\S)[^\\s\\-–—/…()[\\]#]{2,${longest}}(?!\\S)`, 'gu');
		const found: string[] = [];
		const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
			const element = node.parentElement;
			if (
				!element?.checkVisibility({ visibilityProperty: true }) ||
				element.closest('svg, script, style, code, .sr-only')
			)
				continue;
			for (const { 0: word, index } of (node.textContent ?? '').matchAll(words)) {
				const range = document.createRange();
				range.setStart(node, index);
				range.setEnd(node, index + word.length);
				const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
				if (tops.size > 1 && range.getBoundingClientRect().width > 1 && getComputedStyle(element).clipPath === 'none')
					found.push(`“${word}” of “${(node.textContent ?? '').trim().slice(0, 40)}”`);
			}
		}
		return found;
	}, longest);

for (const percent of [100, 130, 200]) {
	test.for([STORY, ...EMBEDS, 'evidence/vox-analysis/'])(
		`on /%s no word is broken and the bar stays whole, in type of ${percent} %`,
		{ timeout: 60_000 },
		async (at, { task }) => {
			const { page, leave } = await visit(browser, { at, reducedMotion: 'reduce' });
			const session = await page.context().newCDPSession(page);
			await session.send('Page.setFontSizes', { fontSizes: { standard: Math.round((16 * percent) / 100), fixed: 13 } });
			for (const [width, height] of SIZES.filter(([width]) => width * 100 > percent * 165)) {
				await page.setViewportSize({ width, height });
				const where = `${width} × ${height}`;
				expect(await broken(page, percent === 200 ? 9 : 11), where).toEqual([]);
				// On the smallest at twice the size the bar may stand in two.
				// It counts pixels of usual type.
				const wrong = percent === 100 ? await page.evaluate(shattered) : [];
				expect(
					wrong.filter((fault) => !fault.includes('data-go')),
					where,
				).toEqual([]);
			}
			await leave();
			holds(task, 'preferences/text-size', `/${at}: no word broken at ${percent} %`);
		},
	);
}

test('a label that breaks within its words is found', async () => {
	const { page, leave } = await visit(browser, { viewport: { width: 360, height: 640 } });
	await page.locator('.controls summary').evaluate((label) => {
		Object.assign(label.style, {
			width: '1em',
			minWidth: '0',
			padding: '0',
			overflowWrap: 'anywhere',
			display: 'block',
		});
	});
	expect((await broken(page, 11)).join()).toContain('Chapters');
	expect((await page.evaluate(shattered)).join()).toContain('summary');
	await leave();
});
