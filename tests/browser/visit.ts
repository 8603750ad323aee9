import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject } from 'vitest';

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1440, height: 900 };

/**
 * Runs in every frame before anything of it: reports as an error what breaks the content policy, and what would be kept
 * in the browser or sent behind a reader's back. No function in it has a name: bundlers would add a helper for that.
 */
export function confess(): void {
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
			Reflect.set(owner, name, (...given: unknown[]) =>
				reportError(new Error(`kept or sent: ${name} ${given.join(' ')}`)),
			);
	}
	Object.defineProperty(Document.prototype, 'cookie', {
		get: () => '',
		set: (cookie: string) => reportError(new Error(`kept or sent: cookie ${cookie}`)),
	});
}

export interface Visit {
	readonly page: Page;
	/** The address of the built site, with a slash at its end. */
	readonly site: string;
	/** What no reader should cause: words on the console, errors, requests to another host, breaches of policy, traces. */
	readonly complaints: string[];
	/** Ends the visit, and the test with it where something was complained of. */
	leave(): Promise<void>;
}

export interface Wishes extends BrowserContextOptions {
	/** What follows the site's address. */
	readonly at?: string;
	/** Runs before the page is asked for. */
	readonly before?: (page: Page) => Promise<unknown>;
	readonly waitUntil?: 'load' | 'commit';
	/** Opens it twice: our fonts are optional, and only a second visit is sure to have them. */
	readonly again?: boolean;
}

/** Opens the story, or another page of the built site, as one reader would. */
export async function visit(
	browser: Browser,
	{ at = '', before, waitUntil = 'load', again = false, ...options }: Wishes = {},
): Promise<Visit> {
	const site = inject('site');
	const context = await browser.newContext({ viewport: DESKTOP, ...options });
	await context.addInitScript(confess);
	const page = await context.newPage();
	page.setDefaultTimeout(10_000);
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

/** The step that the page says is the current one; more than one would be a fault, and is told. */
export const currentStep = (page: Page): Promise<string> =>
	page.locator('[aria-current="step"]').evaluateAll((steps) => steps.map((step) => step.id).join(' '));

/**
 * Where what is shown differs from what the position asks for, by the rule in `src/README.md`. Empty: nowhere. Runs in
 * the page, and has all that it needs in itself.
 */
export function disagreementsHere(): string[] {
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
	const compare = (what: string, is: string | undefined, due: string | undefined) => {
		if (is !== due) wrong.push(`${what} is ${is}, due ${due}`);
	};
	const told = [...document.querySelectorAll('[aria-current="step"]')].map((step) => step.id).join(' ');
	compare('current step', told, current?.id);
	for (const figure of document.querySelectorAll<HTMLElement>('figure[data-chart]')) {
		const own = steps.filter((step) => step.dataset['of'] === figure.dataset['chart']);
		const due = own.findLast((step) => until.includes(step)) ?? own[0];
		if (!due) continue;
		const name = figure.dataset['chart'] ?? '';
		compare(name, figure.dataset['step'], due.id);
		compare(`${name}’s frame`, figure.dataset['frame'], due.dataset['frame']);
		compare(
			`${name}’s words`,
			figure.querySelector('[data-description]')?.textContent ?? '',
			due.querySelector<HTMLImageElement>('.picture')?.alt,
		);
		const wanted = new Set((due.dataset['show'] ?? '').split(' ').filter(Boolean));
		for (const mark of figure.querySelectorAll<SVGElement>('.drawing [data-id]')) {
			const { id = '', with: along = '' } = mark.dataset;
			const due = [id, ...id.split('--'), ...along.split(' ')].some((each) => wanted.has(each));
			compare(`focus of ${id}`, String(mark.hasAttribute('data-focus')), String(due));
		}
	}
	return wrong;
}

export const disagreements = (page: Page): Promise<string[]> => page.evaluate(disagreementsHere);

/** Waits until what is shown is what the position asks for. */
export async function agree(page: Page): Promise<void> {
	await expect.poll(() => disagreements(page), { timeout: 10_000, interval: 20 }).toEqual([]);
}
