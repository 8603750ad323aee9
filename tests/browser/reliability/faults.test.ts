import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { launch } from '#commands/browser/launch.ts';
import { PHONE, visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** What a host or a network may do to a file. */
const failures: Record<string, (route: Route) => Promise<unknown> | undefined> = {
	'is not there': (route) => route.fulfill({ status: 404, body: '' }),
	'is cut off': (route) => route.abort(),
	'is truncated': async (route) => {
		const answer = await route.fetch();
		const bytes = await answer.body();
		const { 'content-type': contentType = '' } = answer.headers();
		await route.fulfill({ contentType, body: bytes.subarray(0, bytes.length >> 1) });
	},
	'is a page instead': (route) =>
		route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Gone</title><p>500 Internal Error' }),
	'never comes': () => undefined,
};

/** The text and the drawings of a page, whichever of its requests failed; without what only scripts write. */
const substance = (page: Page) =>
	page.evaluate(() => {
		const isVisible = (element: Element) => {
			const { width, height } = element.getBoundingClientRect();
			return width > 0 && height > 0;
		};
		const text = [...document.querySelectorAll('main :is(h1, h2, h3, p, li, td, th, dd, dt):not(form *)')]
			.filter((part) => !part.matches('[data-description], [data-announce], [aria-live] *, :has(output), [data-log] *'))
			.filter((part) => !part.querySelector('[data-snippet], [data-host]'))
			.map((part) => part.textContent.replace(/\s+/g, ' ').trim());
		return {
			title: document.title,
			text: text.join('\n'),
			drawings: [...document.querySelectorAll('figure:not(.pull)')].map((figure) =>
				[...figure.querySelectorAll('svg')].some(isVisible),
			),
			tables: document.querySelectorAll('table tr').length,
			// `loading="lazy"` stands in snippets.
			alarm: /\b500\b|internal error|loading(?!=)/i.exec(document.body.innerText)?.[0] ?? null,
		};
	});

/** Every file of ours that a page loads. */
async function requested(page: Page, address: string): Promise<string[]> {
	const files = new Set<string>();
	const note = (request: { url(): string }): void => void files.add(request.url());
	page.on('request', note);
	await page.goto(address);
	await page.waitForLoadState('networkidle');
	page.off('request', note);
	files.delete(address);
	return [...files].filter((file) => file.startsWith(inject('site')));
}

/** One embed is enough: all four are alike. */
const alike = (files: readonly string[]): string[] =>
	files.filter((file) => !/\/embed\/(?!contacts)[a-z]+\//.test(file));

const source = 'evidence/vox-analysis/';
const pages = ['', 'evidence/', 'embed/contacts/', 'embed/', source, 'method/', 'data/', 'data/tables/'];

test.for(pages)(
	'whatever becomes of any file that “/%s” asks for, its words, charts and tables stay',
	{ timeout: 120_000 },
	async (at, { task }) => {
		const { page, complaints, leave, site } = await visit(browser, { viewport: PHONE, at: 'embed.js' });
		const files = alike(await requested(page, site + at));
		await page.waitForTimeout(100);
		const expected = await substance(page);
		expect(expected.text.length).toBeGreaterThan(500);
		expect(expected.alarm).toBeNull();
		// An embed asks for nothing.
		expect(files.length > 0).toBe(at !== 'embed/contacts/');
		// Files that every page shares fail one by one on the story, and all together elsewhere.
		const groups = at === '' || at === 'embed/' ? files.map((file) => [file]) : [files];
		for (const group of groups) {
			for (const [failure, answer] of Object.entries(failures)) {
				const isAsked = ({ href }: URL) => group.includes(href);
				await page.route(isAsked, (route) => answer(route));
				await page.goto(site + at, { waitUntil: 'commit' });
				await page.waitForFunction(() => document.readyState !== 'loading');
				const where = `${group.join(' ')} ${failure}`;
				expect(await substance(page), where).toEqual(expected);
				expect(page.url(), where).toBe(site + at);
				const offered = await page.evaluate(
					() =>
						[...document.querySelectorAll('[data-go], button[data-reading], form :is(input, select, button)')].filter(
							(control) => !control.matches(':disabled') && control.getClientRects().length > 0,
						).length,
				);
				const own = await page
					.locator('script[src]')
					.evaluateAll((all) => all.map((one) => (one as HTMLScriptElement).src));
				if (group.some((file) => own.includes(file))) expect(offered, `${where}: idle controls`).toBe(0);
				// A pending response no longer matters once the page is left.
				await page.unrouteAll({ behavior: 'ignoreErrors' });
			}
		}
		// The browser itself reports missing files; errors, violations of the policy and foreign hosts still count.
		const own = complaints
			.splice(0)
			.filter(
				(complaint) =>
					!/^error: (?:Failed to load|Failed to find a valid digest|Refused to exec)|^warning/.test(complaint),
			);
		complaints.push(
			...own.filter((complaint) => !/MIME type|SyntaxError|Unexpected|Invalid or unexpected/.test(complaint)),
		);
		await leave();
		holds(task, 'reliability/files-fail', `${files.length} files of /${at}, ${Object.keys(failures).length} ways`);
	},
);

test('a truncated story is readable up to its end', async () => {
	const { page, complaints, leave, site } = await visit(browser, { at: 'embed.js' });
	await page.goto(site);
	const steps = await page.locator('.step').count();
	await page.route(site, failures['is truncated'] ?? (() => undefined));
	await page.goto(site, { waitUntil: 'commit' });
	await page.waitForFunction(() => document.readyState !== 'loading');
	const left = await page.locator('.step').count();
	expect(left).toBeGreaterThan(5);
	expect(left).toBeLessThan(steps);
	const { alarm, drawings } = await substance(page);
	expect(alarm).toBeNull();
	expect(drawings[0]).toBe(true);
	expect(complaints.splice(0)).toEqual([]);
	await leave();
});

const lacking = (route: Route) => route.fulfill({ contentType: 'application/json', body: '{}' });

test.each(Object.entries({ ...failures, 'lacks this record': lacking }))(
	'where the file of evidence %s, a mark leads to its entry like any link',
	async (_, answer) => {
		const { page, complaints, leave } = await visit(browser);
		await page.route('**/records.json', answer);
		const cite = page.locator('a.citation').first();
		const id = (await cite.getAttribute('href'))?.split('#')[1];
		await cite.click();
		await page.waitForURL(`**/evidence/#${id}`);
		expect(await page.locator(`[id="${id}"]`).isVisible()).toBe(true);
		complaints.splice(0);
		await leave();
	},
);
