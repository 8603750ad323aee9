import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launch } from '#commands/browser/launch.ts';

const folder = fileURLToPath(new URL('bench/', import.meta.url));
let browser: Browser;
let page: Page;
let script: string;
let complaints: string[];

beforeAll(async () => {
	const bundled = await build({
		configFile: false,
		logLevel: 'error',
		publicDir: false,
		build: { write: false, minify: false, rolldownOptions: { input: `${folder}entry.ts` } },
	});
	const [first] = [bundled].flat().flatMap((one) => ('output' in one ? one.output : []));
	script = first?.type === 'chunk' ? first.code : '';
	browser = await launch();
});
afterAll(() => browser.close());

beforeEach(async () => {
	page = await browser.newPage({ viewport: { width: 800, height: 600 } });
	complaints = [];
	page.on('console', (message) => complaints.push(message.text()));
	page.on('pageerror', (error) => complaints.push(error.message));
	await page.route('http://bench.test/**', (route) =>
		route.fulfill({ contentType: 'text/html', body: readFileSync(`${folder}page.html`, 'utf8') }),
	);
	await page.goto('http://bench.test/');
	await page.addScriptTag({ content: script, type: 'module' });
	// A module runs after its element has been added.
	await page.waitForFunction(() => 'bench' in window);
});
afterEach(async () => {
	await page.close();
	expect(complaints).toEqual([]);
});

/** The markup of the page without the bench's own script. */
const markup = () => page.evaluate(() => document.querySelector('main')?.outerHTML);

/** The number of listeners on the document and its window. */
async function listeners(): Promise<number> {
	const session = await page.context().newCDPSession(page);
	let count = 0;
	for (const expression of ['document', 'window']) {
		const { result } = await session.send('Runtime.evaluate', { expression });
		const found = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' });
		count += found.listeners.length;
	}
	return count;
}

test('every behaviour is undone completely: the page is as before, and no listener is left', async () => {
	const before = await markup();
	const listening = await listeners();
	await page.evaluate(() => {
		const { runInBoundary: _, ...starts } = window.bench;
		const undos = Object.values(starts).map((start) => start(document));
		document.querySelector('#pears')?.scrollIntoView();
		for (const undo of undos) undo();
	});
	await page.waitForTimeout(100);
	expect(await markup()).toBe(before);
	expect(await listeners()).toBe(listening);
});

test('a behaviour that throws while it starts is undone, silently', async () => {
	const undone = await page.evaluate(() => {
		const undone: string[] = [];
		window.bench.runInBoundary((boundary) => {
			boundary.undo(() => undone.push('first taken'));
			boundary.undo(() => undone.push('last taken'));
			throw new Error('broken');
		});
		return undone;
	});
	expect(undone).toEqual(['last taken', 'first taken']);
});

test('a behaviour that throws later, in a listener, is undone and gets no more events', async () => {
	const calls = await page.evaluate(() => {
		let calls = 0;
		window.bench.runInBoundary((boundary) =>
			boundary.on(document.body, 'poke', () => {
				calls += 1;
				throw new Error('broken');
			}),
		);
		document.body.dispatchEvent(new Event('poke'));
		document.body.dispatchEvent(new Event('poke'));
		return calls;
	});
	expect(calls).toBe(1);
});

test('a figure shows frame, labels, focus and text of its step, and hides what is not in the frame', async () => {
	await page.evaluate(() => {
		window.bench.startFigures(document);
		window.bench.startScroll(document);
		document.querySelector('#pears')?.scrollIntoView();
	});
	await page.waitForSelector('#pears[aria-current="step"]');
	const state = await page.evaluate(() => {
		const figure = document.querySelector<HTMLElement>('[data-chart="fruit"]');
		const at = (id: string) => figure?.querySelector(`[data-id="${id}"]`);
		return {
			step: figure?.dataset['step'],
			frame: figure?.dataset['frame'],
			says: figure?.querySelector('[data-description]')?.textContent,
			off: [...(figure?.querySelectorAll('[data-off]') ?? [])].map((part) => part.textContent || part.localName),
			pear: at('pear')?.firstElementChild?.getAttribute('x'),
			focus: [...(figure?.querySelectorAll('[data-focus]') ?? [])].map((mark) => mark.getAttribute('data-id')),
		};
	});
	expect(state).toEqual({
		step: 'pears',
		frame: 'late',
		says: 'Late fruit.',
		off: ['all', 'svg'],
		pear: '90',
		focus: ['pear'],
	});
});

test('a figure without a step of focus drops the focus of the drawing, and another chapter’s figure stays at its own end', async () => {
	await page.evaluate(() => {
		window.bench.startFigures(document);
		window.bench.startScroll(document);
		document.querySelector('#both')?.scrollIntoView();
	});
	await page.waitForSelector('#both[aria-current="step"]');
	expect(await page.locator('[data-chart="fruit"]').getAttribute('data-step')).toBe('pears');
	expect(await page.locator('[data-chart="people"] .drawing[data-has-focus]').count()).toBe(0);
});

test('the tab stop of a chart moves to a mark that is in the frame when its own leaves it', async () => {
	await page.evaluate(() => {
		window.bench.startWalk(document);
		window.bench.startFigures(document);
		window.bench.startScroll(document);
	});
	await expect.poll(() => page.locator('[data-chart="fruit"] [tabindex="0"]').getAttribute('data-id')).toBe('apple');
	await page.evaluate(() => document.querySelector('#pears')?.scrollIntoView());
	await expect.poll(() => page.locator('[data-chart="fruit"] [tabindex="0"]').getAttribute('data-id')).toBe('pear');
});

test('keyboard navigation follows contacts from person to person', async () => {
	await page.evaluate(() => {
		window.bench.startWalk(document);
		document.querySelector<SVGElement>('[data-id="bob"]')?.focus();
	});
	const walked: (string | null)[] = [];
	for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'Escape']) {
		await page.keyboard.press(key);
		walked.push(
			await page.evaluate(
				() => document.activeElement?.getAttribute('data-id') ?? document.activeElement?.className ?? '',
			),
		);
	}
	expect(walked).toEqual(['ann-bob', 'ann', 'ann-cy', 'cy', 'bob', 'ann-bob', 'cy', 'end']);
});

test('a filter hides marks, people without contacts and rows, and shows them again', async () => {
	await page.evaluate(() => window.bench.startFilters(document));
	const out = () =>
		page.evaluate(() => ({
			marks: [...document.querySelectorAll('[data-out]')].map((mark) => mark.getAttribute('data-id')),
			rows: [...document.querySelectorAll<HTMLElement>('tr[hidden]')].map((row) => row.dataset['row']),
		}));
	expect(await out()).toEqual({ marks: [], rows: [] });
	await page.locator('[name="status"][value="seen"]').uncheck();
	expect(await out()).toEqual({ marks: ['ann-cy', 'cy'], rows: ['ann-cy'] });
	await page.locator('[name="status"][value="seen"]').check();
	await page.locator('[name="known"]').fill('0');
	expect(await out()).toEqual({ marks: ['ann-cy', 'cy'], rows: ['ann-cy'] });
	await page.locator('[name="source"]').uncheck();
	expect((await out()).rows).toEqual(['ann-bob', 'ann-cy']);
	await page.locator('form').evaluate((form: HTMLFormElement) => form.reset());
	await expect.poll(out).toEqual({ marks: [], rows: [] });
});
