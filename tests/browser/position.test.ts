import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './launch.ts';
import { agree, currentStep, DESKTOP, PHONE, stepIds, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** Scrolls on by pixels as a wheel does, and gives the way gone. */
async function wheel(page: Page, by: number): Promise<number> {
	return page.evaluate(
		(top) =>
			new Promise<number>((done) => {
				const before = scrollY;
				scrollBy({ top, behavior: 'instant' });
				requestAnimationFrame(() => requestAnimationFrame(() => done(scrollY - before)));
			}),
		by,
	);
}

for (const [name, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
	test(`scrolling down and up through the whole story passes every step in order, on a ${name}`, async () => {
		const { page, leave } = await visit(browser, { viewport });
		const steps = await stepIds(page);
		const passed: string[] = [await currentStep(page)];
		const note = async (): Promise<void> => {
			await agree(page);
			const step = await currentStep(page);
			if (step !== passed.at(-1)) passed.push(step);
		};
		while ((await wheel(page, viewport.height * 0.3)) > 0) await note();
		while ((await wheel(page, -viewport.height * 0.3)) < 0) await note();
		expect(passed).toEqual([...steps, ...steps.toReversed().slice(1)]);
		await leave();
	});

	test(`the address of each step opens the story at that step, on a ${name}`, async () => {
		const first = await visit(browser, { viewport });
		const steps = await stepIds(first.page);
		for (const step of steps) {
			// A full load each time: a change of the fragment alone would be a jump.
			await first.page.goto('about:blank');
			await first.page.goto(`${first.site}#${step}`);
			await expect.poll(() => currentStep(first.page)).toBe(step);
			await agree(first.page);
		}
		await first.leave();
	});
}

/** Presses a key until the page has got where it leads: a busy browser drops one that comes while it still scrolls. */
async function travel(page: Page, key: 'Home' | 'End'): Promise<void> {
	const left = () =>
		page.evaluate(
			(end) => Math.round(end ? document.documentElement.scrollHeight - innerHeight - scrollY : scrollY),
			key === 'End',
		);
	await expect
		.poll(
			async () => {
				await page.keyboard.press(key);
				return left();
			},
			{ timeout: 20_000, interval: 500 },
		)
		.toBeLessThanOrEqual(1);
}

test('End shows the last step, Home the first, and a jump to any step shows that one', async () => {
	const { page, leave } = await visit(browser, { viewport: PHONE });
	const steps = await stepIds(page);
	await travel(page, 'End');
	await expect.poll(() => currentStep(page)).toBe(steps.at(-1));
	await agree(page);
	await travel(page, 'Home');
	await expect.poll(() => currentStep(page)).toBe(steps[0]);
	await agree(page);
	for (const step of [steps.at(-1), steps[3], steps.at(-4), steps[0]]) {
		await page.evaluate((id) => {
			location.hash = id ?? '';
		}, step);
		await expect.poll(() => currentStep(page)).toBe(step);
		await agree(page);
	}
	await leave();
});

test('a reload in mid-story shows the step that was being read', async () => {
	const { page, leave } = await visit(browser);
	const steps = await stepIds(page);
	const middle = steps[Math.floor(steps.length / 2)] ?? '';
	await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), middle);
	await expect.poll(() => currentStep(page)).toBe(middle);
	await page.reload();
	await expect.poll(() => currentStep(page)).toBe(middle);
	await agree(page);
	await leave();
});

test('going to another page and back shows the step that was being read', async () => {
	const { page, leave } = await visit(browser);
	const middle = (await stepIds(page))[12] ?? '';
	await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), middle);
	await expect.poll(() => currentStep(page)).toBe(middle);
	await page.goto(`${page.url()}evidence/`);
	await page.goBack();
	await expect.poll(() => currentStep(page)).toBe(middle);
	await agree(page);
	await leave();
});

test('turning the phone, and turning it back, shows the step of the position', async () => {
	const { page, leave } = await visit(browser, { viewport: PHONE });
	const step = (await stepIds(page))[8] ?? '';
	await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), step);
	await expect.poll(() => currentStep(page)).toBe(step);
	await page.setViewportSize({ width: PHONE.height, height: PHONE.width });
	await agree(page);
	await page.setViewportSize(PHONE);
	await agree(page);
	await wheel(page, 600);
	await agree(page);
	await leave();
});

test('a storm of a hundred resizes ends in the same document as a fresh load', async () => {
	const { page, leave } = await visit(browser);
	// Attributes in alphabetical order: which one was set last says nothing.
	const tags = () =>
		page.evaluate(() =>
			[...document.querySelectorAll('*')].map((element) =>
				[element.localName, ...[...element.attributes].map(({ name, value }) => `${name}="${value}"`).sort()].join(' '),
			),
		);
	await agree(page);
	const fresh = await tags();
	for (let turn = 0; turn < 100; turn += 1) {
		await page.setViewportSize({ width: 320 + ((turn * 397) % 1281), height: 400 + ((turn * 211) % 700) });
		if (turn % 10 === 0) await wheel(page, turn * 90);
	}
	await page.setViewportSize(DESKTOP);
	await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
	await agree(page);
	const stormed = await tags();
	expect(stormed.filter((tag, at) => tag !== fresh[at])).toEqual([]);
	expect(stormed.length).toBe(fresh.length);
	await leave();
});

interface Act {
	readonly kind: 'scroll' | 'resize' | 'hash' | 'theme' | 'key' | 'button' | 'reading' | 'reload';
	/** Which, or how far: 0–1. */
	readonly at: number;
}
const act: fc.Arbitrary<Act> = fc.record({
	kind: fc.constantFrom('scroll', 'scroll', 'scroll', 'resize', 'hash', 'theme', 'key', 'button', 'reading', 'reload'),
	at: fc.double({ min: 0, max: 1, noNaN: true }),
});

async function perform(page: Page, steps: readonly string[], { kind, at }: Act): Promise<void> {
	const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(at * (list.length - 0.001))];
	if (kind === 'scroll') {
		await page.evaluate((share) => scrollTo({ top: share * document.body.scrollHeight, behavior: 'instant' }), at);
	} else if (kind === 'resize') {
		await page.setViewportSize(
			pick([PHONE, DESKTOP, { width: 740, height: 360 }, { width: 320, height: 568 }, { width: 1000, height: 1300 }]) ??
				PHONE,
		);
	} else if (kind === 'hash') {
		await page.evaluate((id) => {
			location.hash = id ?? '';
		}, pick(steps));
	} else if (kind === 'theme') {
		await page.emulateMedia({ colorScheme: at < 0.5 ? 'dark' : 'light' });
	} else if (kind === 'key') {
		await page.keyboard.press(pick(['End', 'Home', 'PageDown', 'PageUp']) ?? 'End');
	} else if (kind === 'button') {
		await page.locator(`[data-go="${at < 0.3 ? 'previous' : 'next'}"]`).click();
	} else if (kind === 'reading') {
		await page.locator('button[data-reading]').click();
	} else await page.reload();
}

test('whatever a reader does, in whatever order, the step shown is the step of the position', async () => {
	const { page, leave } = await visit(browser, { viewport: PHONE });
	const steps = await stepIds(page);
	await fc.assert(
		fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 9 }), async (acts) => {
			for (const each of acts) await perform(page, steps, each);
			await agree(page);
		}),
		{ numRuns: 25, endOnFailure: true },
	);
	await leave();
});
