/** With larger type no label is broken within a word, cut off, or overlaps another. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { launch } from '#commands/browser/launch.ts';
import { shattered } from '#tests/browser/compatibility/old/page.ts';
import { PAGES } from '#tests/browser/pages.ts';
import { visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const SIZES = [
	[320, 568],
	[360, 640],
	[390, 844],
	[740, 360],
	[768, 1024],
	[1024, 768],
	[1440, 900],
] as const;

/** Words that are broken into lines. Words too long for a phone's line of large type may be, and hashes. */
const broken = (page: Page, longest: number): Promise<string[]> =>
	page.evaluate((longest) => {
		const words = new RegExp(`(?<!\\S)[^\\s\\-–—/…()[\\]#]{2,${longest}}(?!\\S)`, 'gu');
		const found: string[] = [];
		// The heads of tables whose cells are blocks on a phone are for screen readers only.
		const isClipped = (element: Element | null): boolean =>
			element !== null && (getComputedStyle(element).clipPath !== 'none' || isClipped(element.parentElement));
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
				const rects = [...range.getClientRects()].filter(({ width }) => width > 1);
				const tops = new Set(rects.map(({ top }) => Math.round(top)));
				if (tops.size > 1 && !isClipped(element))
					found.push(`“${word}” of “${(node.textContent ?? '').trim().slice(0, 40)}”`);
			}
		}
		return found;
	}, longest);

for (const percent of [100, 130, 200]) {
	test.for(PAGES)(
		`on /%s no word is broken and the bar stays whole, in type of ${percent} %`,
		{ timeout: 180_000 },
		async (at, { task }) => {
			const { page, leave } = await visit(browser, { at, reducedMotion: 'reduce', again: true });
			const session = await page.context().newCDPSession(page);
			await session.send('Page.setFontSizes', { fontSizes: { standard: Math.round((16 * percent) / 100), fixed: 13 } });
			const found: Record<string, string[]> = {};
			for (const [width, height] of SIZES) {
				await page.setViewportSize({ width, height });
				const words = await broken(page, percent === 200 ? 9 : 11);
				// It counts pixels of usual type. On the smallest the bar may stand in two.
				const wrong = percent === 100 ? await page.evaluate(shattered) : [];
				const faults = [...words, ...wrong.filter((fault) => !fault.includes('data-go'))];
				if (faults.length > 0) found[`${width} × ${height}`] = faults;
			}
			expect(found).toEqual({});
			await leave();
			holds(task, 'preferences/text-size', `/${at}: no word broken at ${percent} %`);
		},
	);
}

test('a label that breaks within a word is reported', async () => {
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
