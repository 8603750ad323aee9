import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { CHARTS as register } from '#lib/model/charts.ts';
import {
	CHARTS,
	embed,
	escaped,
	expectWhole,
	fewAtOnce,
	foreign,
	framed,
	reader,
	snippetsOf,
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

/** AMP's output for its element: a frame with its attributes, resized if that is allowed. */
const AMP = `<script>customElements.define('amp-iframe', class extends HTMLElement {
	connectedCallback() {
		const frame = document.createElement('iframe');
		for (const name of ['src', 'sandbox', 'title', 'referrerpolicy', 'frameborder', 'height']) frame.setAttribute(name, this.getAttribute(name));
		frame.width = '100%';
		this.append(frame);
		addEventListener('message', ({ source, data }) => {
			if (source === frame.contentWindow && data.sentinel === 'amp' && this.hasAttribute('resizable')) frame.height = data.height;
		});
	}
})</script>`;

/** Links and pictures in Markdown: the snippet has nothing else. */
const fromMarkdown = (text: string): string =>
	text
		.replace(
			/!\[((?:\\.|[^\]])*)\]\(([^)]*)\)/g,
			(_, alt: string, src: string) => `<img alt="${escaped(alt)}" src="${src}">`,
		)
		.replace(/\[((?:\\.|[^\]\\])*)\]\(([^)]*)\)/g, '<a href="$2">$1</a>')
		.replace(/\n\n/g, '<p>');

const pictures = (page: Page) =>
	page.locator('img').evaluateAll(async (images) =>
		Promise.all(
			(images as HTMLImageElement[]).map(async (image) => {
				image.loading = 'eager';
				await image.decode();
				return {
					wide: image.naturalWidth,
					alt: image.alt.length,
					sideways: image.getBoundingClientRect().right > innerWidth,
				};
			}),
		),
	);

for (const frozen of [false, true]) {
	test(`every ${frozen ? 'frozen' : 'live'} snippet, pasted as it is into a bare page of another origin, works`, async () => {
		const { open, complaints, context } = await reader(browser, { viewport: { width: 700, height: 900 } });
		await fewAtOnce(frozen ? (['contacts'] as const) : CHARTS, async (chart) => {
			const codes = await snippetsOf(open, inject('site'), chart, frozen);
			expect(Object.keys(codes)).toHaveLength(9);
			for (const [kind, code] of Object.entries(codes)) {
				const where = `${chart}, ${kind}`;
				if (kind === 'address') {
					const page = await open(code);
					await expectWhole(page.mainFrame(), chart, where);
					const oembed = page.locator('link[type="application/json+oembed"]');
					expect(await oembed.count(), where).toBe(1);
					await page.close();
					continue;
				}
				const body = kind === 'markdown' ? fromMarkdown(code) : code;
				const page = await open(elsewhere.put(body, kind === 'amp' ? AMP : ''));
				if (/<iframe|amp-iframe|ambassador-chart/.test(code)) {
					const child =
						kind === 'element'
							? await (await page.locator('ambassador-chart iframe').elementHandle()).contentFrame()
							: await framed(page);
					if (!child) throw new Error(`${where} has no frame`);
					await expect.poll(() => child.url(), { message: where }).toContain(frozen ? '/v/' : inject('site'));
					await child.waitForSelector('figure[data-chart] .drawing');
					await expectWhole(child, chart, where);
					const element = await child.frameElement();
					expect(await element.getAttribute('title'), where).toMatch(/^Interactive chart: .{20}/);
					if (kind === 'element' || kind === 'amp') {
						await expect
							.poll(async () => [
								Math.round((await element.boundingBox())?.height ?? 0),
								await child.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height)),
							])
							.toSatisfy(([is, due]: number[]) => is === due, where);
					} else {
						const height = await child.evaluate(() => document.documentElement.getBoundingClientRect().height);
						expect((await element.boundingBox())?.height, where).toBeGreaterThanOrEqual(height);
					}
				} else {
					const found = await pictures(page);
					expect(found, where).toHaveLength(1);
					// As wide as its place where it has several sizes.
					expect(found[0]?.wide, where).toBeGreaterThanOrEqual(600);
					expect(found[0]?.alt, where).toBeGreaterThan(40);
					expect(found[0]?.sideways && kind !== 'markdown', where).toBe(false);
				}
				expect(await page.locator('a[href]').first().getAttribute('href'), where).toMatch(/#chapter-/);
				expect((await page.locator('body').textContent())?.length, where).toBeGreaterThan(40);
				await page.close();
			}
		});
		expect(complaints).toEqual([]);
		await context.close();
	});
}

test('the height that snippets reserve is enough in a column of 320 px at every step, and not much more; no column takes less than the least', async () => {
	const { open, context } = await reader(browser, { viewport: { width: 320, height: 800 } });
	await fewAtOnce(CHARTS, async (chart) => {
		const page = await open(embed(chart));
		const steps = await page
			.locator('template#steps')
			.evaluate((template: HTMLTemplateElement) => [...template.content.children].map(({ id }) => id));
		let most = 0;
		for (const step of steps) {
			await page.goto(embed(chart, `?step=${step}`));
			most = Math.max(most, await page.evaluate(() => document.documentElement.getBoundingClientRect().height));
		}
		expect(register[chart].reserved, `${chart} takes ${most}`).toBeGreaterThanOrEqual(most);
		expect(register[chart].reserved - most, `${chart} takes ${most}`).toBeLessThan(60);
		await page.goto(embed(chart));
		for (const width of [480, 560, 640, 700, 800, 960, 1200]) {
			await page.setViewportSize({ width, height: 800 });
			const takes = await page.evaluate(() => document.documentElement.getBoundingClientRect().height);
			expect(takes, `${chart} in ${width}`).toBeGreaterThanOrEqual(register[chart].least);
		}
	});
	await context.close();
});
