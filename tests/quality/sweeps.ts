import type { Page } from 'playwright-core';
import { bundle } from '#build/bundle.ts';

let script: Promise<string> | null = null;

/** Gives a page `window.quality`: what looks over its paint, targets, focus and room from inside. */
export async function sweepable(page: Page): Promise<void> {
	script ??= bundle('.', 'tests/quality/page/entry.ts', 'iife');
	await page.evaluate(await script);
}
