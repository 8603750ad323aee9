import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { launch } from '#commands/browser/launch.ts';
import { DESKTOP, PHONE, visit, type VisitOptions } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** Faults for a reader without the script. Runs in the page. */
function wrongHere(): string[] {
	const bare = [...document.querySelectorAll('.step[data-of]')].filter(
		(step) => (step.querySelector('.picture')?.getBoundingClientRect().height ?? 0) < 40,
	);
	const stuck = [...document.querySelectorAll('figure[data-chart], figure[data-chart] .stage')].filter(
		(part) => getComputedStyle(part).position === 'sticky',
	);
	const dead = [...document.querySelectorAll('[data-go], [data-reading], [data-filters], progress')].filter((control) =>
		control.checkVisibility({ visibilityProperty: true }),
	);
	return [
		...bare.map(({ id }) => `${id} has no picture`),
		...stuck.map(({ localName }) => `a ${localName} sticks beside other steps`),
		...dead.map((control) => `offers ${control.outerHTML.slice(0, 60)}`),
	];
}

const answering = (answer: (route: Route) => Promise<unknown> | undefined) => ({
	before: (page: Page) => page.route(/\.js(\?|$)/, (route) => answer(route)),
});

/** Changes scripts, and makes pages accept them. */
const spoilt = (before: string): VisitOptions => ({
	bypassCSP: true,
	before: (page) =>
		page.route(/\/$|\.js(\?|$)/, async (route) => {
			const isScript = route.request().resourceType() === 'script';
			const body = (text: string) => (isScript ? before + text : text.replace(/ integrity="[^"]*"/g, ''));
			try {
				const answer = await route.fetch();
				await route.fulfill({ response: answer, body: body(await answer.text()) });
			} catch (problem) {
				// The test may have left the page before the answer came.
				if (!page.isClosed()) throw problem;
			}
		}),
});

const ways: Readonly<Record<string, VisitOptions>> = {
	'is off': { javaScriptEnabled: false },
	'is blocked': answering((route) => route.abort()),
	'is not there': answering((route) => route.fulfill({ status: 404, body: '' })),
	hangs: answering(() => undefined),
	'is another than its integrity says': answering((route) =>
		route.fulfill({ contentType: 'text/javascript', body: 'export {};' }),
	),
	'throws at its top': spoilt("throw new Error('at its top');"),
	'has unknown syntax': spoilt('const = ;'),
};

for (const viewport of [PHONE, DESKTOP]) {
	test.for(Object.entries(ways))(
		`where the script %s, every step has its own picture and nothing offers what it would do, ${viewport.width} px`,
		async ([way, options], { task }) => {
			const { page, complaints, leave } = await visit(browser, { viewport, waitUntil: 'commit', ...options });
			await page.waitForSelector('.site-footer');
			await expect.poll(() => page.evaluate(wrongHere)).toEqual([]);
			// The browser itself reports what did not load or run.
			complaints.splice(0);
			await leave();
			holds(task, 'reliability/script-missing', `${way}, ${viewport.width} px`);
		},
	);

	test(`a page that is saved without its scripts looks the same, ${viewport.width} px`, async ({ task }) => {
		const { page, complaints, leave } = await visit(browser, { viewport, at: '#crimea', bypassCSP: true });
		await page.waitForSelector('#crimea[aria-current="step"]');
		expect(await page.evaluate(wrongHere), 'with the script nothing of it holds').not.toEqual([]);
		const withoutScripts = (await page.content()).replace(/<script[^>]*>[^]*?<\/script>/g, '');
		await page.route(/kept/, (route) => route.fulfill({ contentType: 'text/html', body: withoutScripts }));
		await page.goto(new URL('kept.html', page.url()).href);
		expect(await page.evaluate(wrongHere)).toEqual([]);
		complaints.splice(0);
		await leave();
		holds(task, 'reliability/script-missing', `kept without it, ${viewport.width} px`);
	});
}
