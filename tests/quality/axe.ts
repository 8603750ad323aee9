import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { sweepable } from './sweeps.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Finding {
	readonly id: string;
	readonly help: string;
	readonly nodes: readonly { readonly html: string }[];
}

interface Axe {
	run(root: Document | Element, options: object): Promise<{ violations: Finding[] }>;
}

export interface Scope {
	/** A selector of the part to check; the whole page without it. */
	readonly within?: string;
	/** The only rules to check; all of WCAG 2.2 AA and of best practice without them. */
	readonly rules?: readonly string[];
}

const lines = (found: readonly Finding[]): string[] =>
	found.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node.html.slice(0, 160)}`));

/** What axe finds wrong, a line each. */
export async function violations(page: Page, { within, rules }: Scope = {}): Promise<string[]> {
	await page.evaluate(source);
	const found = await page.evaluate(
		async ({ tags, within, rules }) => {
			const { axe } = window as unknown as { axe: Axe };
			const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags };
			const root = (within ? document.querySelector(within) : null) ?? document;
			return (await axe.run(root, { runOnly, resultTypes: ['violations'] })).violations;
		},
		{ tags: TAGS, within, rules },
	);
	return lines(found);
}

/** What axe finds wrong with each figure in each of its steps, by all rules or by these, and how many steps these were. */
export async function violationsOfSteps(
	page: Page,
	rules?: readonly string[],
): Promise<{ steps: number; found: string[] }> {
	await page.evaluate(source);
	await sweepable(page);
	const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS };
	const all = await page.evaluate(async (runOnly) => {
		const { axe } = window as unknown as { axe: Axe };
		const all: Finding[][] = [];
		for (const figure of window.quality.states(document)) {
			all.push((await axe.run(figure, { runOnly, resultTypes: ['violations'] })).violations);
		}
		return all;
	}, runOnly);
	return { steps: all.length, found: lines(all.flat()) };
}
