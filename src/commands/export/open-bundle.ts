/** Opens the pages of an export in the ways in which readers may get them: from a host, without scripts, in a sandbox, from disk. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Frame, Page } from 'playwright-core';
import { launch } from '#commands/browser/launch.ts';
import { serve } from '#commands/serve.ts';

/** The pages are served below a path, because they must work at any depth. */
const BASE = 'deep/base/path/';

const PATIENCE_MS = 15_000;

const REMEDY =
	'Correct what failed above first. If nothing did, open the page in the same way, with the console open: the fault is the site’s.';

export interface Opened {
	/** What has been verified if there are no failures. */
	readonly title: string;
	/** A sentence for each failure, the page first. */
	readonly failures: readonly string[];
	/** What to do if there is one. */
	readonly remedy: string;
}

interface Place {
	/** URL of the server, with a slash at its end. */
	readonly address: string;
	/** The folder on the disk. */
	readonly folder: string;
}

interface Way {
	readonly title: string;
	readonly open: (page: Page, path: string, place: Place) => Promise<Frame | null>;
	/** Which scripts run there: modules need an origin, classic scripts do not. */
	readonly runs: 'all' | 'classic' | 'none';
}

const ways: readonly Way[] = [
	{
		title: `opens under /${BASE}, with scripts`,
		runs: 'all',
		open: async (page, path, { address }) => {
			await page.goto(address + BASE + path);
			return page.mainFrame();
		},
	},
	{
		title: 'is complete without JavaScript',
		runs: 'none',
		open: async (page, path, { address }) => {
			await page.goto(address + BASE + path);
			return page.mainFrame();
		},
	},
	{
		title: 'opens in a sandboxed iframe without an origin',
		runs: 'classic',
		open: async (page, path, { address }) => {
			await page.goto(`${address}?${path}`);
			await page.evaluate(
				(src) => {
					const frame = document.createElement('iframe');
					frame.setAttribute('sandbox', 'allow-scripts');
					Object.assign(frame, { src, width: 800, height: 800 });
					document.body.append(frame);
					return new Promise((loaded) => frame.addEventListener('load', loaded));
				},
				address + BASE + path,
			);
			return page.frames()[1] ?? null;
		},
	},
	{
		title: 'opens from the disk (file:)',
		runs: 'classic',
		open: async (page, path, { folder }) => {
			await page.goto(pathToFileURL(join(folder, path)).href);
			return page.mainFrame();
		},
	},
];

/** What is missing in an opened page: charts with marks and tables, or links to these, and the evidence of a mark after a click. */
async function lacks(frame: Frame, isAlive: boolean): Promise<string[]> {
	const marks = frame.locator('figure[data-chart] svg [data-id], .drawing [data-id]');
	const [count, tables, words] = [
		await marks.count(),
		await frame.locator('figure[data-chart] :is(table tbody tr, a[href*="data/tables/"])').count(),
		(await frame.locator('body').innerText()).length,
	];
	const missing = [
		...(count > 0 ? [] : ['it has no mark of a chart']),
		...(tables > 0 ? [] : ['it has no table of a chart, and no link to one']),
		...(words > 200 ? [] : ['it has almost no text']),
	];
	if (!isAlive || count === 0) return missing;
	await marks.first().dispatchEvent('click');
	const isOpen = await frame.waitForSelector('dialog[open]', { timeout: PATIENCE_MS }).then(
		() => true,
		() => false,
	);
	return isOpen ? missing : [...missing, 'a click on a mark shows no evidence'];
}

/** Whether the scripts of a page run: a module in its own file needs an origin. */
function isAlive({ runs }: Way, file: string): boolean {
	const hasModules = /<script\b(?=[^>]*\ssrc=)[^>]*\btype="module"/.test(readFileSync(file, 'utf8'));
	return runs === 'all' || (runs === 'classic' && !hasModules);
}

/** Messages of a browser about modules and fonts that it does not load for a page without an origin. They are not failures. */
const WITHOUT_ORIGIN =
	/^says (?:Access to .* from origin 'null'|Failed to load resource: net::ERR_FAILED|A preload for 'file:)/;

async function visit(browser: Browser, way: Way, path: string, place: Place): Promise<string[]> {
	const context = await browser.newContext({
		javaScriptEnabled: way.runs !== 'none',
		viewport: { width: 1000, height: 800 },
	});
	const complaints: string[] = [];
	try {
		const page = await context.newPage();
		page.on('pageerror', (error) => complaints.push(`throws ${error.message}`));
		page.on('console', (message) => {
			if (['error', 'warning'].includes(message.type())) complaints.push(`says ${message.text()}`);
		});
		page.on('request', (request) => {
			const url = request.url();
			if (/^https?:/.test(url) && !url.startsWith(place.address)) complaints.push(`asks ${url}`);
		});
		page.on('response', (answer) => {
			if (answer.status() >= 400) complaints.push(`is answered ${String(answer.status())} for ${answer.url()}`);
		});
		const frame = await way.open(page, path, place);
		if (!frame) return [`${path}: does not open`];
		complaints.push(...(await lacks(frame, isAlive(way, join(place.folder, path)))));
	} catch (problem) {
		complaints.push(
			`does not open: ${problem instanceof Error ? (problem.message.split('\n')[0] ?? '') : 'no reason'}`,
		);
	} finally {
		await context.close();
	}
	const isExcused = way.runs === 'classic' && !isAlive(way, join(place.folder, path));
	return complaints.filter((one) => !isExcused || !WITHOUT_ORIGIN.test(one)).map((one) => `${path}: ${one}`);
}

/**
 * Opens pages of a folder in every way. Returns a row for each way.
 * @param paths of pages with at least one chart
 */
export async function openBundle(folder: string, paths: readonly string[]): Promise<readonly Opened[]> {
	const root = mkdtempSync(join(tmpdir(), 'opened-'));
	writeFileSync(join(root, 'index.html'), '<!doctype html><title>A page of somebody else</title>');
	mkdirSync(join(root, BASE, '..'), { recursive: true });
	symlinkSync(resolve(folder), join(root, BASE.slice(0, -1)));
	const served = await serve(root, 4573);
	const browser = await launch();
	const rows: Opened[] = [];
	try {
		for (const way of ways) {
			const failures: string[] = [];
			for (const path of paths) {
				failures.push(...(await visit(browser, way, path, { address: served.address, folder: resolve(folder) })));
			}
			rows.push({
				title: `${way.title}: ${paths.length === 1 ? '1 page' : `${String(paths.length)} pages`}`,
				failures,
				remedy: REMEDY,
			});
		}
	} finally {
		await browser.close();
		await served.close();
		rmSync(root, { recursive: true });
	}
	return rows;
}
