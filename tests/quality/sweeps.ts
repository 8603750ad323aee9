import type { Page } from 'playwright-core';
import { bundle } from '#build/bundle.ts';

let script: Promise<string> | null = null;

/**
 * Gives a page `window.quality`: what looks over its paint, targets, focus and room from inside. Lays out all of it: what
 * styles leave out until it comes near cannot be judged.
 */
export async function sweepable(page: Page): Promise<void> {
	script ??= bundle('.', 'tests/quality/page/entry.ts', 'iife');
	await page.evaluate(await script);
	await layOutAll(page);
}

export const layOutAll = (page: Page): Promise<void> =>
	page.evaluate(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync('* { content-visibility: visible !important }');
		document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
	});
