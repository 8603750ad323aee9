import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { foreign, type Foreign } from '#tests/browser/embed/foreign.ts';
import { positionErrorsInPage } from '#tests/browser/visit.ts';
import { holds } from '#tests/quality/holds.ts';
import { skipUnless } from '#tests/quality/partners.ts';
import { ENGINES, type Driver, type Settings } from './driver.ts';
import * as inPage from './in-page.ts';
import { installed } from './installed.ts';

const CHARTS = ['relations', 'ties', 'contacts', 'accounts'];

let elsewhere: Foreign;
beforeAll(async () => {
	elsewhere = await foreign();
});
afterAll(() => elsewhere.close());

describe.each(ENGINES)('in %s', (engine) => {
	const start = installed(engine);
	/** One browser for each combination of preferences. */
	const started = new Map<string, Promise<Driver>>();
	afterAll(async () => {
		for (const driver of started.values()) await (await driver).close();
	});

	/** A test of one criterion in this engine; skipped, with the reason, if the engine is not installed. */
	const scenario = (
		assertion: string,
		title: string,
		settings: Settings,
		body: (driver: Driver) => Promise<string | number>,
	) =>
		test(title, async (context) => {
			const { task } = context;
			task.meta.engine = engine;
			task.meta.asserts = assertion;
			if ('missing' in start) {
				skipUnless(context, false, `${engine}: ${start.missing} is not installed`, 'npm run browsers');
				return;
			}
			const name = JSON.stringify(settings);
			const starting = started.get(name) ?? start(settings);
			started.set(name, starting);
			const driver = await starting;
			try {
				await driver.size(1280, 800);
				holds(task, assertion, await body(driver));
			} catch (error) {
				// The next attempt has a new browser.
				started.delete(name);
				await driver.close();
				throw error;
			}
		});

	scenario(
		'reliability/engines-scripts-off',
		'without scripts every word, chart, table and picture is there, and no control pretends',
		{ scripts: false },
		async ({ open, run }) => {
			await open(inject('site'));
			expect(await run(inPage.missing)).toEqual([]);
			const { length } = await run(inPage.steps);
			for (const chart of CHARTS) {
				await open(`${inject('site')}embed/${chart}/`);
				const counts = await run(() => [
					document.querySelectorAll('.drawing [data-id]').length,
					document.querySelectorAll('td[colspan] q').length,
				]);
				expect(Math.min(...counts), chart).toBeGreaterThan(5);
			}
			return `${length} steps, ${CHARTS.length} embeds`;
		},
	);

	scenario(
		'reliability/engines-position',
		'every step shows what its position asks for, scrolled to and walked to by keys, there and back',
		{},
		async ({ open, run, key, size }) => {
			await open(inject('site'));
			const steps = await run(inPage.steps);
			expect(steps.length).toBeGreaterThan(20);
			const waitForPosition = () =>
				expect.poll(() => run(positionErrorsInPage), { timeout: 20_000, interval: 20 }).toEqual([]);
			const arrive = (step: string) =>
				expect.poll(() => run(inPage.current), { timeout: 20_000, interval: 20 }).toBe(step);
			for (const step of steps) {
				await run(inPage.show, undefined, step);
				await arrive(step);
				await waitForPosition();
			}
			await run(inPage.focus, undefined, '[data-go="next"]');
			await key('Home');
			await arrive(steps[0] ?? '');
			for (const step of steps.slice(1)) {
				await key('ArrowRight');
				await arrive(step);
			}
			await waitForPosition();
			await key('ArrowLeft');
			await arrive(steps.at(-2) ?? '');
			// A phone turned shows the same step; nobody turns it before the scroll has come to rest.
			await expect.poll(() => run(inPage.place), { timeout: 20_000, interval: 50 }).toBe(steps.at(-2));
			for (const [width, height] of [
				[740, 460],
				[460, 740],
			] as const) {
				await size(width, height);
				await arrive(steps.at(-2) ?? '');
				await waitForPosition();
			}
			return `${steps.length} steps by scroll and by keys`;
		},
	);

	scenario(
		'reliability/engines-keyboard',
		'in each chart the arrows walk from mark to mark, and Escape leads out of it',
		{},
		async ({ open, run, key }) => {
			await open(inject('site'));
			for (const chart of CHARTS) {
				await run(inPage.focus, undefined, `figure[data-chart="${chart}"] .drawing a[data-id][tabindex="0"]`);
				const first = await run(inPage.focused);
				expect(first.chart).toBe(chart);
				await key('ArrowRight');
				const second = await run(inPage.focused);
				expect(second.chart).toBe(chart);
				expect(second.id).not.toBe(first.id);
				await key('Escape');
				expect(await run(inPage.focused)).toMatchObject({ chart: '' });
			}
			return '4 charts';
		},
	);

	scenario(
		'reliability/engines-evidence',
		'the evidence of a mark opens by key, that of a sentence by mouse; the focus goes in, and comes back',
		{},
		async ({ open, run, key, click }) => {
			await open(inject('site'));
			const opened = () => expect.poll(async () => (await run(inPage.panel)).open, { timeout: 20_000 });
			for (const [by, selector] of [
				['key', 'figure[data-chart="contacts"] .drawing a[data-id][tabindex="0"]'],
				['mouse', 'a.citation'],
			] as const) {
				await run(inPage.focus, undefined, selector);
				const { id } = await run(inPage.focused);
				if (by === 'key') await key('Enter');
				else await click(selector);
				await opened().toBe(true);
				const panel = await run(inPage.panel);
				expect(panel).toMatchObject({ focused: true });
				expect(panel.passages).toBeGreaterThan(0);
				await key('Escape');
				await opened().toBe(false);
				expect((await run(inPage.focused)).id).toBe(id);
			}
			return 'by key and by mouse';
		},
	);

	scenario(
		'reliability/engines-embeds',
		'an embed tells a foreign page its height, and again when it changes',
		{},
		async ({ open, run, size }) => {
			for (const chart of CHARTS) {
				await size(900, 700);
				await open(
					elsewhere.put(
						`<iframe src="${inject('site')}embed/${chart}/" title="Chart" width="100%" height="150" frameborder="0"></iframe>
						<script>addEventListener('message', ({ data, source }) => {
							const frame = document.querySelector('iframe');
							if (source === frame.contentWindow && data?.type === 'iframe-resized') frame.height = data.height;
						})</script>`,
					),
				);
				const spare = async () => {
					const outer = await run(() => document.querySelector('iframe')?.getBoundingClientRect().height ?? 0);
					const inner = await run(() => Math.ceil(document.documentElement.getBoundingClientRect().height), 'iframe');
					return inner < 200 ? Infinity : outer - inner;
				};
				const fits = () => expect.poll(spare, { timeout: 20_000, interval: 50 }).toBe(0);
				await fits();
				await size(460, 700);
				await fits();
				await run(() => document.querySelector('details')?.setAttribute('open', ''), 'iframe');
				await fits();
			}
			return '4 charts, 2 widths, a table opened';
		},
	);

	scenario(
		'reliability/engines-print',
		'on paper every step has its picture, and no control takes room',
		{},
		async ({ open, run }) => {
			await open(inject('site'));
			expect(await run(inPage.wrongOnPaper)).toEqual([]);
			return 'styles of print';
		},
	);

	scenario(
		'reliability/engines-calm',
		'a reader who asks for less movement sees none, at any step',
		{ calm: true },
		async ({ open, run }) => {
			await open(inject('site'));
			expect(await run(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true);
			await run(inPage.countMovements);
			const steps = await run(inPage.steps);
			for (const step of steps) {
				await run(inPage.show, undefined, step);
				await expect.poll(() => run(inPage.current), { timeout: 20_000, interval: 20 }).toBe(step);
				expect(await run(inPage.movements), step).toBe(0);
			}
			return `${steps.length} steps`;
		},
	);

	scenario(
		'reliability/engines-motion',
		'without that wish marks move when the frame changes',
		{},
		async ({ open, run }) => {
			await open(inject('site'));
			await run(inPage.countMovements);
			for (const step of (await run(inPage.steps)).slice(0, 10)) {
				await run(inPage.show, undefined, step);
				await expect.poll(() => run(inPage.current), { timeout: 20_000, interval: 20 }).toBe(step);
			}
			await expect.poll(() => run(inPage.movements), { timeout: 20_000 }).toBeGreaterThan(0);
			return `${await run(inPage.movements)} movements`;
		},
	);
});
