import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { sweepable } from '#tests/quality/sweeps.ts';
import { launch } from '#commands/browser/launch.ts';
import { CHARTS, STORY } from '#tests/browser/pages.ts';
import { visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const SCREENS = [
	{ width: 360, height: 740 },
	{ width: 768, height: 1024 },
	{ width: 1440, height: 900 },
];

test.for(SCREENS)(
	'in a window of $width px every step of every chart is drawn as reviewed',
	async (viewport, { task }) => {
		const { page, leave } = await visit(browser, { at: STORY, viewport, reducedMotion: 'reduce', again: true });
		await sweepable(page);
		for (const chart of CHARTS) {
			const lines = await page.evaluate((chart) => window.quality.drawn(chart), chart);
			const file = join(import.meta.dirname, 'drawn', `${chart}.${viewport.width}.txt`);
			await expect(`${lines}\n`).toMatchFileSnapshot(file);
		}
		await leave();
		holds(task, 'reliability/drawings', `every step at ${viewport.width} px`);
	},
);

test('a moved mark and a changed word are reported', async () => {
	const { page, leave } = await visit(browser, { at: STORY, reducedMotion: 'reduce', again: true });
	await sweepable(page);
	const before = await page.evaluate(() => window.quality.drawn('ties'));
	await page.evaluate(() => {
		for (const title of document.querySelectorAll('.drawing-ties a[data-id] .title'))
			title.replaceChildren('Another tie');
		document
			.querySelectorAll<SVGElement>('.drawing-ties a[data-id]')
			.item(2)
			.setAttribute('transform', 'translate(0 9)');
	});
	const after = await page.evaluate(() => window.quality.drawn('ties'));
	expect(after).toContain('“Another tie”');
	expect(after.split('\n').filter((line) => !before.includes(line)).length).toBeGreaterThan(1);
	await leave();
});
