import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './launch.ts';
import { visit } from './visit.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

interface Finding {
	readonly id: string;
	readonly help: string;
	readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds wrong, a line each. */
async function violations(page: Page): Promise<string[]> {
	await page.evaluate(axe);
	const found = await page.evaluate(async (values) => {
		const run = (
			window as unknown as { axe: { run(root: Document, options: object): Promise<{ violations: Finding[] }> } }
		).axe;
		return (await run.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] })).violations;
	}, TAGS);
	return found.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node.html.slice(0, 160)}`));
}

/**
 * Shows a page as it is without scripts, to a browser that runs them, because axe is one: its own script is left out,
 * and its styles take `scripting: none` to be the case.
 */
async function withoutScripts(page: Page): Promise<void> {
	await page.route('**/*', async (route) => {
		if (route.request().resourceType() === 'script') return route.abort();
		if (!['document', 'stylesheet'].includes(route.request().resourceType())) return route.continue();
		const answer = await route.fetch();
		const body = (await answer.text())
			.replace(/scripting:\s*(none|enabled)/g, (_, state) =>
				state === 'none' ? 'scripting: enabled' : 'scripting: none',
			)
			.replace(/<script[^>]*src=[^>]*><\/script>/g, '');
		await route.fulfill({ response: answer, body });
	});
}

for (const colorScheme of ['light', 'dark'] as const) {
	for (const width of [320, 1280]) {
		for (const scripts of [true, false]) {
			const how = `${colorScheme}, ${width} px, scripts ${scripts ? 'on' : 'off'}`;
			test(`axe finds nothing on the story: ${how}`, async () => {
				const { page, leave } = await visit(browser, {
					colorScheme,
					viewport: { width, height: 800 },
					...(scripts ? {} : { before: withoutScripts, bypassCSP: true }),
				});
				expect(await page.locator('.step .picture').nth(3).isVisible()).toBe(!scripts);
				expect(await violations(page)).toEqual([]);
				await leave();
			});
		}
		test(`axe finds nothing on the open evidence panel: ${colorScheme}, ${width} px`, async () => {
			const { page, leave } = await visit(browser, { colorScheme, viewport: { width, height: 800 } });
			await page.locator('a[data-cite]').first().click();
			await page.locator('dialog.evidence-panel').waitFor({ state: 'visible' });
			expect(await violations(page)).toEqual([]);
			await leave();
		});
	}
	test(`axe finds nothing in mid-story, or with table and filters open: ${colorScheme}`, async () => {
		const { page, leave } = await visit(browser, {
			colorScheme,
			viewport: { width: 1280, height: 800 },
			at: '#crimea',
		});
		await page.locator('#crimea[aria-current="step"]').waitFor();
		for (const fold of await page.locator('details:not([data-chapters])').all()) {
			await fold.evaluate((node: HTMLDetailsElement) => {
				node.open = true;
			});
		}
		expect(await violations(page)).toEqual([]);
		await leave();
	});
	test.each(['evidence/', 'data/'])(`axe finds nothing on %s: ${colorScheme}`, async (at) => {
		const { page, leave } = await visit(browser, { colorScheme, at, viewport: { width: 320, height: 800 } });
		expect(await violations(page)).toEqual([]);
		await leave();
	});
}
