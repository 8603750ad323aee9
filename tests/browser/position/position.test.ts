import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { launch } from '#commands/browser/launch.ts';
import {
	waitForPosition,
	currentStep,
	DESKTOP,
	positionErrorsInPage,
	PHONE,
	stepIds,
	visit,
} from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

interface Passage {
	/** The current step at each stop, once each. */
	readonly passed: string[];
	/** What was still wrong at a stop after a second. */
	readonly wrong: string[];
}

/** Runs in the page: scrolls down to its foot and up again, and waits at each stop until what is shown agrees. */
async function passing(wrongHere: () => string[], by: number): Promise<Passage> {
	const passed: string[] = [];
	const wrong: string[] = [];
	for (const way of [by, -by]) {
		for (let before = -1; before !== scrollY;) {
			before = scrollY;
			let found = wrongHere();
			for (let frames = 60; found.length > 0 && frames > 0; frames -= 1) {
				await new Promise(requestAnimationFrame);
				found = wrongHere();
			}
			wrong.push(...found);
			const step = document.querySelector('[aria-current="step"]')?.id ?? '';
			if (step !== passed.at(-1)) passed.push(step);
			scrollBy({ top: way, behavior: 'instant' });
		}
	}
	return { passed, wrong };
}

for (const [name, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
	test(`scrolling down and up through the whole story passes every step in order, on a ${name}`, async () => {
		const { page, leave } = await visit(browser, { viewport });
		const steps = await stepIds(page);
		const by = Math.round(viewport.height * 0.3);
		const { passed, wrong } = await page.evaluate<Passage>(
			`(${String(passing)})(${String(positionErrorsInPage)}, ${by})`,
		);
		expect(wrong).toEqual([]);
		expect(passed).toEqual([...steps, ...steps.toReversed().slice(1)]);
		await leave();
	});
}

/** Runs in the page: follows each address within it, and gives those that do not end at the step that is due. */
async function jumping(wrongHere: () => string[], jumps: readonly (readonly [string, string])[]): Promise<string[]> {
	const astray: string[] = [];
	for (const [hash, due] of jumps) {
		location.hash = hash;
		const wrong = (): string[] => {
			const current = document.querySelector('[aria-current="step"]')?.id;
			return current === due ? wrongHere() : [`${hash.slice(0, 40)} led to ${current}, due ${due}`];
		};
		for (let frames = 60; wrong().length > 0 && frames > 0; frames -= 1) await new Promise(requestAnimationFrame);
		astray.push(...wrong());
	}
	return astray;
}

/** Fragments that name nothing. */
const garbage = [
	'%',
	'%E0%A4%A',
	'%00',
	'\0',
	'__proto__',
	'constructor',
	'<script>alert(1)</script>',
	'"><img src=x onerror=alert(1)>',
	'data:text/html,alert(1)',
	'\u202ecrimea',
	'CRIMEA',
	'a'.repeat(1_000_000),
];

/** Runs in the page: marks taken away by another hand, and what is wrong then, before the page can mend it. */
function spoiling(wrongHere: () => string[]): string[] {
	for (const step of document.querySelectorAll('.step')) step.toggleAttribute('aria-current', false);
	document.querySelector('.drawing [data-id]')?.toggleAttribute('data-focus');
	return wrongHere();
}

test('a jump to any step shows that one; a jump to garbage shows what was there before, and no error', async ({
	task,
}) => {
	const { page, leave } = await visit(browser, { viewport: PHONE });
	const steps = await stepIds(page);
	const jumps = [
		...steps.map((id) => [id, id]),
		...garbage.flatMap((hash, at) => {
			const step = steps[(at * 7) % steps.length] ?? '';
			return [
				[step, step],
				[hash, step],
			];
		}),
	];
	const astray = await page.evaluate<string[]>(
		`(${String(jumping)})(${String(positionErrorsInPage)}, ${JSON.stringify(jumps)})`,
	);
	expect(astray).toEqual([]);
	// The comparison bites.
	const spoiled = await page.evaluate<string[]>(`(${String(spoiling)})(${String(positionErrorsInPage)})`);
	expect(spoiled.join()).toMatch(/current step is .*focus of/);
	await leave();
	holds(task, 'reliability/hostile-addresses', `${garbage.length} fragments`);
});

test('the address of a step opens the story at that step, one that is garbage at its beginning', async ({ task }) => {
	const { page, leave, site } = await visit(browser);
	const steps = await stepIds(page);
	const loads = [
		...steps.filter((_, at) => at % 5 === 4).map((id) => [`#${id}`, id]),
		['?step=%E0%A4%A&__proto__=1#%E0%A4%A', steps[0]],
		['?<script>alert(1)</script>=%00#<img src=x onerror=alert(1)>', steps[0]],
		[`?${'a'.repeat(10_000)}#${'a'.repeat(100_000)}`, steps[0]],
	];
	for (const [at, [address, due]] of loads.entries()) {
		await page.setViewportSize(at % 2 ? PHONE : DESKTOP);
		// A full load each time: a change of the fragment alone would be a jump.
		await page.goto('about:blank');
		await page.goto(site + (address ?? ''));
		await expect.poll(() => currentStep(page), { message: address?.slice(0, 60) ?? '' }).toBe(due);
		await waitForPosition(page);
	}
	await leave();
	holds(task, 'reliability/deep-links');
});

/** Presses a key until the page has got where it leads: a busy browser drops one that comes while it still scrolls. */
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

test('a storm of a hundred resizes ends in the same document as a fresh load', async ({ task }) => {
	const { page, leave } = await visit(browser);
	// Attributes in alphabetical order: which one was set last says nothing.
	const tags = () =>
		page.evaluate(() =>
			[...document.querySelectorAll('*')].map((element) =>
				[element.localName, ...[...element.attributes].map(({ name, value }) => `${name}="${value}"`).sort()].join(' '),
			),
		);
	await waitForPosition(page);
	const fresh = await tags();
	for (let turn = 0; turn < 100; turn += 1) {
		await page.setViewportSize({ width: 320 + ((turn * 397) % 1281), height: 400 + ((turn * 211) % 700) });
		if (turn % 10 === 0) await page.evaluate((top) => scrollBy({ top, behavior: 'instant' }), turn * 90);
	}
	await page.setViewportSize(DESKTOP);
	await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
	await waitForPosition(page);
	const stormed = await tags();
	expect(stormed.filter((tag, at) => tag !== fresh[at])).toEqual([]);
	expect(stormed.length).toBe(fresh.length);
	await leave();
	holds(task, 'reliability/resize-storm', '100 resizes');
});

test('a phone that is turned, a window that is zoomed or drawn wider shows the step that was in view', async () => {
	const { page, leave } = await visit(browser, { viewport: PHONE });
	const steps = (await stepIds(page)).filter((_, at) => at % 10 === 4);
	const turns = [
		[PHONE, { width: 740, height: 360 }],
		[DESKTOP, { width: 360, height: 225 }],
		[
			{ width: 1023, height: 900 },
			{ width: 1024, height: 900 },
		],
		[
			{ width: 768, height: 1024 },
			{ width: 1024, height: 768 },
		],
	] as const;
	for (const [before, after] of turns) {
		await page.setViewportSize(before);
		for (const step of steps) {
			await jump(page, '');
			await jump(page, step);
			await expect.poll(() => currentStep(page)).toBe(step);
			await page.waitForTimeout(150);
			for (const size of [after, before]) {
				await page.setViewportSize(size);
				const where = `${step} at ${size.width} × ${size.height}`;
				await waitForPosition(page);
				expect(await currentStep(page), where).toBe(step);
				const top = await page.locator(`[id="${step}"] h3`).evaluate((words) => words.getBoundingClientRect().top);
				expect(top, where).toBeGreaterThanOrEqual(0);
				expect(top, where).toBeLessThan(size.height);
			}
		}
	}
	await leave();
});

test('a window that becomes wider at the beginning stays at the beginning', async () => {
	const { page, leave } = await visit(browser, { viewport: PHONE });
	await page.setViewportSize(DESKTOP);
	await waitForPosition(page);
	expect(await page.evaluate(() => scrollY)).toBe(0);
	await leave();
});

/** Nothing is foretold: what is due is asked of the page. */
type Model = Readonly<Record<string, never>>;
/** The page, and the ids of its steps. */
interface Real {
	readonly page: Page;
	readonly steps: readonly string[];
}

/** One thing that a reader does, after which what is shown must be what the position asks for. */
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
const jump = (page: Page, hash: string) =>
	page.evaluate((to) => {
		location.hash = to;
	}, hash);
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

/** A failure is told with its seed, its path and the acts that are left; `POSITION='{"seed":1,"path":"2:0"}'` plays it again. */
test('whatever a reader does, in whatever order, the step shown is the step of the position', async ({ task }) => {
	const { page, leave } = await visit(browser, { viewport: PHONE });
	const steps = await stepIds(page);
	const again = JSON.parse(process.env['POSITION'] ?? '{}') as fc.Parameters<unknown>;
	await fc.assert(
		fc.asyncProperty(fc.commands(acts, { maxCommands: 8, size: 'max' }), (commands) =>
			fc.asyncModelRun(() => ({ model: {}, real: { page, steps } }), commands),
		),
		{ numRuns: RUNS, endOnFailure: true, ...again },
	);
	await leave();
	holds(task, 'reliability/position', `${again.numRuns ?? RUNS} sequences`);
});
