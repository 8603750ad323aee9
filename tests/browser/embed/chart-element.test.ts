import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { skipUnless } from '#tests/quality/partners.ts';
import { foreign, reader, type Foreign } from './foreign.ts';
import { launch } from '#commands/browser/launch.ts';
import { embedState } from './state.ts';

let browser: Browser;
let elsewhere: Foreign;
beforeAll(async () => {
	[browser, elsewhere] = await Promise.all([launch(), foreign()]);
});
afterAll(async () => {
	await Promise.all([browser.close(), elsewhere.close()]);
});

describe('<ambassador-chart>', () => {
	const policy = (site: string) =>
		`<meta http-equiv="content-security-policy" content="default-src 'none'; script-src ${site}; frame-src ${site}; require-trusted-types-for 'script'">`;
	const script = (site: string) => `<script async src="${site}embed.js"></script>`;
	const words = '<a href="https://example.org/">The chart, elsewhere</a>';

	const framesIn = (page: Page) =>
		page.evaluate(() =>
			[...document.querySelectorAll('ambassador-chart')].map((element) => {
				const frame = element.shadowRoot?.querySelector('iframe');
				return {
					title: frame?.title,
					waiting: frame?.className === 'waiting',
					height: frame?.getBoundingClientRect().height ?? 0,
					words: element.querySelector('a')?.getClientRects().length ?? 0,
				};
			}),
		);
	/** Waits until the first frame is as high as the page in it. */
	const expectFitted = (page: Page, inside: Frame | undefined) =>
		expect
			.poll(async () => {
				const expected = await inside?.evaluate(() =>
					Math.ceil(document.documentElement.getBoundingClientRect().height),
				);
				return ((await framesIn(page))[0]?.height ?? 0) - (expected ?? 0);
			})
			.toBe(0);

	test('works under a strict policy of its host: a titled frame as high as its chart replaces its text', async () => {
		const site = inject('site');
		const { context, open: visitPage, complaints } = await reader(browser);
		const page = await visitPage(
			elsewhere.put(
				`<ambassador-chart chart="contacts" step="flynn" theme="light" title="Who met whom">${words}</ambassador-chart>
				<ambassador-chart chart="ties">${words}</ambassador-chart>`,
				policy(site) + script(site),
			),
		);
		await expect.poll(async () => (await framesIn(page)).map(({ waiting }) => waiting)).toEqual([false, false]);
		const [first, second] = await framesIn(page);
		expect(first).toMatchObject({ title: 'Who met whom', words: 0 });
		expect(second).toMatchObject({ title: 'The chart, elsewhere', words: 0 });
		const inside = page.frames().find((frame) => frame.url().includes('contacts'));
		expect(inside && (await embedState(inside))).toMatchObject({ step: 'flynn', scheme: 'light' });
		await expectFitted(page, inside);
		await context.close();
		expect(complaints).toEqual([]);
	});

	test('keeps its text if no frame answers', async () => {
		const site = inject('site');
		const { context, open: visitPage } = await reader(browser);
		const page = await visitPage(
			elsewhere.put(`<ambassador-chart chart="no-such-chart">${words}</ambassador-chart>`, script(site)),
		);
		await page.waitForTimeout(1000);
		expect(await framesIn(page)).toMatchObject([{ waiting: true, words: 1 }]);
		await context.close();
	});

	test('can be added and removed, follows its attributes, and loads only near the viewport', async () => {
		const site = inject('site');
		const { context, open: visitPage, complaints } = await reader(browser);
		const page = await visitPage(elsewhere.put('<main></main>', script(site)));
		await page.evaluate(() => customElements.whenDefined('ambassador-chart').then(() => undefined));
		await page.evaluate(() => {
			const main = document.querySelector('main');
			for (const chart of ['ties', 'ties', 'contacts']) {
				const element = document.createElement('ambassador-chart');
				element.setAttribute('chart', chart);
				main?.append(element);
			}
			const gap = document.createElement('div');
			gap.style.height = '12000px';
			main?.lastElementChild?.before(gap);
		});
		const waiting = async () => (await framesIn(page)).map((frame) => frame.waiting);
		await expect.poll(waiting).toEqual([false, false, true]);
		expect(page.frames().filter((frame) => frame.url().includes('/contacts/'))).toEqual([]);
		await page.evaluate(() => document.querySelector('ambassador-chart:last-child')?.scrollIntoView());
		await expect.poll(waiting).toEqual([false, false, false]);

		const isShown = () => page.frames().some((frame) => frame.url().endsWith('/embed/contacts/?step=sessions'));
		await page.evaluate(() => document.querySelector('ambassador-chart:last-child')?.setAttribute('step', 'sessions'));
		await expect.poll(isShown).toBe(true);
		await page.evaluate(() => document.querySelector('ambassador-chart')?.remove());
		await expect.poll(() => page.frames().length).toBe(3);
		await context.close();
		expect(complaints).toEqual([]);
	});

	test('keeps its frame when moved by moveBefore, and still follows its height', async (test) => {
		const site = inject('site');
		const { context, open: visitPage, complaints } = await reader(browser);
		const page = await visitPage(
			elsewhere.put(`<ambassador-chart chart="ties">${words}</ambassador-chart><main></main>`, script(site)),
		);
		const canMove = await page.evaluate(() => 'moveBefore' in Element.prototype);
		skipUnless(test, canMove, 'this browser has no moveBefore', 'Chromium 133 or newer has it');
		await expect.poll(async () => (await framesIn(page))[0]?.waiting).toBe(false);
		const inside = page.frames().find((frame) => frame.url().includes('ties'));
		await inside?.evaluate(() => (document.documentElement.dataset['mark'] = 'kept'));
		await page.evaluate(() => {
			const main = document.querySelector('main') as unknown as { moveBefore(moved: Element | null, at: null): void };
			main.moveBefore(document.querySelector('ambassador-chart'), null);
		});
		expect(await page.locator('main > ambassador-chart').count()).toBe(1);
		expect(await inside?.evaluate(() => document.documentElement.dataset['mark'])).toBe('kept');
		await page.setViewportSize({ width: 400, height: 900 });
		await expectFitted(page, inside);
		await context.close();
		expect(complaints).toEqual([]);
	});

	test('fills its width in a row, a centred column, a grid, and with margins and padding of its host', async () => {
		const site = inject('site');
		const { context, open: visitPage } = await reader(browser);
		const places: readonly (readonly [string, number])[] = [
			['', 600],
			['display: flex', 600],
			['display: flex; flex-direction: column; align-items: center', 600],
			['display: grid; justify-items: center', 600],
			['--margin: 0 20px', 560],
			['display: flex; --margin: 0 20px', 560],
			['--padding: 0 20px', 600],
		];
		const page = await visitPage(
			elsewhere.put(
				places
					.map(
						([style]) => `<div style="width: 600px; ${style}"><ambassador-chart chart="ties"></ambassador-chart></div>`,
					)
					.join(''),
				`${script(site)}<style>ambassador-chart { margin: var(--margin); padding: var(--padding) }</style>`,
			),
		);
		await page.evaluate(() => customElements.whenDefined('ambassador-chart').then(() => undefined));
		const widths = await page
			.locator('ambassador-chart')
			.evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().width));
		expect(widths.map((width, at) => [places[at]?.[0], width])).toEqual(places);
		await context.close();
	});
});
