/** Checks the pages with IBM's checker, a second engine beside axe. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { launch } from '#commands/browser/launch.ts';
import { PAGES } from '#tests/browser/pages.ts';
import { visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const engine = readFileSync(createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'), 'utf8');

interface Finding {
	readonly ruleId: string;
	/** `[VIOLATION | RECOMMENDATION | …, FAIL | POTENTIAL | PASS | …]` */
	readonly value: readonly [string, string];
	readonly message: string;
	readonly snippet: string;
	readonly node: Element;
}

interface Engine {
	readonly Checker: new () => {
		check(root: Document, policies: readonly string[]): Promise<{ results: readonly Finding[] }>;
	};
}

/** Known false positives, each with its reason: the rule, and a selector of the elements. */
const REASONED: Readonly<Record<string, string>> = {
	// A skip link is before all landmarks, so that it is reached first.
	aria_content_in_landmark: '.skip',
	// Scrolling regions must be focusable, as axe requires; they are not controls.
	element_tabbable_role_valid: '[role="region"][tabindex="0"]',
	// Each chart's options are a separate form, whose controls form groups.
	input_checkboxes_grouped: 'form[data-options] input',
	fieldset_label_valid: 'form[data-options] fieldset',
	// The name of a mark has its two texts, separated by a comma; axe checks the same rule.
	label_name_visible: '.drawing a[data-id]',
};

/** Certain violations, one line each. */
async function failures(page: Page): Promise<string[]> {
	await page.addScriptTag({ content: engine });
	return page.evaluate(async (reasoned) => {
		const { Checker } = (window as unknown as { ace: Engine }).ace;
		const { results } = await new Checker().check(document, ['IBM_Accessibility']);
		return results
			.filter(({ value: [level, is], ruleId, node }) => {
				const isOurs = node.ownerDocument === document;
				return level === 'VIOLATION' && is === 'FAIL' && isOurs && !node.matches(reasoned[ruleId] ?? ':not(*)');
			})
			.map(({ ruleId, message, snippet }) => `${ruleId} (${message}): ${snippet.slice(0, 160)}`);
	}, REASONED);
}

test.for(PAGES)(
	'a second engine finds nothing on /%s, with all that folds open',
	{ timeout: 180_000 },
	async (at, { task }) => {
		const { page, complaints, leave } = await visit(browser, { at, bypassCSP: true, reducedMotion: 'reduce' });
		await page.evaluate(() => {
			for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details')) fold.open = true;
		});
		expect(await failures(page)).toEqual([]);
		// On long pages it prints its progress.
		complaints.splice(0);
		await leave();
		holds(task, 'a11y/second-engine', `no violation on /${at}`);
	},
);

test('the engine finds known faults', async () => {
	const { page, leave } = await visit(browser, { at: 'embed/ties/', bypassCSP: true });
	await page.evaluate(() => {
		document.querySelector('figure')?.setAttribute('role', 'cheese');
		for (const part of document.querySelectorAll('.drawing a svg'))
			for (const name of ['role', 'aria-hidden']) part.removeAttribute(name);
	});
	const found = (await failures(page)).join('\n');
	expect(found).toMatch(/svg_graphics_labelled/);
	expect(found).toMatch(/aria_role_allowed/);
	await leave();
});
