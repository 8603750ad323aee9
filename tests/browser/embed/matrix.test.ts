import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
	CHARTS,
	embed,
	escaped,
	expectWhole,
	fewAtOnce,
	foreign,
	frame,
	framed,
	reader,
	type Chart,
	type Foreign,
} from './foreign.ts';
import { launch } from '#commands/browser/launch.ts';

let browser: Browser;
let elsewhere: Foreign;
beforeAll(async () => {
	[browser, elsewhere] = await Promise.all([launch(), foreign()]);
});
afterAll(async () => {
	await Promise.all([browser.close(), elsewhere.close()]);
});

/** Styles that a careless page puts on everything. */
const HOSTILE = `<style>
	* { color: red !important; font: 60px/3 cursive !important; letter-spacing: 1em !important; box-sizing: content-box !important;
		transform: none; max-width: 100%; text-transform: uppercase !important; visibility: visible }
	iframe, svg, table, figure { border: 9px dotted red !important; padding: 30px !important; max-height: 500px; filter: hue-rotate(90deg) }
	a, details { display: none !important }
</style>`;

interface Served {
	readonly name: string;
	readonly body: (chart: Chart) => string;
	readonly head?: string;
	readonly options?: BrowserContextOptions;
	/** The browser's own messages about removed files. */
	readonly expected?: RegExp;
}

/** The page of an embed as `srcdoc` in a foreign page, where its relative URLs do not resolve. */
const srcdoc = (chart: Chart): string =>
	`<iframe srcdoc="${escaped(readFileSync(`build/embed/${chart}/index.html`, 'utf8'))}" title="Chart" width="100%" height="900"></iframe>`;

const ways: readonly Served[] = [
	{ name: 'plain', body: (chart) => frame(embed(chart)) },
	{
		name: 'in a sandbox with scripts, from a host without CORS',
		body: (chart) => frame(`${elsewhere.bare}embed/${chart}/`, 'sandbox="allow-scripts"'),
	},
	{
		name: 'in a sandbox without anything',
		body: (chart) => frame(embed(chart), 'sandbox=""'),
		expected: /sandboxed and the 'allow-scripts' permission is not set/,
	},
	{
		name: 'from srcdoc',
		body: srcdoc,
		// Its script and its icon are requested relative to the parent page.
		expected: /Failed to load resource: the server responded with a status of 404/,
	},
	{ name: 'with scripts off', body: (chart) => frame(embed(chart)), options: { javaScriptEnabled: false } },
	{ name: 'in a page of hostile styles', body: (chart) => frame(embed(chart)), head: HOSTILE },
	{
		name: 'in a dark page',
		body: (chart) => frame(embed(chart), 'style="color-scheme: light dark"'),
		head: '<style>html { color-scheme: dark; background: #101214 }</style>',
		options: { colorScheme: 'dark' },
	},
];

const WIDTHS = [280, 320, 360, 480, 640, 960, 1200];

for (const { name, body, head, options, expected } of ways) {
	test(`every chart shows its drawing, table and credit ${name}, from 280 to 1200 px`, async () => {
		const { open, complaints, context } = await reader(browser, options);
		await fewAtOnce(CHARTS, async (chart) => {
			const page = await open(elsewhere.put(body(chart), head));
			const child = await framed(page);
			for (const width of WIDTHS) {
				await page.setViewportSize({ width: width + 16, height: 900 });
				await child.waitForFunction((least) => innerWidth <= least, width).catch(() => undefined);
				await expectWhole(child, chart, `${chart} ${name} at ${width}`);
			}
			await page.close();
		});
		expect(complaints.filter((complaint) => !expected?.test(complaint))).toEqual([]);
		await context.close();
	});
}

test('from disk, chart, table and credit are shown', async () => {
	const { open, complaints, context } = await reader(browser);
	for (const chart of CHARTS) {
		const page = await open(`file://${process.cwd()}/build/embed/${chart}/index.html`);
		await expectWhole(page.mainFrame(), chart, `${chart} from disk`);
		await page.close();
	}
	expect(complaints.filter((complaint) => !complaint.includes('file:'))).toEqual([]);
	await context.close();
});

/** Red, green and blue of the pixel at a place in the window. */
async function pixel(page: Page, x: number, y: number): Promise<number[]> {
	const png = await page.screenshot({ clip: { x, y, width: 1, height: 1 } });
	const parts: Buffer[] = [];
	for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
		if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
			parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
	return [...inflateSync(Buffer.concat(parts)).subarray(1, 4)];
}

test('a transparent embed shows the page behind it, dark or light', async () => {
	for (const [theme, background] of [
		['dark', [16, 18, 20]],
		['light', [250, 240, 230]],
	] as const) {
		const { open, context } = await reader(browser, { colorScheme: theme });
		for (const [asked, scheme] of [
			[theme, theme],
			['auto', 'light dark'],
		]) {
			const page = await open(
				elsewhere.put(
					frame(embed('ties', `?theme=${asked}&bg=transparent`), `style="color-scheme: ${scheme}"`),
					`<style>html { color-scheme: ${theme}; background: rgb(${background.join(' ')}) } body { margin: 0 }</style>`,
				),
			);
			await framed(page);
			await expect.poll(() => pixel(page, 2, 2), { message: `${theme}, asked for ${asked}` }).toEqual([...background]);
			await page.close();
		}
		await context.close();
	}
});

test('with storage denied, ten embeds on a page, some identical, are shown, fit and report no error', async () => {
	const { open, complaints, context } = await reader(browser);
	await context.addInitScript(() => {
		for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
			Object.defineProperty(window, name, {
				get() {
					throw new DOMException('denied', 'SecurityError');
				},
			});
	});
	const ten = [...CHARTS, ...CHARTS, 'contacts', 'contacts'] as const;
	const page = await open(
		elsewhere.put(
			ten.map((chart, at) => frame(embed(chart), `id="embed-${at}"`)).join('\n'),
			`<script>addEventListener('message', ({ source, data }) => {
				for (const each of document.querySelectorAll('iframe'))
					if (each.contentWindow === source && data.type === 'iframe-resized') each.height = data.height;
			})</script>`,
		),
	);
	for (const [at, chart] of ten.entries()) {
		const child = await framed(page, at);
		await expectWhole(child, chart, `${chart}, ${at + 1} of ten`);
		const own = () => child.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
		await expect
			.poll(async () => (await page.locator(`#embed-${at}`).boundingBox())?.height, { message: `${at}` })
			.toBe(await own());
	}
	expect(complaints).toEqual([]);
	await context.close();
});

test('a first view of an embed takes at most 60 kB in at most 5 requests, all to our own host, as the gallery says', async () => {
	const { open, context } = await reader(browser);
	const gallery = await open(`${inject('site')}embed/`);
	for (const chart of CHARTS) {
		// A reader with an empty cache.
		const first = await browser.newContext();
		const page = await first.newPage();
		const requests: { url: string; bytes: number }[] = [];
		page.on('requestfinished', async (request) => {
			const { responseBodySize } = await request.sizes();
			requests.push({ url: request.url(), bytes: responseBodySize });
		});
		await page.goto(elsewhere.put(frame(embed(chart))), { waitUntil: 'networkidle' });
		const own = () => requests.filter(({ url }) => url.startsWith(inject('site')));
		await expect.poll(() => own().length).toBeGreaterThanOrEqual(1);
		const list = requests.map(({ url, bytes }) => `${bytes} ${url}`).join('\n');
		const bytes = own().reduce((sum, each) => sum + each.bytes, 0);
		expect(bytes, list).toBeLessThanOrEqual(60_000);
		expect(own().length, list).toBeLessThanOrEqual(5);
		expect(
			requests.filter(({ url }) => !url.startsWith('http://127.0.0.1')),
			list,
		).toEqual([]);
		const stated = await gallery.locator(`[data-weight="${chart}"] td`).allInnerTexts();
		expect(Number(stated[0]), list).toBe(own().length);
		expect(Math.abs(Number.parseInt(stated[1] ?? '', 10) * 1000 - bytes), `${stated.join(' ')}: ${list}`).toBeLessThan(
			2000,
		);
		await first.close();
	}
	await context.close();
});
