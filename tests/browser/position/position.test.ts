import type { Browser } from 'playwright-core';
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
	/** Faults that remained at a stop after a second. */
	readonly wrong: string[];
}

/** Runs in the page: scrolls down to its end and up again, and waits at each stop until chart and position agree. */
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

/** Runs in the page: follows each fragment, and returns those that end at another step than expected. */
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

/** Runs in the page: changes the state of steps and marks, and returns the faults, before the page can restore it. */
function spoiling(wrongHere: () => string[]): string[] {
	for (const step of document.querySelectorAll('.step')) step.toggleAttribute('aria-current', false);
	document.querySelector('.drawing [data-id]')?.toggleAttribute('data-focus');
	return wrongHere();
}

test('a jump to any step shows that step; an unknown anchor changes nothing and throws no error', async ({ task }) => {
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

test('the URL of a step opens the story at that step, an unknown anchor at its beginning', async ({ task }) => {
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
