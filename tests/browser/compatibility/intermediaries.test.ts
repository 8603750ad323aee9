/** Opens the site in a browser after a host minified it, and after a mirror converted its links. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '#commands/serve.ts';
import { pathsOf } from '#build/files.js';
import { versionOf } from '#tests/partners/large.ts';
import { requirePartner, version } from '#tests/quality/partners.ts';
import { minified, mirrored } from '#tests/site/build/intermediaries.ts';
import { CHARTS, expectWhole, reader, type Chart } from '#tests/browser/embed/foreign.ts';
import { launch } from '#commands/browser/launch.ts';

let browser: Browser;
let folder: string;
beforeAll(async () => {
	browser = await launch();
	folder = mkdtempSync(join(tmpdir(), 'intermediaries-'));
});
afterAll(async () => {
	await browser.close();
	rmSync(folder, { recursive: true, force: true });
});

const HANDS = [
	{
		name: 'html-minifier-terser',
		packages: 'partners',
		its: () => versionOf('html-minifier-terser'),
		make: minified,
	},
	{ name: 'wget', packages: 'wget', its: () => version('wget', ['--version']), make: mirrored },
];

/** Whether the page's own styles apply: its colours are set, and the browser's margin is not. */
const isStyled = (page: Page): Promise<boolean> =>
	page.evaluate(() => {
		const paper = getComputedStyle(document.documentElement).getPropertyValue('--paper');
		return paper !== '' && getComputedStyle(document.body).margin === '0px';
	});

test.for(HANDS)(
	'through the hands of $name every page stays styled, and breaks no policy; story, ledger, gallery and embeds work',
	{ timeout: 180_000 },
	async ({ name, packages, its, make }, context) => {
		requirePartner(context, `${name} (pages)`, its(), packages);
		const into = join(folder, name);
		await make('build', into);
		const pages = pathsOf(into).filter((path) => path.endsWith('.html') && path !== '404.html');
		expect(pages.length).toBeGreaterThan(40);
		const served = await serve(into, 4900);
		const { open, context: tab, complaints } = await reader(browser);
		for (const path of pages.filter((each) => !each.startsWith('s/'))) {
			const page = await open(served.address + path);
			expect(await isStyled(page), path).toBe(true);
			const [, chart] = /(?:^|\/)embed\/(\w+)\/index\.html$/.exec(path) ?? [];
			if (chart) await expectWhole(page.mainFrame(), chart as Chart, path);
			await page.close();
		}

		const story = await open(`${served.address}index.html#crimea`);
		await expect.poll(() => story.locator('[aria-current="step"]').getAttribute('id')).toBe('crimea');
		await story.locator('#crimea a.citation').first().click();
		await story.locator('dialog[open]').waitFor();
		await story.close();

		const ledger = await open(`${served.address}evidence/index.html`);
		await ledger.locator('input[type="search"]').fill('sanctions');
		await expect.poll(() => ledger.locator('[data-count]').textContent()).not.toMatch(/^All/);
		await ledger.close();

		const gallery = await open(`${served.address}embed/index.html`);
		await gallery.locator('form[data-options]').first().waitFor();
		for (const chart of CHARTS) expect(await gallery.locator(`#${chart}-frame`).textContent()).toContain('<iframe');
		await gallery.close();
		expect(complaints).toEqual([]);
		await tab.close();
		await served.close();
	},
);
