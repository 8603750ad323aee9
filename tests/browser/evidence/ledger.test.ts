import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '#commands/browser/launch.ts';
import { PHONE, visit, waitForFonts } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** Ids of the visible entries. */
const left = (page: Page): Promise<string[]> =>
	page.locator('[data-entry]:visible').evaluateAll((entries) => entries.map(({ id }) => id));
const all = (page: Page): Promise<number> => page.locator('[data-entry]').count();
const count = (page: Page): Promise<string | null> => page.locator('[data-count]').textContent();
const choice = (page: Page, name: string) => page.locator(`select[name="${name}"]`);
const query = (page: Page): string => new URL(page.url()).search;

test('a search shows and counts the entries that contain all its words', async () => {
	const { page, leave } = await visit(browser, { at: 'evidence/' });
	const whole = await all(page);
	await page.getByRole('searchbox').fill('FLYNN  sanctions');
	const ids = await left(page);
	expect(ids).toContain('flynn-kislyak-talks');
	expect(ids.length).toBeLessThan(whole / 2);
	for (const id of ids) {
		const text = (await page.locator(`[id="${id}"]`).textContent())?.toLowerCase() ?? '';
		expect([text.includes('flynn'), text.includes('sanctions')]).toEqual([true, true]);
	}
	expect(await count(page)).toBe(`${ids.length} of the ${whole} records`);
	expect(await page.locator('h2:visible').count()).toBe(
		new Set(
			await page
				.locator('[data-entry]:visible')
				.evaluateAll((entries) => entries.map((entry) => entry.getAttribute('data-entry'))),
		).size,
	);
	await leave();
});

/** Runs in the page: replaces all visible words, in new elements, as browsers translate. */
function translate(): void {
	const letters = 'абвгдежзиклмнопрстуфхцчшэ';
	const texts = document.createTreeWalker(document.querySelector('main') as Node, NodeFilter.SHOW_TEXT);
	const all: Text[] = [];
	while (texts.nextNode()) all.push(texts.currentNode as Text);
	for (const text of all) {
		if (!text.data.trim() || text.parentElement?.closest('option, [data-count], [data-said]')) continue;
		const other = document.createElement('span');
		other.textContent = text.data.replace(
			/[a-z]/gi,
			(letter) => letters[letter.toLowerCase().charCodeAt(0) - 97] ?? 'я',
		);
		text.replaceWith(other);
	}
}

/** Kinds of words that an entry shows. */
const SHOWN = ['h3', 'blockquote p', 'blockquote footer', 'dt', 'dd', 'dd small', 'th small', 'td > p', 'th[scope]'];

for (const isTranslated of [false, true]) {
	test(`every kind of visible text finds its entry${isTranslated ? ', translated by the browser' : ''}`, async () => {
		const { page, leave } = await visit(browser, { at: 'evidence/' });
		if (isTranslated) await page.evaluate(translate);
		const asks = await page.evaluate((kinds) => {
			const ask = (id: string, words: string): [string, string] => [id, words.trim().slice(0, 60)];
			return [
				...kinds.flatMap((kind) => {
					const all = [...document.querySelectorAll(`[data-entry] ${kind}`)];
					// The first, one from the middle, the last.
					return [0, Math.floor(all.length / 2), all.length - 1].map((at) =>
						ask(all[at]?.closest('[data-entry]')?.id ?? '', all[at]?.textContent ?? ''),
					);
				}),
				...[...document.querySelectorAll('section[data-kind]')].map((section) =>
					ask(section.querySelector('[data-entry]')?.id ?? '', section.querySelector('h2')?.textContent ?? ''),
				),
			];
		}, SHOWN);
		const lost: string[] = [];
		for (const [id, words] of asks) {
			await page.getByRole('searchbox').fill(words);
			if (!id || !(await page.locator(`[id="${id}"]`).isVisible())) lost.push(`${id}: ${words}`);
		}
		expect(lost).toEqual([]);
		expect(asks.filter(([, words]) => words.length > 3).length).toBeGreaterThan(20);
		if (isTranslated) expect(asks.every(([, words]) => !/[a-z]/i.test(words))).toBe(true);
		await leave();
	});
}

test('a search from before a translation is applied to it, too; the original words still find their entry', async () => {
	const { page, leave } = await visit(browser, { at: 'evidence/?q=крым' });
	expect(await left(page)).toEqual([]);
	await page.evaluate(() => {
		const heading = document.querySelector('#crimea-annexed h3 a');
		if (heading) heading.textContent = 'Крым';
	});
	await expect.poll(() => left(page)).toEqual(['crimea-annexed']);
	await page.getByRole('searchbox').fill('crimea');
	expect(await left(page)).toContain('crimea-annexed');
	await leave();
});

test('the count is announced once, after a pause, and the URL changes without adding to the history', async () => {
	const { page, leave } = await visit(browser, { at: 'evidence/' });
	const steps = await page.evaluate(() => history.length);
	await page.evaluate(() => {
		const announced: string[] = [];
		Object.assign(window, { announced });
		const status = document.querySelector('[data-said]');
		new MutationObserver(() => announced.push(status?.textContent ?? '')).observe(status ?? document, {
			childList: true,
		});
	});
	await page.getByRole('searchbox').pressSequentially('kushner', { delay: 20 });
	await expect.poll(() => query(page)).toBe('?q=kushner');
	const announced = await page.evaluate(() => (window as unknown as { announced: string[] }).announced);
	expect(announced).toEqual([await count(page)]);
	expect(await page.evaluate(() => history.length)).toBe(steps);
	await leave();
});

test('each filter shows its matches, several show what all of them match, and "show all" ends it', async () => {
	const { page, leave } = await visit(browser, { at: 'evidence/' });
	const whole = await all(page);
	await choice(page, 'kind').selectOption('event');
	const events = await left(page);
	expect(events.every((id) => id !== 'kislyak')).toBe(true);
	await choice(page, 'year').selectOption('2014');
	await choice(page, 'actor').selectOption('russia');
	const few = await left(page);
	expect(few).toContain('crimea-annexed');
	expect(few.length).toBeLessThan(events.length);
	await expect.poll(() => query(page)).toBe('?kind=event&actor=russia&year=2014');
	await page.getByLabel('Disputed only').check();
	expect(await left(page)).not.toContain('crimea-annexed');
	await page.getByRole('button', { name: 'Show all' }).click();
	await expect.poll(() => left(page).then(({ length }) => length)).toBe(whole);
	await expect.poll(() => query(page)).toBe('');
	await leave();
});

test('a URL restores search and filters, whatever form values the browser restores', async () => {
	const { page, leave } = await visit(browser, { at: 'evidence/?q=talk+flynn&status=confirmed&disputed=1' });
	const ids = await left(page);
	expect(ids).toContain('flynn-kislyak-talks');
	expect(await page.getByRole('searchbox').inputValue()).toBe('talk flynn');
	expect(await page.getByLabel('Disputed only').isChecked()).toBe(true);
	await page.reload();
	expect(await left(page)).toEqual(ids);
	await leave();
});

for (const hostile of [
	'?kind=__proto__&year=%00&disputed=yes',
	'?q=%E0%A4%A&&&==#%E0%A4%A',
	`?q=${'%3Cscript%3E'.repeat(300)}`,
	'#" onload="x',
]) {
	test(`a malformed URL does no harm: ${hostile.slice(0, 40)}`, async () => {
		const { page, leave } = await visit(browser, { at: `evidence/${hostile}` });
		expect(await page.getByRole('searchbox').isEnabled()).toBe(true);
		if (!hostile.includes('q=')) expect(await left(page)).toHaveLength(await all(page));
		await leave();
	});
}

test('a URL that names an entry shows it even if its filters would hide it', async () => {
	const { page, leave } = await visit(browser, { at: 'evidence/?kind=actor#crimea-annexed' });
	expect(await page.locator('#crimea-annexed').isVisible()).toBe(true);
	expect(await page.locator('#crimea-annexed').evaluate((entry) => entry.getBoundingClientRect().top)).toBeLessThan(
		200,
	);
	await choice(page, 'kind').selectOption('contact');
	await page.evaluate(() => {
		location.hash = '#recalled--vox-analysis';
	});
	await expect.poll(() => page.locator('[id="recalled--vox-analysis"]').isVisible()).toBe(true);
	await leave();
});

test('Enter moves from the search field to the first match', async () => {
	const { page, leave } = await visit(browser, { at: 'evidence/' });
	await page.getByRole('searchbox').focus();
	await page.keyboard.type('lavrov');
	await page.keyboard.press('Enter');
	const [first] = await left(page);
	expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(`#${first}`);
	await leave();
});

test('without scripts every entry is visible, and no dead control', async () => {
	const { page, leave } = await visit(browser, { at: 'evidence/?kind=tie', javaScriptEnabled: false });
	expect(await page.locator('[data-entry]:visible').count()).toBe(await page.locator('[data-entry]').count());
	expect(await page.locator('form:visible').count()).toBe(0);
	await leave();
});

test('the script moves nothing when it enables the filters', async () => {
	let release = (): void => undefined;
	const held = new Promise<void>((resolve) => (release = resolve));
	const { page, leave } = await visit(browser, {
		at: 'evidence/',
		viewport: PHONE,
		waitUntil: 'commit',
		before: (page) =>
			page.route('**/*.js', async (route) => {
				await held;
				await route.continue();
			}),
	});
	const tops = (): Promise<number[]> =>
		page
			.locator('h2, .find, .site-footer')
			.evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().top));
	await page.locator('.site-footer').waitFor();
	await waitForFonts(page);
	expect(await page.locator('[type="search"]').isEnabled()).toBe(false);
	const before = await tops();
	release();
	await expect.poll(() => page.getByRole('searchbox').isEnabled()).toBe(true);
	expect(await tops()).toEqual(before);
	await leave();
});

for (const at of ['evidence/', 'evidence/vox-analysis/', 'evidence/polygraph-factcheck/']) {
	test(`at 320 px nothing of /${at} overflows the page`, async () => {
		const { page, leave } = await visit(browser, { at, viewport: { width: 320, height: 640 } });
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
		await leave();
	});
}
