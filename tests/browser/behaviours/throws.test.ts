import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { launch } from '#commands/browser/launch.ts';
import { visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** Runs before the page's scripts: querying this selector, or creating an observer of this name, throws. */
function sabotage(words: string): void {
	const fault = (): never => {
		throw new Error('invented fault');
	};
	for (const [owner, names] of [
		[Document.prototype, ['querySelector', 'querySelectorAll']],
		[Element.prototype, ['querySelector', 'querySelectorAll', 'closest', 'matches']],
	] as const) {
		for (const name of names) {
			const own = Reflect.get(owner, name) as (selector: string) => unknown;
			Reflect.set(owner, name, function (this: unknown, selector: string) {
				return selector === words ? fault() : Reflect.apply(own, this, [selector]);
			});
		}
	}
	if (words in window) Reflect.set(window, words, fault);
}

/** Which behaviours of the story work, each tried as a reader would; and whether the page is readable. */
const alive = (page: Page) =>
	page.evaluate(async () => {
		const frames = async (count = 3) => {
			for (; count > 0; count -= 1) await new Promise(requestAnimationFrame);
		};
		const until = async (holds: () => boolean) => {
			for (let tries = 300; tries > 0 && !holds(); tries -= 1) await frames(1);
			return holds();
		};
		const one = (selector: string) => document.querySelector<HTMLElement>(`:is(${selector})`);
		const current = () => one('[aria-current="step"]')?.id;
		const crimea = one('#crimea');
		crimea?.scrollIntoView({ behavior: 'instant' });
		const scroll = await until(() => current() === 'crimea');
		const figure = one('figure[data-chart="relations"]')?.dataset['step'] === 'crimea';
		const progress = (document.querySelector<HTMLProgressElement>(':is(progress)')?.value ?? 0) > 1;

		const top = scrollY;
		one('[data-go="next"]')?.click();
		const navigate = await until(() => scrollY !== top);
		one('button[data-reading]')?.click();
		const reading = document.documentElement.hasAttribute('data-reading');
		if (reading) one('button[data-reading]')?.click();
		const walk = document.querySelectorAll('figure[data-chart="ties"] .drawing a[tabindex="0"]').length > 0;

		const box = one('form[data-filters] input[name="status"]');
		box?.click();
		const filter = document.querySelectorAll('[data-out]').length > 0;
		if (filter) box?.click();

		const mark = one('figure[data-chart="ties"] .drawing a[data-id]');
		mark?.dispatchEvent(
			new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse', clientX: 9, clientY: 9 }),
		);
		const tip = one('[data-tip]')?.hidden === false;
		const isVisible = (element: Element) => element.getBoundingClientRect().height > 40;
		const steps = [...document.querySelectorAll('.step')];
		return {
			alive: { scroll, figure, progress, navigate, reading, walk, filter, tip },
			whole: {
				words: steps.every((step) => step.textContent.trim().length > 80),
				charts: [...document.querySelectorAll('figure[data-chart]')].every((each) =>
					[...each.querySelectorAll('.drawing'), ...(each.closest('.plain')?.querySelectorAll('.picture') ?? [])].some(
						isVisible,
					),
				),
				alarm: /\b500\b|internal error/i.test(document.body.innerText),
			},
			/** Controls of a failed behaviour that are still enabled. */
			idle: {
				navigate: !navigate && one('[data-go="next"]:not(:disabled)')?.closest('[hidden]') === null,
				reading: !reading && one('button[data-reading]:not(:disabled, [hidden])') !== null,
				filter: !filter && one('form[data-filters] fieldset:not(:disabled)') !== null,
			},
		};
	});

/** Whether evidence opens in the panel or by its link; waits for either. */
async function opensEvidence(page: Page): Promise<boolean> {
	const mark = page.locator('figure[data-chart="ties"] .drawing a[data-id]').first();
	await mark.dispatchEvent('click');
	await page.waitForFunction(
		() => location.pathname.endsWith('/evidence/') || document.getElementsByTagName('dialog')[0]?.open === true,
	);
	return !page.url().includes('evidence/');
}

const all = ['scroll', 'figure', 'progress', 'navigate', 'reading', 'walk', 'filter', 'tip', 'evidence'];

/** A fault, and the behaviours that it may stop. */
const faults: readonly [string, readonly string[]][] = [
	['nothing', []],
	['progress[data-progress]', ['progress']],
	['.drawing *', ['figure']],
	['[data-step-nav]', ['navigate']],
	['button[data-reading]', ['reading']],
	['template#evidence-panel', ['evidence']],
	['a[data-id], a[data-cite]', ['evidence']],
	['[data-slot="copy"]', ['evidence']],
	['[data-tip]', ['tip']],
	['figure .drawing [data-id]', ['tip']],
	['figure[data-chart] .drawing', ['walk']],
	['form[data-filters]', ['filter']],
	['tr[data-row]', ['filter']],
	['ResizeObserver', ['scroll', 'figure', 'progress']],
	['.step[id]', ['scroll', 'figure', 'progress', 'navigate']],
];

test.for(faults)(
	'where “%s” throws, only what needs it is gone, no control of it is left idle, and the rest lives',
	async ([fault, due], { task }) => {
		const { page, leave } = await visit(browser, { before: (page) => page.addInitScript(sabotage, fault) });
		const found = await alive(page);
		const living = { ...found.alive, evidence: await opensEvidence(page) };
		const dead = Object.entries(living).flatMap(([name, lives]) => (lives ? [] : [name]));
		expect({ fault, dead, ...found }).toMatchObject({
			fault,
			dead: all.filter((name) => due.includes(name)),
			whole: { words: true, charts: true, alarm: false },
			idle: { navigate: false, reading: false, filter: false },
		});
		await leave();
		holds(task, 'reliability/behaviours-throw', fault);
	},
);

test('whichever figure throws, its steps show their own pictures, and the other figures follow', async ({ task }) => {
	for (const chart of ['relations', 'ties', 'contacts', 'accounts']) {
		const { page, leave } = await visit(browser, {
			before: (page) =>
				page.addInitScript((broken) => {
					new MutationObserver((_, observer) => {
						const figure = document.querySelector<HTMLElement>(`figure[data-chart="${broken}"]`);
						if (!figure || !document.querySelector('footer')) return;
						observer.disconnect();
						// Methods of all its parts throw, and there is no list of frames.
						figure.removeAttribute('data-frames');
						for (const part of figure.querySelectorAll('.drawing *')) {
							for (const name of ['toggleAttribute', 'setAttribute', 'getBoundingClientRect']) {
								Reflect.set(part, name, () => {
									throw new Error('invented fault');
								});
							}
						}
					}).observe(document, { childList: true, subtree: true });
				}, chart),
		});
		const wrongSteps = await page.evaluate(async (broken) => {
			const wrong: string[] = [];
			for (const step of document.querySelectorAll<HTMLElement>('.step[data-of]')) {
				step.scrollIntoView({ behavior: 'instant' });
				for (let tries = 60; tries > 0 && !step.hasAttribute('aria-current'); tries -= 1) {
					await new Promise(requestAnimationFrame);
				}
				const figure = document.querySelector<HTMLElement>(`figure[data-chart="${step.dataset['of']}"]`);
				const isBroken = step.dataset['of'] === broken;
				if (!step.hasAttribute('aria-current')) wrong.push(`${step.id} is not reached`);
				if (!isBroken && figure?.dataset['step'] !== step.id) wrong.push(`${step.id} is not shown`);
			}
			const own = [...document.querySelectorAll<HTMLElement>(`.step[data-of="${broken}"]`)];
			const missing = own.filter(
				(step) => !((step.querySelector('.picture')?.getBoundingClientRect().height ?? 0) > 40),
			);
			return [...wrong, ...missing.map(({ id }) => `${id} has no picture`)];
		}, chart);
		expect({ chart, wrongSteps }).toEqual({ chart, wrongSteps: [] });
		const figure = page.locator(`figure[data-chart="${chart}"]`);
		expect(await figure.locator('figcaption .title').first().isVisible()).toBe(true);
		expect(await figure.locator('.as-table a').isVisible()).toBe(true);
		await leave();
	}
	holds(task, 'reliability/figures-throw', '4 figures, each alone');
});
