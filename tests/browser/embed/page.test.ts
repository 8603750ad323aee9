import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { CHARTS, foreign, reader, type Foreign } from './foreign.ts';
import { launch } from '#commands/browser/launch.ts';
import { visit } from '#tests/browser/visit.ts';

let browser: Browser;
let elsewhere: Foreign;
beforeAll(async () => {
	[browser, elsewhere] = await Promise.all([launch(), foreign()]);
});
afterAll(async () => {
	await Promise.all([browser.close(), elsewhere.close()]);
});

/** What an embed shows, as its attributes and its eyes tell. */
const state = (page: Pick<Page, 'evaluate'>) =>
	page.evaluate(() => {
		const figure = document.querySelector<HTMLElement>('figure[data-chart]');
		const style = getComputedStyle(document.documentElement);
		const seen = (element: Element) => element.getClientRects().length > 0;
		return {
			step: figure?.dataset['step'],
			frame: figure?.dataset['frame'],
			focus: [...document.querySelectorAll('.drawing [data-focus]')].map((mark) => mark.getAttribute('data-id')),
			layers: [...document.querySelectorAll<HTMLElement>('[data-in-step]')]
				.filter(seen)
				.map((layer) => layer.dataset['inStep']),
			title: document.querySelector('.title')?.textContent,
			description: document.querySelector('[data-description]')?.textContent,
			story: document.querySelector('a[data-story]')?.getAttribute('href')?.split('#')[1],
			scheme: style.colorScheme,
			paper: style.backgroundColor,
			header: (document.querySelector('.how')?.getBoundingClientRect().height ?? 0) > 1,
		};
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
			const shown = await state(page);
			expect(shown).toMatchObject({ step: id, frame, title: heading, description: says, story: id });
			if (show.length > 0) expect(shown.focus.length, id).toBeGreaterThan(0);
			expect(
				shown.layers.filter((layer) => layer !== id && !layer?.split(' ').includes(id)),
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

	test('a record is pointed at in the first step that speaks of it, and said by its name', async () => {
		const { page, leave } = await open('?focus=flynn-kislyak-talks');
		const all = await steps(page);
		const shown = await state(page);
		expect(shown.step).toBe(all.find(({ show }) => show.includes('flynn-kislyak-talks'))?.id);
		expect(shown.focus).toContain('flynn-kislyak-talks');
		expect(shown.description).toBe(await page.locator('[data-id="flynn-kislyak-talks"]').getAttribute('aria-label'));
		await leave();
	});

	test('a record that was renamed is pointed at by its old name', async () => {
		const { page, leave } = await open('?focus=oval-office-meeting');
		const shown = await state(page);
		expect(shown.focus).toContain('white-house-meeting');
		expect(shown.step).toBe('white-house');
		await leave();
	});

	test('a theme stands above the reader’s own, in the colours and in what the browser is told', async () => {
		for (const colorScheme of ['light', 'dark'] as const) {
			const papers = [];
			for (const theme of ['light', 'dark', 'auto']) {
				const { page, leave } = await open(`?theme=${theme}`, 'ties', { colorScheme });
				const { scheme, paper } = await state(page);
				expect(scheme).toBe(theme === 'auto' ? 'light dark' : theme);
				papers.push(paper);
				await leave();
			}
			expect(papers[0]).not.toBe(papers[1]);
			expect(papers[2]).toBe(papers[colorScheme === 'light' ? 0 : 1]);
		}
	});

	test('without a header the drawing comes first; without motion nothing moves; without a background there is none', async () => {
		const { page, leave } = await open('?header=0&motion=0&bg=transparent');
		expect(await state(page)).toMatchObject({ header: false, paper: 'rgba(0, 0, 0, 0)' });
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
		const due = await state(plain.page);
		await plain.leave();
		const { page, leave } = await open(query);
		expect(await state(page)).toEqual(due);
		await leave();
	});
});

test('evidence opens in the frame, out of the page itself: nothing is asked for', async () => {
	for (const chart of CHARTS) {
		const { page, leave } = await open('', chart);
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		const told = await page
			.locator('[data-record]:has(blockquote)')
			.evaluateAll((records) => records.map((record) => record.getAttribute('data-record') ?? ''));
		const mark = page
			.locator(
				told
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
		expect(asked).toEqual([]);
		await leave();
	}
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
				const due = await inside?.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
				return ((await framesIn(page))[0]?.height ?? 0) - (due ?? 0);
			})
			.toBe(0);

	test('works under a strict policy of its host: framed, titled, as high as its chart, its words gone', async () => {
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
		expect(inside && (await state(inside))).toMatchObject({ step: 'flynn', scheme: 'light' });
		await expectFitted(page, inside);
		await context.close();
		expect(complaints).toEqual([]);
	});

	test('keeps its words where no frame answers', async () => {
		const site = inject('site');
		const { context, open: visitPage } = await reader(browser);
		const page = await visitPage(
			elsewhere.put(`<ambassador-chart chart="no-such-chart">${words}</ambassador-chart>`, script(site)),
		);
		await page.waitForTimeout(1000);
		expect(await framesIn(page)).toMatchObject([{ waiting: true, words: 1 }]);
		await context.close();
	});

	test('comes and goes at run time, follows its attributes, and loads only near the view', async () => {
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

		const shown = () => page.frames().some((frame) => frame.url().endsWith('/embed/contacts/?step=sessions'));
		await page.evaluate(() => document.querySelector('ambassador-chart:last-child')?.setAttribute('step', 'sessions'));
		await expect.poll(shown).toBe(true);
		await page.evaluate(() => document.querySelector('ambassador-chart')?.remove());
		await expect.poll(() => page.frames().length).toBe(3);
		await context.close();
		expect(complaints).toEqual([]);
	});

	test('moved as it is (moveBefore), keeps its frame and follows its height from then on', async ({ skip }) => {
		const site = inject('site');
		const { context, open: visitPage, complaints } = await reader(browser);
		const page = await visitPage(
			elsewhere.put(`<ambassador-chart chart="ties">${words}</ambassador-chart><main></main>`, script(site)),
		);
		skip(!(await page.evaluate(() => 'moveBefore' in Element.prototype)), 'this browser cannot move elements');
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

	test('is as wide as its place in a row, a centred column, a grid, and with margins and padding of its host', async () => {
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
