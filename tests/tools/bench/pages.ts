/** The cost of the story, each embed and the ledger, compared with another site, alternating in one run. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { median } from 'd3';
import type { Browser } from 'playwright-core';
import { measureVisit, type Throttling } from './measure.ts';
import { pageCost } from './page-cost.ts';
import { printTable, type Row } from './table.ts';
import { serve } from '#commands/serve.ts';

const ROUNDS = 3;

/** Folders of pages to measure, from the root of a site. */
const pagesOf = (site: string): string[] =>
	['', ...embedsOf(site), 'evidence/'].filter((page) => existsSync(join(site, page, 'index.html')));

const embedsOf = (site: string): string[] =>
	existsSync(join(site, 'embed'))
		? readdirSync(join(site, 'embed'), { withFileTypes: true })
				.filter((entry) => entry.isDirectory())
				.map(({ name }) => `embed/${name}/`)
		: [];

const measures = [
	{ measure: 'elements', label: 'elements', digits: 0 },
	{ measure: 'nodes', label: 'nodes', digits: 0 },
	{ measure: 'html', label: 'HTML, bytes', digits: 0 },
	{ measure: 'brotli', label: 'HTML, bytes in brotli', digits: 0 },
	{ measure: 'task', label: 'tasks to rest, ms of the thread', digits: 0 },
	{ measure: 'layout', label: 'layout to rest, ms', digits: 0 },
	{ measure: 'style', label: 'styles to rest, ms', digits: 0 },
	{ measure: 'scrolling', label: 'tasks for 1,000 px of scrolling, ms', digits: 1 },
	{ measure: 'firstPaint', label: 'first paint on the slow line, ms', digits: 0 },
	{ measure: 'largestPaint', label: 'largest paint on the slow line, ms', digits: 0 },
	{ measure: 'blocking', label: 'blocking, slowed processor, ms', digits: 0 },
	{ measure: 'lateFrames', label: 'late frames, slowed processor, %', digits: 1 },
] as const;

type Found = Readonly<Record<(typeof measures)[number]['measure'], number>>;

async function visit(
	browser: Browser,
	site: string,
	address: string,
	page: string,
	throttling: Throttling,
): Promise<Found> {
	const cost = await pageCost(browser, address + page);
	const slow = await measureVisit(browser, address + page, throttling);
	return { ...cost, ...slow, brotli: brotliCompressSync(readFileSync(join(site, page, 'index.html'))).length };
}

/**
 * Measures every page of ours that another site has too, by turns; the medians with their ratios.
 * @param against another built site with the name to print, or null
 */
export async function benchPages(
	browser: Browser,
	ours: string,
	against: { readonly folder: string; readonly name: string } | null,
	throttling: Throttling,
): Promise<void> {
	const sites = [ours, ...(against ? [against.folder] : [])];
	const served = await Promise.all(sites.map((site, index) => serve(site, 4473 + 100 * index)));
	try {
		for (const page of pagesOf(ours)) {
			const found: Found[][] = sites.map(() => []);
			for (let round = 0; round < ROUNDS; round += 1)
				for (const [index, { address }] of served.entries())
					if (existsSync(join(sites[index] ?? '', page, 'index.html')))
						found[index]?.push(await visit(browser, sites[index] ?? '', address, page, throttling));
			const rows = measures.map(({ measure, label, digits }): Row => {
				const [own, other] = found.map((rounds) => median(rounds, (each) => each[measure]) ?? null);
				return { label, digits, ours: own ?? null, theirs: other };
			});
			printTable(page || 'the story', rows, against?.name ?? null);
		}
	} finally {
		await Promise.all(served.map((one) => one.close()));
	}
}
