/** A foreign site: another origin, which frames our pages without further support. */
import { createServer, type RequestListener } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { reportViolations } from '#tests/browser/visit.ts';

/** Real listeners, by the name under which a foreign page may load them. */
const libraries: Readonly<Record<string, string>> = {
	'/frames.js': '@newswire/frames/dist/frames.umd.js',
	'/sidechain.js': '@nprapps/sidechain/dist/sidechain.js',
	'/pym.js': 'pym.js/dist/pym.v1.min.js',
	'/open-iframe-resizer.js': '@open-iframe-resizer/core/dist/index.umd.cjs',
	'/iframe-resizer.js': 'iframe-resizer/js/iframeResizer.min.js',
};

export interface Foreign {
	/** Puts a page on the foreign site and gives its address. */
	put(body: string, head?: string): string;
	/** A second address of our own built site, from a host that sends no CORS headers at all. */
	readonly bare: string;
	close(): Promise<void>;
}

async function listen(answer: RequestListener) {
	const server = createServer(answer);
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		close: () =>
			new Promise<void>((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}

/** Starts the foreign site on two free ports of 127.0.0.1. */
export async function foreign(): Promise<Foreign> {
	const pages = new Map<string, string>();
	const host = await listen(({ url = '/' }, response) => {
		const path = url.split('?')[0] ?? '/';
		const library = libraries[path];
		if (library) response.setHeader('content-type', 'text/javascript').end(readFileSync(join('node_modules', library)));
		else if (path === '/favicon.ico') response.writeHead(204).end();
		else if (pages.has(path)) response.setHeader('content-type', 'text/html; charset=utf-8').end(pages.get(path));
		else response.writeHead(404).end();
	});
	const files = sirv('build', { dev: false, brotli: true });
	const bare = await listen((request, response) => {
		files(request, response, () => {
			response.writeHead(404).end();
		});
	});
	return {
		bare: bare.address,
		put(body, head = '') {
			const path = `/${pages.size}.html`;
			pages.set(
				path,
				`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Elsewhere</title>${head}</head><body>${body}</body></html>`,
			);
			return host.address + path.slice(1);
		},
		close: async () => {
			await Promise.all([host.close(), bare.close()]);
		},
	};
}

export interface Reader {
	readonly context: BrowserContext;
	/** Opens a URL, and collects errors and forbidden requests. */
	open(address: string): Promise<Page>;
	/** Words on the console, errors, requests to a third host. */
	readonly complaints: string[];
}

/** A reader of foreign pages. */
export async function reader(browser: Browser, options: BrowserContextOptions = {}): Promise<Reader> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
	await context.addInitScript(reportViolations);
	const complaints: string[] = [];
	return {
		context,
		complaints,
		async open(address) {
			const page = await context.newPage();
			page.setDefaultTimeout(30_000);
			page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()} (${page.url()})`));
			page.on('pageerror', (error) => complaints.push(`error: ${error.message} (${page.url()})`));
			page.on('request', (request) => {
				if (!/^(?:http:\/\/127\.0\.0\.1:|data:|about:)/.test(request.url()))
					complaints.push(`request: ${request.url()}`);
			});
			await page.goto(address);
			return page;
		},
	};
}

/** The frame of a page that shows one of our embeds; waits for it. */
export async function framed(page: Page, index = 0): Promise<Frame> {
	const element = page.locator('iframe').nth(index);
	await element.waitFor({ state: 'attached' });
	const frame = await (await element.elementHandle()).contentFrame();
	if (!frame) throw new Error(`no frame ${index} in ${page.url()}`);
	await frame.waitForLoadState('load');
	return frame;
}

/** What an embed must show in any environment. */
const isShown = (frame: Frame) =>
	frame.evaluate(() => {
		const size = (element: Element | null) => element?.getBoundingClientRect() ?? new DOMRect();
		const figure = document.querySelector('figure[data-chart]');
		const text = (selector: string) => {
			const element = figure?.querySelector(selector) ?? document.querySelector(selector);
			return element && size(element).height > 0 ? element.textContent.trim() : '';
		};
		return {
			chart: (figure as HTMLElement | null)?.dataset['chart'] ?? '',
			marks: [...(figure?.querySelectorAll('.drawing [data-id]') ?? [])].filter((mark) => size(mark).width > 0).length,
			drawing: Math.min(...[...(figure?.querySelectorAll('.drawing') ?? [])].map((each) => size(each).height), 9999),
			rows: figure?.querySelectorAll('table tr[id]').length ?? 0,
			summary: text('details.table > summary'),
			title: text('.title'),
			credit: text('.credit'),
			sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
		};
	});

/** Runs a few tasks at a time: two cores gain nothing from more. */
export async function fewAtOnce<T>(items: readonly T[], run: (item: T) => Promise<void>, atOnce = 4): Promise<void> {
	const queue = [...items];
	await Promise.all(
		Array.from({ length: atOnce }, async () => {
			for (let item = queue.shift(); item !== undefined; item = queue.shift()) await run(item);
		}),
	);
}

export const CHARTS = ['relations', 'ties', 'contacts', 'accounts'] as const;

/** The address of a chart's embed on our own site. */
export const embed = (chart: string, query = ''): string => `${inject('site')}embed/${chart}/${query}`;

export type Chart = (typeof CHARTS)[number];

/** Text that may stand in a quoted attribute. */
export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** A minimal frame. */
export const frame = (src: string, more = ''): string =>
	`<iframe src="${escaped(src)}" title="Chart" width="100%" height="900" frameborder="0" ${more}></iframe>`;

/** Expects a complete chart: marks, rows, drawing, title, credit and summary. */
export async function expectWhole(child: Frame, chart: Chart, where: string): Promise<void> {
	const is = await isShown(child);
	expect(is, where).toMatchObject({ chart, sideways: 0 });
	expect(is.marks, where).toBeGreaterThanOrEqual(8);
	expect(is.rows, where).toBeGreaterThanOrEqual(8);
	expect(is.drawing, where).toBeGreaterThan(100);
	for (const text of [is.title, is.credit, is.summary]) expect(text.length, where).toBeGreaterThan(5);
}

/** Every snippet of a chart as the gallery of a site gives it out, by kind. */
export async function snippetsOf(
	open: (address: string) => Promise<Page>,
	site: string,
	chart: Chart,
	frozen = false,
): Promise<Record<string, string>> {
	const page = await open(`${site}embed/`);
	if (frozen) await page.locator(`#${chart} input[value="frozen"]`).check();
	const found = await page
		.locator(`#${chart} [data-snippet]`)
		.evaluateAll((codes) => codes.map((code) => [code.dataset['snippet'] ?? '', code.textContent]));
	await page.close();
	return Object.fromEntries(found) as Record<string, string>;
}
