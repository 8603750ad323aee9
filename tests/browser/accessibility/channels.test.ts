/** Whatever colour shows is also shown by direction, shape or dash. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { sweepable } from '#tests/quality/sweeps.ts';
import { launch } from '#commands/browser/launch.ts';
import { CHARTS } from '#tests/browser/pages.ts';
import { visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

test('kinds of marks differ in direction, shape or dash; a chart that distinguishes them by colour alone is reported', async ({
	task,
}) => {
	const { page, leave } = await visit(browser, { reducedMotion: 'reduce' });
	await sweepable(page);
	const alike = () => page.evaluate(() => window.quality.toldByColourAlone(document));
	expect(await alike()).toEqual({ kinds: expect.any(Number) as number, alike: [] });
	expect((await alike()).kinds).toBeGreaterThan(8);
	await page.evaluate(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync('.drawing-contacts * { stroke-dasharray: none !important; stroke-linecap: butt !important }');
		document.adoptedStyleSheets = [sheet];
		for (const mark of document.querySelectorAll('.drawing-relations .conflict'))
			mark.setAttribute('transform', 'translate(200 0)');
	});
	const broken = (await alike()).alike.join('\n');
	expect(broken).toMatch(/contacts: .*(reported|proposed)/);
	expect(broken).toMatch(/relations: .*conflict/);
	await leave();
	holds(task, 'colour/second-channel', `${CHARTS.length} charts`);
});
