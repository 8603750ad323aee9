/** The pages as the Dark Reader extension leaves them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { sweepable } from '#tests/quality/sweeps.ts';
import { launch } from '#commands/browser/launch.ts';
import { PAGES } from '#tests/browser/pages.ts';
import { visit, type Visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const source = readFileSync(createRequire(import.meta.url).resolve('darkreader'), 'utf8');

interface DarkReader {
	enable(theme: object): void;
}

/** Switches Dark Reader on as its extension does, and lets it process the styles. */
async function repaint(page: Page): Promise<void> {
	await page.addScriptTag({ content: source });
	await page.evaluate(async () => {
		(window as unknown as { DarkReader: DarkReader }).DarkReader.enable({});
		for (let frames = 0; frames < 20; frames += 1) await new Promise(requestAnimationFrame);
	});
}

const open = (at: string, colorScheme: 'light' | 'dark', before?: (page: Page) => Promise<unknown>): Promise<Visit> =>
	visit(browser, { at, colorScheme, bypassCSP: true, reducedMotion: 'reduce', ...(before && { before }) });

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
	test.for(PAGES)('repainted by Dark Reader, /%s keeps its contrasts', async (at, { task }) => {
		const { page, complaints, leave } = await open(at, colorScheme);
		await repaint(page);
		await sweepable(page);
		const { problems, texts } = await page.evaluate(() => window.quality.paintOfSteps());
		expect(problems).toEqual([]);
		expect(texts).toBeGreaterThan(20);
		complaints.splice(0);
		await leave();
		holds(task, 'a11y/dark-reader', `/${at} ${colorScheme}: ${texts} texts`);
	});
});

test('a page that does not keep its own colours becomes unreadable, which is reported', async () => {
	const { page, complaints, leave } = await open('', 'dark');
	await page.evaluate(() => document.querySelector('meta[name="darkreader-lock"]')?.remove());
	await repaint(page);
	await sweepable(page);
	const { problems } = await page.evaluate(() => window.quality.paintOfSteps());
	expect(problems.length).toBeGreaterThan(10);
	complaints.splice(0);
	await leave();
});
