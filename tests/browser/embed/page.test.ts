import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHARTS, foreign, type Foreign } from './foreign.ts';
import { launch } from '#commands/browser/launch.ts';
import { visit } from '#tests/browser/visit.ts';
import { embedState } from './state.ts';

let browser: Browser;
let elsewhere: Foreign;
beforeAll(async () => {
	[browser, elsewhere] = await Promise.all([launch(), foreign()]);
});
afterAll(async () => {
	await Promise.all([browser.close(), elsewhere.close()]);
});

/** The steps that an embed carries. */
const steps = (page: Page) =>
	page.evaluate(() =>
		[
			...(document
				.querySelector<HTMLTemplateElement>('template#steps')
				?.content.querySelectorAll<HTMLElement>('[data-show]') ?? []),
		].map(({ id, dataset }) => ({
			id,
			frame: dataset['frame'] ?? '',
			show: dataset['show']?.split(' ').filter(Boolean) ?? [],
			says: dataset['says'] ?? '',
			heading: dataset['heading'] ?? '',
		})),
	);

const open = (query: string, chart = 'contacts', options = {}) =>
	visit(browser, { at: `embed/${chart}/${query}`, viewport: { width: 600, height: 800 }, ...options });

describe('the options of an embed', () => {
	test.each(CHARTS)('every step of %s opens as that step shows it, and nothing scrolls inside', async (chart) => {
		const { page, leave, site } = await open('', chart);
		const all = await steps(page);
		expect(all.length).toBeGreaterThan(2);
		for (const { id, frame, show, says, heading } of all) {
			await page.goto(`${site}embed/${chart}/?step=${id}`);
			const state = await embedState(page);
			expect(state).toMatchObject({ step: id, frame, title: heading, description: says, story: id });
			if (show.length > 0) expect(state.focus.length, id).toBeGreaterThan(0);
			expect(
				state.layers.filter((layer) => layer !== id && !layer?.split(' ').includes(id)),
				id,
			).toEqual([]);
			const inner = await page.evaluate(() =>
				[...document.querySelectorAll('figure, .stage, main')].filter(
					(box) => box.scrollHeight > box.clientHeight + 1 && getComputedStyle(box).overflowY !== 'visible',
				),
			);
			expect(inner).toEqual([]);
		}
		await leave();
	});

	test('a record in focus opens the first step that shows it, and is named', async () => {
		const { page, leave } = await open('?focus=flynn-kislyak-talks');
		const all = await steps(page);
		const state = await embedState(page);
		expect(state.step).toBe(all.find(({ show }) => show.includes('flynn-kislyak-talks'))?.id);
		expect(state.focus).toContain('flynn-kislyak-talks');
		expect(state.description).toBe(await page.locator('[data-id="flynn-kislyak-talks"]').getAttribute('aria-label'));
		await leave();
	});

	test('the former id of a record puts it in focus', async () => {
		const { page, leave } = await open('?focus=oval-office-meeting');
		const state = await embedState(page);
		expect(state.focus).toContain('white-house-meeting');
		expect(state.step).toBe('white-house');
		await leave();
	});

	test('a theme option overrides the reader’s preference, in the colours and in color-scheme', async () => {
		for (const colorScheme of ['light', 'dark'] as const) {
			const papers = [];
			for (const theme of ['light', 'dark', 'auto']) {
				const { page, leave } = await open(`?theme=${theme}`, 'ties', { colorScheme });
				const { scheme, paper } = await embedState(page);
				expect(scheme).toBe(theme === 'auto' ? 'light dark' : theme);
				papers.push(paper);
				await leave();
			}
			expect(papers[0]).not.toBe(papers[1]);
			expect(papers[2]).toBe(papers[colorScheme === 'light' ? 0 : 1]);
		}
	});

	test('the options for no header, no motion and no background are applied', async () => {
		const { page, leave } = await open('?header=0&motion=0&bg=transparent');
		expect(await embedState(page)).toMatchObject({ header: false, paper: 'rgba(0, 0, 0, 0)' });
		const moving = await page.evaluate(
			() =>
				[...document.querySelectorAll('*')].filter(
					(element) => getComputedStyle(element).transitionDuration.replace(/[0s,. ]/g, '') !== '',
				).length,
		);
		expect(moving).toBe(0);
		await leave();
	});

	test.each([
		['percent garbage', '?step=%&focus=%E0%A4%A&theme=%%%'],
		['a NUL', '?step=%00&focus=flynn%00'],
		['10 kB', `?step=${'a'.repeat(10_000)}`],
		['a name of the language', '?step=__proto__&focus=constructor&theme=__proto__'],
		['markup', '?step=<script>alert(1)</script>&focus="><img src=x>'],
		['ids of other charts', '?step=crimea&focus=crimea-annexed'],
	])('%s gives the chart as it is, and no word on the console', async (_, query) => {
		const plain = await open('');
		const expected = await embedState(plain.page);
		await plain.leave();
		const { page, leave } = await open(query);
		expect(await embedState(page)).toEqual(expected);
		await leave();
	});
});

test('evidence opens in the frame without a request', async () => {
	for (const chart of CHARTS) {
		const { page, leave } = await open('', chart);
		const requests: string[] = [];
		page.on('request', (request) => requests.push(request.url()));
		const recordIds = await page
			.locator('tr[id]:has(+ tr q)')
			.evaluateAll((rows) =>
				rows.map(
					(row) =>
						row.getAttribute('data-row') ??
						document.querySelector(`[aria-labelledby~="${row.id}"]`)?.getAttribute('data-id') ??
						'',
				),
			);
		const mark = page
			.locator(
				recordIds
					.slice(0, 5)
					.map((id) => `.drawing a[data-id="${id}"]`)
					.join(),
			)
			.first();
		await mark.focus();
		await page.keyboard.press('Enter');
		await page.locator('dialog[open]').waitFor();
		const box = await page.locator('dialog[open]').boundingBox();
		expect(await page.locator('dialog [data-slot=title]').textContent()).not.toBe('Evidence');
		expect(await page.locator('dialog [data-stance]').count()).toBeGreaterThan(0);
		expect(box?.y ?? -1).toBeGreaterThanOrEqual(0);
		await page.keyboard.press('Escape');
		expect(await page.locator('dialog[open]').count()).toBe(0);
		expect(requests).toEqual([]);
		await leave();
	}
});

test('the evidence in the frame says which passages qualify or dispute a record', async () => {
	const { page, leave, site } = await open('', 'ties');
	const records = (await (await page.request.get(`${site}evidence/records.json`)).json()) as Record<
		string,
		{ passages: { exact: string; stance: string }[] }
	>;
	const passages = records['kislyak-posting']?.passages ?? [];
	expect(new Set(passages.map(({ stance }) => stance)).size).toBeGreaterThan(1);
	await page.locator('.drawing a[data-id="kislyak-posting"]').focus();
	await page.keyboard.press('Enter');
	const shown = await page.locator('dialog [data-stance]').evaluateAll((all) =>
		all.map((item) => ({
			exact: item.querySelector('[data-slot-item="exact"]')?.textContent,
			stance: item.getAttribute('data-stance'),
		})),
	);
	expect(shown).toEqual(passages.map(({ exact, stance }) => ({ exact, stance })));
	await leave();
});
