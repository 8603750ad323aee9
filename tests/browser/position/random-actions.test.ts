import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '#commands/browser/launch.ts';
import { DESKTOP, jump, PHONE, stepIds, visit, waitForPosition } from '#tests/browser/visit.ts';
import { holds } from '#tests/quality/holds.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** Presses a key until the page has moved: a busy browser drops keys while it scrolls. */
async function travel(page: Page, key: 'Home' | 'End'): Promise<void> {
	const left = () =>
		page.evaluate(
			(end) => Math.round(end ? document.documentElement.scrollHeight - innerHeight - scrollY : scrollY),
			key === 'End',
		);
	const press = async (): Promise<number> => {
		// While the focus is on the step controls, these keys are theirs.
		await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
		await page.keyboard.press(key);
		return left();
	};
	await expect.poll(press, { timeout: 20_000, interval: 200 }).toBeLessThanOrEqual(1);
}

/** No expected state is hard-coded: it is computed from the page. */
type Model = Readonly<Record<string, never>>;
/** The page, and the ids of its steps. */
interface Real {
	readonly page: Page;
	readonly steps: readonly string[];
}

/** One action of a reader, after which the chart must show the step of the scroll position. */
class Act implements fc.AsyncCommand<Model, Real> {
	readonly toString: () => string;
	readonly run: (model: Model, real: Real) => Promise<void>;
	readonly check = (): boolean => true;

	constructor(name: string, perform: (real: Real) => Promise<unknown>) {
		this.toString = () => name;
		this.run = async (_, real) => {
			await perform(real);
			await waitForPosition(real.page);
		};
	}
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const pick = <T>(list: readonly T[], at: number): T => list[Math.floor(at * (list.length - 0.001))] as T;
const screens = [
	PHONE,
	DESKTOP,
	{ width: 740, height: 360 },
	{ width: 320, height: 568 },
	{ width: 1000, height: 1300 },
];
const scrolled = (page: Page, to: number) =>
	page.evaluate((at) => scrollTo({ top: at * document.body.scrollHeight, behavior: 'instant' }), to);

const acts: fc.Arbitrary<Act>[] = [
	share.map((to) => new Act(`scroll to ${to.toFixed(3)}`, ({ page }) => scrolled(page, to))),
	// By less than a screen, which fires scrollama's own triggers instead of jumping over them.
	fc
		.integer({ min: -600, max: 600 })
		.map(
			(top) =>
				new Act(`scroll by ${top}`, ({ page }) =>
					page.evaluate((by) => scrollBy({ top: by, behavior: 'instant' }), top),
				),
		),
	fc.constantFrom('End' as const, 'Home' as const).map((key) => new Act(key, ({ page }) => travel(page, key))),
	share.map((at) => new Act(`jump to step ${at.toFixed(3)}`, ({ page, steps }) => jump(page, pick(steps, at)))),
	fc
		.constantFrom('%', '%00', '__proto__', '<script>')
		.map((hash) => new Act(`jump to ${hash}`, ({ page }) => jump(page, hash))),
	fc
		.constantFrom(...screens)
		.map((screen) => new Act(`${screen.width} × ${screen.height}`, ({ page }) => page.setViewportSize(screen))),
	fc.constant(
		new Act('turn', ({ page }) => {
			const { width, height } = page.viewportSize() ?? PHONE;
			return page.setViewportSize({ width: height, height: width });
		}),
	),
	fc
		.constantFrom('dark' as const, 'light' as const)
		.map((colorScheme) => new Act(colorScheme, ({ page }) => page.emulateMedia({ colorScheme }))),
	fc.constantFrom('previous', 'next').map((to) => new Act(to, ({ page }) => page.locator(`[data-go="${to}"]`).click())),
	fc.constant(new Act('read straight through, or not', ({ page }) => page.locator('button[data-reading]').click())),
	fc.constant(new Act('reload', ({ page }) => page.reload())),
	fc.constant(
		new Act('away and back', async ({ page }) => {
			await page.goto(new URL('embed/ties/', page.url()).href);
			await page.goBack();
		}),
	),
	fc.constant(
		// Words that grow after the page was laid out, which silences scrollama for their step.
		new Act('a step grows', ({ page }) =>
			page.evaluate(() => {
				const step = document.querySelector('[aria-current="step"]');
				const words = step?.querySelector('p');
				if (words) words.textContent = words.textContent.repeat(2).slice(0, 3000);
			}),
		),
	),
];

const RUNS = 16;

/** Each run tries the same actions; `POSITION='{"seed":2}'` tries others, and with the path of a failure replays it. */
test('after any sequence of a reader’s actions, the chart shows the step of the scroll position', async ({ task }) => {
	const { page, leave } = await visit(browser, { viewport: PHONE });
	const steps = await stepIds(page);
	const again = JSON.parse(process.env['POSITION'] ?? '{"seed":1}') as fc.Parameters<unknown>;
	await fc.assert(
		fc.asyncProperty(fc.commands(acts, { maxCommands: 8, size: 'max' }), (commands) =>
			fc.asyncModelRun(() => ({ model: {}, real: { page, steps } }), commands),
		),
		{ numRuns: RUNS, endOnFailure: true, ...again },
	);
	await leave();
	holds(task, 'reliability/position', `${again.numRuns ?? RUNS} sequences`);
});
