import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readBuilt } from '#bundles/built.ts';
import { singleFile } from '#bundles/targets/single-file.ts';
import { openBundle } from '#commands/export/open-bundle.ts';
import { chartIds } from '#lib/model/charts.ts';
import { launch } from '#commands/browser/launch.ts';
import { DESKTOP } from '#tests/browser/visit.ts';

const folder = mkdtempSync(join(tmpdir(), 'single-file-'));
const texts = new Map<string, string>();
const pagesHere = (): string[] => [...texts.keys()].filter((file) => file.endsWith('.html'));
let browser: Browser;

beforeAll(async () => {
	const [bundle] = await singleFile.bundles(readBuilt('build', '.'), { charts: chartIds, contact: null });
	for (const { path, bytes } of bundle?.files ?? []) {
		texts.set(path, new TextDecoder().decode(bytes));
		writeFileSync(join(folder, path), bytes);
	}
	browser = await launch();
}, 120_000);
/** Each of these pages holds nine others. */
vi.setConfig({ testTimeout: 120_000 });

afterAll(async () => {
	await browser.close();
	rmSync(folder, { recursive: true });
});

interface Opened {
	readonly page: Page;
	/** Complaints: console messages, errors, requests for anything but the file. */
	readonly complaints: string[];
	leave(): Promise<void>;
}

async function opened(options: { readonly javaScriptEnabled?: boolean } = {}): Promise<Opened> {
	const context = await browser.newContext({ viewport: DESKTOP, ...options });
	context.setDefaultTimeout(15_000);
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
	page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
	page.on('request', (request) => {
		if (!request.isNavigationRequest() && !request.url().startsWith('data:'))
			complaints.push(`request: ${request.url()}`);
	});
	return {
		page,
		complaints,
		async leave() {
			await context.close();
			expect(complaints).toEqual([]);
		},
	};
}

const address = (name: string): string => pathToFileURL(join(folder, name)).href;

/** Broken links in the document, and ids that occur twice. */
const astray = (frame: Page | Frame) =>
	frame.evaluate(() => {
		const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
		const links = [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
		return {
			twice: ids.filter((id, at) => ids.indexOf(id) !== at),
			outward: links.filter((href) => !href.startsWith('#')),
			dead: links.filter(
				(href) => href.startsWith('#') && href !== '#' && !document.getElementById(decodeURIComponent(href.slice(1))),
			),
		};
	});

const isShown = (frame: Page | Frame, id: string) =>
	frame.waitForFunction((wanted) => {
		const place = document.getElementById(wanted);
		const { top = NaN, height = 0 } = place?.getBoundingClientRect() ?? {};
		return height > 0 && top > -height && top < innerHeight;
	}, id);

const firstMark = (frame: Page | Frame) => frame.locator('figure[data-chart] .drawing a[data-id]:visible').first();

/** A mark, its evidence in place, its entry, one of its passages, and back to the entry. */
async function follow(frame: Page | Frame, page: Page): Promise<void> {
	const mark = firstMark(frame);
	const id = (await mark.getAttribute('data-id')) ?? '';
	await mark.focus();
	await page.keyboard.press('Enter');
	const panel = frame.locator('dialog[open]');
	await expect.poll(() => panel.locator('[data-slot="passages"]').innerText()).toMatch(/\w/);
	await panel.locator('[data-slot="link"]').click();
	await isShown(frame, `evidence/${id}`);
	await expect.poll(() => panel.count()).toBe(0);
	const passage = frame.locator(`[id="evidence/${id}"] a[href^="#evidence/"]`).and(frame.locator('a[href*="/"]'));
	const led = await passage.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
	const to = led.find((href) => /^#evidence\/[^/]+\/./.test(href)) ?? '';
	await frame.locator(`[id="evidence/${id}"] a[href="${to}"]`).first().click();
	await isShown(frame, to.slice(1));
	// A passage links to the record or the answer that it supports.
	const record = frame
		.locator(`[id="${to.slice(1)}"] :is(a[href="#evidence/${id}"], a[href^="#evidence/${id}--"])`)
		.first();
	const back = (await record.getAttribute('href')) ?? '';
	await record.click();
	await isShown(frame, back.slice(1));
}

/** The file as `srcdoc` of a frame with scripts but without origin or URL. */
async function framed(page: Page, name: string): Promise<Frame> {
	await page.goto('about:blank');
	await page.setContent('<!doctype html><title>A mail</title><iframe width="1200" height="800"></iframe>');
	const iframe = page.locator('iframe');
	await iframe.evaluate(
		(frame, attributes) => Object.entries(attributes).forEach(([key, value]) => frame.setAttribute(key, value)),
		{
			sandbox: 'allow-scripts',
			srcdoc: texts.get(name) ?? '',
		},
	);
	const frame = await (await iframe.elementHandle()).contentFrame();
	if (!frame) throw new Error('no frame');
	await frame.waitForSelector('figure[data-chart]');
	return frame;
}

/** Scrolls as a reader does, and waits until this step is current. */
async function scrollTo(frame: Page | Frame, step: string): Promise<void> {
	const place = frame.locator(`[id="${step}"]`);
	await place.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
	await expect.poll(() => place.getAttribute('aria-current')).toBe('step');
	await expect
		.poll(() =>
			frame.locator('figure[data-chart]').evaluateAll((all) => all.map((one) => one.getAttribute('data-step'))),
		)
		.toContain(step);
}

const shownPages = (frame: Page | Frame) => frame.locator('[data-page]').filter({ visible: true }).count();

test('every link of each file leads to an anchor in it, and no id is used twice', async () => {
	expect(pagesHere()).toEqual(['story.html', ...chartIds.map((chart) => `${chart}.html`)]);
	const { page, leave } = await opened();
	for (const name of pagesHere()) {
		await page.goto(address(name));
		expect({ name, ...(await astray(page)) }).toEqual({ name, twice: [], outward: [], dead: [] });
		expect(await shownPages(page), 'one page is shown at a time').toBe(1);
		expect(
			await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length),
		).toBeGreaterThan(0);
	}
	await leave();
});

test('the story opens from a disk: steps, evidence in place, entry, passage, and back to the step', async () => {
	const { page, leave } = await opened();
	await page.goto(`${address('story.html')}#crimea`);
	await expect.poll(() => page.locator('#crimea').getAttribute('aria-current')).toBe('step');
	for (const step of ['crimea', 'flynn']) await scrollTo(page, step);
	await follow(page, page);
	await page.goto(`${address('story.html')}#evidence/crimea-annexed`);
	await isShown(page, 'evidence/crimea-annexed');
	await page.locator('[id="evidence/crimea-annexed"] a[href="#crimea"]').first().click();
	await isShown(page, 'crimea');
	await expect.poll(() => page.locator('#crimea').getAttribute('aria-current')).toBe('step');
	await page.goBack();
	await isShown(page, 'evidence/crimea-annexed');
	for (const place of ['method/', 'data/', 'accessibility/']) {
		await page.goto(`${address('story.html')}#${place}`);
		await isShown(page, place);
		expect(await shownPages(page)).toBe(1);
	}
	await leave();
});

test('without scripts all of its text is readable, and a mark leads to its entry', async () => {
	const { page, leave } = await opened({ javaScriptEnabled: false });
	for (const name of ['story.html', 'ties.html']) {
		await page.goto(address(name));
		const id = await firstMark(page).getAttribute('data-id');
		await firstMark(page).focus();
		await page.keyboard.press('Enter');
		await page.waitForURL(`**/${name}#evidence/${id ?? ''}`);
		expect(await page.locator(`[id="evidence/${id ?? ''}"]`).isVisible()).toBe(true);
		const frame = await framed(page, name);
		expect(await frame.locator('figure[data-chart]').first().isVisible()).toBe(true);
		expect(await frame.locator('article blockquote').count()).toBeGreaterThan(100);
	}
	await leave();
});

test('each chart opens from a disk, its marks lead to evidence, and links lead back', async () => {
	const { page, leave } = await opened();
	for (const chart of chartIds) {
		await page.goto(address(`${chart}.html`));
		await follow(page, page);
		await page.locator('[id="evidence/"] .trail a').click();
		await expect.poll(() => firstMark(page).count()).toBe(1);
		expect(await shownPages(page)).toBe(1);
	}
	await leave();
});

test('in a sandboxed frame without an address, as mail programs show attachments, evidence opens and links lead on', async () => {
	const { page, leave } = await opened();
	for (const name of ['story.html', 'ties.html']) {
		const frame = await framed(page, name);
		if (name === 'story.html') await scrollTo(frame, 'crimea');
		await follow(frame, page);
		expect(frame.url()).toMatch(/^about:srcdoc#evidence\//);
	}
	await leave();
});

test('what "export:verify" does in a browser holds for the story and a chart', async () => {
	const rows = await openBundle(folder, ['story.html', 'ties.html']);
	expect(rows.flatMap(({ title, failures }) => failures.map((failure) => `${title}: ${failure}`))).toEqual([]);
});
