/** Pastes every snippet into other systems, and looks at the result in a browser. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { PASTED, SYSTEMS, type Left } from '#lib/gallery/systems.ts';
import { versionOf } from '#tests/partners/large.ts';
import { requirePartner } from '#tests/quality/partners.ts';
import { foreign, type Foreign } from './foreign.ts';
import { launch } from '#commands/browser/launch.ts';
import { systems } from './systems.ts';

let browser: Browser;
let elsewhere: Foreign;
let codes: Readonly<Record<string, string>>;
beforeAll(async () => {
	[browser, elsewhere] = await Promise.all([launch(), foreign()]);
	const page = await browser.newPage();
	await page.goto(`${inject('site')}embed/`);
	const found = await page
		.locator('#ties [data-snippet]')
		.evaluateAll((all) => all.map((code) => [code.dataset['snippet'] ?? '', code.textContent]));
	codes = Object.fromEntries(found) as typeof codes;
	await page.close();
});
afterAll(async () => {
	await Promise.all([browser.close(), elsewhere.close()]);
});

/** Pixels of the column that it is pasted into. */
const COLUMN = 660;

/** The visible frames and pictures in the column, once everything has loaded, and faults of their sizes. */
const measured = (page: Page) =>
	page.evaluate(async () => {
		const images = [...document.images];
		for (const image of images) image.loading = 'eager';
		await Promise.all(images.map((image) => image.decode()));
		const large = (element: Element) => {
			const { width, height } = element.getBoundingClientRect();
			return width > 100 && height > 60;
		};
		const hosts = [...document.querySelectorAll('ambassador-chart')];
		const inside = hosts.flatMap((host) => [...(host.shadowRoot?.querySelectorAll('iframe') ?? [])]);
		const frames = [...document.querySelectorAll('iframe'), ...inside].filter(large);
		const isBelow = (picture: Element) => {
			const box = picture.getBoundingClientRect();
			return frames.some((frame) => {
				const over = frame.getBoundingClientRect();
				return over.top <= box.top + 1 && over.bottom >= box.bottom - 1;
			});
		};
		const pictures = images.filter(large).filter((image) => !isBelow(image));
		const right = document.getElementById('column')?.getBoundingClientRect().right ?? 0;
		const text = document.body.innerText.replaceAll('\u00a0', ' ');
		return {
			chart: frames.length > 0,
			picture: pictures.length > 0,
			code: /<(?:iframe|figure|table|ambassador)|\]\(http/.test(text),
			words: text.includes('CC BY 4.0'),
			faults: pictures.flatMap((image) => {
				const { width, height, right: edge } = image.getBoundingClientRect();
				const distorted = Math.abs((width / height) * (image.naturalHeight / image.naturalWidth) - 1) > 0.03;
				return [
					...(distorted ? ['distorted'] : []),
					// Markdown has no sizes; the site that shows it has styles of its own.
					...(image.hasAttribute('width') && edge > right + 1 ? ['wider than its column'] : []),
				];
			}),
		};
	});

async function outcome(html: string | null): Promise<Left> {
	if (html === null) return 'nothing';
	const page = await browser.newPage({ viewport: { width: 700, height: 1400 } });
	await page.goto(elsewhere.put(`<div id="column" style="width: ${COLUMN}px">${html}</div>`));
	if (/<ambassador-chart[^]*<script/.test(html))
		await page.waitForFunction(() =>
			document.querySelector('ambassador-chart')?.shadowRoot?.querySelector('iframe:not(.waiting)'),
		);
	const { chart, picture, code, words, faults } = await measured(page);
	await page.close();
	expect(faults).toEqual([]);
	if (code) return 'code';
	if (chart) return picture ? 'both' : 'chart';
	if (picture) return 'picture';
	return words ? 'words' : 'nothing';
}

test.for(systems)(
	'$name leaves of each snippet what the gallery says: never chart and picture together',
	{ timeout: 120_000 },
	async ({ name, package: from, makes }, context) => {
		const version = versionOf(from);
		requirePartner(context, `${from} (snippets)`, version, 'partners');
		const leaves: Partial<Record<string, Left>> = {};
		for (const kind of PASTED) leaves[kind] = await outcome(await makes(codes[kind] ?? '', browser));
		expect(Object.values(leaves)).not.toContain('both');
		expect({ name, version, leaves }).toEqual(SYSTEMS.find((each) => each.name === name));
	},
);

test('the gallery’s table lists exactly the systems that are tested', () => {
	const others = SYSTEMS.map(({ name }) => name).filter((name) => !name.startsWith('WordPress by'));
	expect(others).toEqual(systems.map(({ name }) => name));
});
