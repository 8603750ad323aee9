/** The text being read stays in view through any change of layout, and is restored with the page. */
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { launch } from '#commands/browser/launch.ts';
import { waitForPosition, currentStep, stepIds, visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

interface Size {
	readonly width: number;
	readonly height: number;
}

/** Windows in every layout; pairs of them that differ in height alone come as often as all others. */
const WIDTHS = [320, 360, 414, 600, 768, 960, 1023, 1024, 1280, 1440, 1920];
const HEIGHTS = [360, 480, 560, 640, 700, 740, 800, 900, 1024, 1200];
const width = fc.constantFrom(...WIDTHS);
const height = fc.constantFrom(...HEIGHTS);
const size = fc.record({ width, height });
const pair = fc.oneof(
	fc.record({ width, from: height, to: height }).map(({ width, from, to }): [Size, Size] => [
		{ width, height: from },
		{ width, height: to },
	]),
	fc.tuple(size, size),
);

/** Longer than it takes until the place is stored. */
const REST = 900;

/** Sets the reader's text size in percent of the browser's default. */
async function textSize(page: Page, percent: number): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('Page.setFontSizes', {
		fontSizes: { standard: (16 * percent) / 100, fixed: Math.round((13 * percent) / 100) },
	});
	await session.detach();
}

/** Whether a line of the step's text is visible and uncovered. Runs in the page. */
function isRead(id: string): boolean {
	const words = [...document.querySelectorAll(`[id="${id}"] :is(h3, p)`)];
	return words.some((part) =>
		[...part.getClientRects()].some(({ left, top, bottom, height }) => {
			const lines = Math.max(1, Math.round(height / 24));
			return Array.from({ length: lines }, (_, at) => top + ((bottom - top) * (at + 0.5)) / lines).some((y) => {
				const hit = document.elementFromPoint(left + 4, y);
				return y > 0 && y < innerHeight && (hit === part || part.contains(hit));
			});
		}),
	);
}

/** Scrolls to a step, or a little beyond its beginning, and pauses. Returns the current step. */
async function readAt(page: Page, step: string, beyond: number): Promise<string> {
	await page.evaluate(
		async ([id, by]) => {
			location.hash = '';
			location.hash = id;
			await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
			scrollBy({ top: by, behavior: 'instant' });
		},
		[step, beyond] as const,
	);
	await page.waitForTimeout(REST);
	await waitForPosition(page);
	return currentStep(page);
}

async function expectRead(page: Page, step: string, when: string): Promise<void> {
	await waitForPosition(page);
	await expect.poll(() => currentStep(page), { message: when, timeout: 2000 }).toBe(step);
	await expectInView(page, step, when);
}

async function expectInView(page: Page, step: string, when: string): Promise<void> {
	await expect
		.poll(() => page.evaluate(isRead, step), { message: `${step} in view ${when}`, timeout: 2000 })
		.toBe(true);
}

/** Each run tries the same windows; `PLACE='{"seed":2}'` tries others, and with the path of a failure replays it. */
const again = JSON.parse(process.env['PLACE'] ?? '{"seed":1}') as fc.Parameters<unknown>;
/** Taken by the number of steps there are. */
const which = fc.nat({ max: 9999 });
const beyond = fc.constantFrom(0, 0, 40, 120);
const inWords = ({ width, height }: Size): string => `${width} × ${height}`;

test('the current step stays the same through any sequence of window sizes', { timeout: 180_000 }, async ({ task }) => {
	const { page, leave } = await visit(browser);
	const steps = await stepIds(page);
	const runs = 30;
	await fc.assert(
		fc.asyncProperty(pair, which, beyond, async ([before, after], at, by) => {
			await page.setViewportSize(before);
			await waitForPosition(page);
			const step = await readAt(page, steps[at % steps.length] ?? '', by);
			fc.pre(await page.evaluate(isRead, step));
			for (const next of [after, before]) {
				await page.setViewportSize(next);
				await expectRead(page, step, `${inWords(before)}, then ${inWords(after)}, now ${inWords(next)}`);
			}
		}),
		{ numRuns: runs, endOnFailure: true, ...again },
	);
	await leave();
	holds(task, 'reliability/place', `${runs} pairs of windows`);
});

/** What changes a layout, or leaves the page and comes back to it. */
const CHANGES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
	'text half as large again': (page) => textSize(page, 150),
	'text of twice the size': (page) => textSize(page, 200),
	'reading without effects': (page) => page.locator('button[data-reading]').click(),
	'a reload': (page) => page.reload(),
	'the way back': async (page) => {
		await page.goto(new URL('method/', page.url()).href);
		await page.goBack();
	},
};

test.for(Object.entries(CHANGES))(
	'the step that is read stays through %s, with scrolling effects and without',
	{ timeout: 180_000 },
	async ([name, change], { task }) => {
		const { page, site, leave } = await visit(browser);
		const steps = await stepIds(page);
		const runs = 6;
		await fc.assert(
			fc.asyncProperty(size, which, beyond, fc.boolean(), async (window, at, by, isCalm) => {
				await page.goto('about:blank');
				await page.setViewportSize(window);
				await page.goto(site);
				if (isCalm) await page.locator('button[data-reading]').click();
				const step = await readAt(page, steps[at % steps.length] ?? '', by);
				fc.pre(await page.evaluate(isRead, step));
				await change(page);
				const how = `${inWords(window)}${isCalm ? ', without effects' : ''}, after ${name}`;
				// With effects a step begins lower: the text stays, and the step before may become current.
				if (name === 'reading without effects') await waitForPosition(page).then(() => expectInView(page, step, how));
				else await expectRead(page, step, how);
				const isCalmNow = await page.locator('[data-reading][data-reading=""]:root').count();
				expect(isCalmNow === 1, `mode at ${how}`).toBe(name === 'reading without effects' ? !isCalm : isCalm);
			}),
			{ numRuns: runs, endOnFailure: true, ...again },
		);
		await leave();
		holds(task, 'reliability/place', `${runs} windows: ${name}`);
	},
);
