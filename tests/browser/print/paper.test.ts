/** A printed article with a snippet far below the part that its reader has seen. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { foreign, reader, snippetsOf, type Foreign } from '#tests/browser/embed/foreign.ts';
import { launch } from '#commands/browser/launch.ts';

let browser: Browser;
let elsewhere: Foreign;
beforeAll(async () => {
	[browser, elsewhere] = await Promise.all([launch(), foreign()]);
});
afterAll(async () => {
	await Promise.all([browser.close(), elsewhere.close()]);
});

/** Pixels above the snippet: more than browsers look ahead for lazy parts. */
const ABOVE = 12_000;

/** Pictures on the sheets of a PDF. */
const pictures = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Subtype \/Image/g)?.length ?? 0;

test('printed without scrolling, figure, element and picture snippets show a picture, and the frame is blank, as the gallery says', async () => {
	const { open, context } = await reader(browser);
	const codes = await snippetsOf(open, inject('site'), 'ties');
	const printed: Record<string, boolean> = {};
	for (const kind of ['frame', 'figure', 'element', 'picture']) {
		const page = await open(elsewhere.put(`<div style="height: ${ABOVE}px"></div>${codes[kind] ?? ''}`));
		printed[kind] = pictures(await page.pdf()) > 0;
		await page.close();
	}
	expect(printed).toEqual({ frame: false, figure: true, element: true, picture: true });
	const gallery = await open(`${inject('site')}embed/`);
	expect(await gallery.locator('#ties li:has([data-snippet="frame"]) .use').textContent()).toContain('print');
	await context.close();
});
