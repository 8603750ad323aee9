/** What screen readers get, as reviewed text files: `npx vitest run … -u` writes them again. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { sweepable } from '#tests/quality/sweeps.ts';
import { launch } from '#commands/browser/launch.ts';
import { CHARTS, EMBEDS, STORY } from '#tests/browser/pages.ts';
import { currentStep, visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** Without URLs, and without decorative shapes. */
const reviewed = (text: string, name: string) =>
	expect(`${text.replace(/^ *- (\/url: .*|img)\n?/gm, '')}\n`).toMatchFileSnapshot(`screen-reader/${name}.txt`);

test('screen readers get each chart as reviewed, in its first state and in each step', async ({ task }) => {
	const { page, leave } = await visit(browser, { reducedMotion: 'reduce' });
	for (const chart of CHARTS) await reviewed(await page.locator(`figure[data-chart="${chart}"]`).ariaSnapshot(), chart);
	await sweepable(page);
	const steps = await page.evaluate(() => {
		const lines = [];
		for (const figure of window.quality.states(document)) {
			const marks = [...figure.querySelectorAll('.drawing a[data-id]')].filter((mark) => mark.checkVisibility());
			const names = marks.map((mark) => mark.getAttribute('aria-label'));
			lines.push(
				`${figure.dataset['chart']}, ${figure.dataset['step']}: ${figure.querySelector('[data-description]')?.textContent}`,
				`  ${marks.length} marks, from “${names[0]}” to “${names.at(-1)}”`,
			);
		}
		return lines;
	});
	await reviewed(steps.join('\n'), 'steps');
	await leave();
	holds(task, 'a11y/tree', `${CHARTS.length} charts, ${steps.length / 2} steps`);
});

/** What a screen reader gets of a figure, a line each: names and text, but text of a link only once. */
async function heightsIn(figure: Locator): Promise<string[]> {
	const [, ...lines] = (await figure.ariaSnapshot()).split('\n');
	let link = Infinity;
	return lines.flatMap((line) => {
		const indent = line.search(/\S/);
		if (indent > link) return [];
		link = /^ *- '?link/.test(line) ? indent : Infinity;
		const [, name, text] = /"(.+)"|: (.+)/.exec(line.replace(/'?( \[level=\d\])?'?:?$/, '')) ?? [];
		return name ?? text ?? [];
	});
}

test.for([STORY, ...EMBEDS])('in the charts of /%s nothing is heard twice', async (at) => {
	const { page, leave } = await visit(browser, { at, reducedMotion: 'reduce' });
	for (const figure of await page.locator('figure[data-chart]').all()) {
		const announced = await heightsIn(figure);
		expect(announced.length).toBeGreaterThan(10);
		expect(announced.filter((words, index) => announced.indexOf(words) !== index)).toEqual([]);
		await figure.evaluate((element) =>
			element.append(element.querySelector('[data-description]')?.cloneNode(true) ?? ''),
		);
		const again = await heightsIn(figure);
		expect(again.length, 'a description that is said again is found').toBeGreaterThan(new Set(again).size);
	}
	await leave();
});

test('screen readers get an embed, and the evidence of a mark in it, as reviewed', async () => {
	const { page, leave } = await visit(browser, { at: 'embed/ties/?step=g8', reducedMotion: 'reduce' });
	await reviewed(await page.locator('figure').ariaSnapshot(), 'embed');
	await page.locator('[data-id="g8-seat"]').focus();
	await page.keyboard.press('Enter');
	await reviewed(await page.getByRole('dialog').ariaSnapshot(), 'evidence');
	await leave();
});

test('keyboard navigation along contacts is announced as reviewed', async ({ task }) => {
	const { page, leave } = await visit(browser, { reducedMotion: 'reduce' });
	const stop = async (key: string) => {
		const [name, shown] = await page.evaluate(() => [
			document.activeElement?.getAttribute('aria-label') ?? '',
			document.querySelector<HTMLElement>('[data-tip]:not([hidden])')?.innerText ?? '',
		]);
		expect(shown, 'what is seen is what is heard').toBe(name);
		return `${key}: ${name}`;
	};
	await page.locator('[data-chart="contacts"] [data-id="kislyak"]').focus();
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('ArrowDown');
	const walk = [await stop('start')];
	for (const key of ['Right', 'Right', 'Right', 'Down', 'Right', 'Right', 'Down', 'Up', 'Right', 'Up', 'Home', 'End']) {
		await page.keyboard.press(['Home', 'End'].includes(key) ? key : `Arrow${key}`);
		walk.push(await stop(key));
	}
	await reviewed(walk.join('\n'), 'walk');
	await leave();
	holds(task, 'keyboard/network', `${walk.length} stops`);
});

/** Counts the announcements of the live region. */
const listen = (page: Page) =>
	page.evaluate(() => {
		const announced: string[] = [];
		(window as unknown as { announced: string[] }).announced = announced;
		const place = document.querySelector('[data-announce]');
		if (place) new MutationObserver(() => announced.push(place.textContent)).observe(place, { childList: true });
	});
const announcements = (page: Page) => page.evaluate(() => (window as unknown as { announced: string[] }).announced);

test('a deliberate move is announced once, politely; scrolling and figures announce nothing', async ({ task }) => {
	const { page, leave } = await visit(browser);
	await listen(page);
	await page.mouse.wheel(0, 3000);
	await expect.poll(() => currentStep(page)).not.toBe('');
	expect(await announcements(page)).toEqual([]);
	for (const count of [1, 2, 3]) {
		await page.locator('[data-go="next"]').click();
		await expect.poll(async () => (await announcements(page)).length).toBe(count);
	}
	expect(await page.locator('[data-announce]').getAttribute('aria-live')).toBe('polite');
	expect(await page.locator('figure [aria-live]:not([aria-live="off"])').count()).toBe(0);
	// Repeated announcements are counted twice.
	const again = (place: Element) => place.replaceChildren(place.textContent);
	await page.locator('[data-announce]').evaluate(again);
	await expect.poll(async () => (await announcements(page)).length).toBe(4);
	await leave();
	holds(task, 'a11y/announced', 'once a step');
});

test('each drawing has a skip link, and its keys are announced when the focus enters it', async ({ task }) => {
	const { page, leave } = await visit(browser, { reducedMotion: 'reduce' });
	for (const chart of CHARTS) {
		const figure = page.locator(`figure[data-chart="${chart}"]`);
		const keys = (await figure.locator('[data-keys]').textContent()) ?? '';
		expect(keys).toMatch(/^Keys: .*Enter.*Escape/);
		await figure.locator('.skip').focus();
		await page.keyboard.press('Tab');
		expect(await page.locator('[data-tip]').getAttribute('data-keys')).toBe(keys);
		expect(await figure.locator('.drawing').getAttribute('aria-describedby')).toBe(
			await figure.locator('[data-keys]').getAttribute('id'),
		);
		await page.keyboard.press('ArrowRight');
		expect(await page.locator('[data-tip]').getAttribute('data-keys')).toBeNull();
		await figure.locator('.skip').focus();
		await page.keyboard.press('Enter');
		expect(await figure.locator('.end').evaluate((end) => end === document.activeElement)).toBe(true);
	}
	await leave();
	holds(task, 'keyboard/skip');
	holds(task, 'keyboard/told');
});
