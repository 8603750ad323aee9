import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject } from 'vitest';

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1440, height: 900 };

/**
 * Runs in every frame before its own scripts: reports violations of the content policy, storage and beacons as errors.
 * Self-contained: no function in it has a name, because the bundler would wrap named ones in a helper of its own.
 */
export function reportViolations(): void {
	addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
		reportError(new Error(`policy: ${effectiveDirective} ${blockedURI} ${sample}`));
	});
	for (const [kind, name] of [
		['Storage', 'setItem'],
		['Navigator', 'sendBeacon'],
		['IDBFactory', 'open'],
		// These two are in secure contexts only.
		['CacheStorage', 'open'],
		['ServiceWorkerContainer', 'register'],
	] as const) {
		const owner = (Reflect.get(globalThis, kind) as { prototype: object } | undefined)?.prototype;
		if (owner)
			Reflect.set(owner, name, (...values: unknown[]) =>
				reportError(new Error(`stored or sent: ${name} ${values.join(' ')}`)),
			);
	}
	Object.defineProperty(Document.prototype, 'cookie', {
		get: () => '',
		set: (cookie: string) => reportError(new Error(`stored or sent: cookie ${cookie}`)),
	});
}

export interface Visit {
	readonly page: Page;
	/** The address of the built site, with a slash at its end. */
	readonly site: string;
	/** Console messages, errors, requests to other hosts, violations of the policy, cookies. */
	readonly complaints: string[];
	/** Closes the browser context; fails the test if there are complaints. */
	leave(): Promise<void>;
}

export interface VisitOptions extends BrowserContextOptions {
	/** Path below the site's address. */
	readonly at?: string;
	/** Runs before the page is requested. */
	readonly before?: (page: Page) => Promise<unknown>;
	readonly waitUntil?: 'load' | 'commit';
	/** Loads the page twice: fonts are `optional`, so only a second load is sure to have them. */
	readonly again?: boolean;
}

/** Opens the story, or another page of the built site, in a new browser context. */
export async function visit(
	browser: Browser,
	{ at = '', before, waitUntil = 'load', again = false, ...options }: VisitOptions = {},
): Promise<Visit> {
	const site = inject('site');
	const context = await browser.newContext({ viewport: DESKTOP, ...options });
	await context.addInitScript(reportViolations);
	const page = await context.newPage();
	page.setDefaultTimeout(30_000);
	const complaints: string[] = [];
	page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
	page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
	page.on('request', (request) => {
		if (!request.url().startsWith(site)) complaints.push(`request: ${request.url()}`);
	});
	await before?.(page);
	await page.goto(site + at, { waitUntil });
	if (again) await page.reload({ waitUntil });
	return {
		page,
		site,
		complaints,
		async leave() {
			complaints.push(...(await context.cookies()).map(({ name }) => `cookie: ${name}`));
			await context.close();
			expect(complaints).toEqual([]);
		},
	};
}

/** The ids of the steps, in reading order. */
export const stepIds = (page: Page): Promise<string[]> =>
	page.locator('.step[id]').evaluateAll((steps) => steps.map((step) => step.id));

/** The id of the current step; several, separated by spaces, are a fault. */
export const currentStep = (page: Page): Promise<string> =>
	page.locator('[aria-current="step"]').evaluateAll((steps) => steps.map((step) => step.id).join(' '));

/**
 * Where the page shows another state than its scroll position requires, by the rule in `src/README.md`; empty if it
 * agrees. Runs in the page, so it is self-contained.
 */
export function positionErrorsInPage(): string[] {
	const steps = [...document.querySelectorAll<HTMLElement>('.step[id]')];
	const top = (step: Element | undefined) => step?.getBoundingClientRect().top ?? -Infinity;
	const padding = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
	const current =
		steps.findLast((step, at) => {
			const margin = padding + (parseFloat(getComputedStyle(step).scrollMarginTop) || 0);
			if (document.documentElement.scrollHeight - innerHeight - scrollY <= 1 && top(step) < innerHeight) return true;
			const third = Math.max(0, innerHeight - margin) / 3;
			return top(step) <= margin + Math.min(third, (top(step) - top(steps[at - 1])) / 2) + 0.5;
		}) ?? steps[0];
	const until = current ? steps.slice(0, steps.indexOf(current) + 1) : [];
	const wrong: string[] = [];
	const compare = (what: string, actual: string | undefined, expected: string | undefined) => {
		if (actual !== expected) wrong.push(`${what} is ${actual}, expected ${expected}`);
	};
	const marked = [...document.querySelectorAll('[aria-current="step"]')].map((step) => step.id).join(' ');
	compare('current step', marked, current?.id);
	for (const figure of document.querySelectorAll<HTMLElement>('figure[data-chart]')) {
		const own = steps.filter((step) => step.dataset['of'] === figure.dataset['chart']);
		const expected = own.findLast((step) => until.includes(step)) ?? own[0];
		if (!expected) continue;
		const name = figure.dataset['chart'] ?? '';
		compare(name, figure.dataset['step'], expected.id);
		compare(`${name}’s frame`, figure.dataset['frame'], expected.dataset['frame']);
		compare(
			`${name}’s words`,
			figure.querySelector('[data-description]')?.textContent ?? '',
			expected.querySelector<HTMLImageElement>('.picture')?.alt,
		);
		const focused = new Set((expected.dataset['show'] ?? '').split(' ').filter(Boolean));
		for (const mark of figure.querySelectorAll<SVGElement>('.drawing [data-id]')) {
			const { id = '', with: along = '' } = mark.dataset;
			const isFocused = [id, ...id.split('--'), ...along.split(' ')].some((each) => focused.has(each));
			compare(`focus of ${id}`, String(mark.hasAttribute('data-focus')), String(isFocused));
		}
	}
	return wrong;
}

export const positionErrors = (page: Page): Promise<string[]> => page.evaluate(positionErrorsInPage);

/** Waits until the page shows the state of its scroll position. */
export async function waitForPosition(page: Page): Promise<void> {
	await expect.poll(() => positionErrors(page), { timeout: 10_000, interval: 20 }).toEqual([]);
}

/** Waits until the page's fonts have loaded or failed. On a phone they are requested by the first layout, not before it. */
export const waitForFonts = (page: Page) =>
	page.waitForFunction(
		() => document.fonts.status === 'loaded' && [...document.fonts].some(({ status }) => status !== 'unloaded'),
	);

/** Changes the fragment of the address. */
export const jump = (page: Page, fragment: string): Promise<void> =>
	page.evaluate((to) => {
		location.hash = to;
	}, fragment);
