/**
 * `npm run bench`: the built story against the same page with its script taken out, in one run. Cold visits by turns on a
 * slow line and a slowed processor; medians, and what the script costs as a ratio. Then the story alone on the worst line
 * that we care for, and what the story, each embed and the ledger cost.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { median } from 'd3';
import { launch } from '#commands/browser/launch.ts';
import { exitWith, readCommandLine } from '#commands/command-line.ts';
import { benchBuild } from './bench/build.ts';
import { benchPages } from './bench/pages.ts';
import { benchScale } from './bench/scale.ts';
import { checkoutOf } from './bench/checkout.ts';
import { freshBuild } from '#commands/fresh-build.ts';
import { measureVisit, type Throttling, type Measures } from './bench/measure.ts';
import { measureUsage } from './bench/usage.ts';
import { serve } from '#commands/serve.ts';

const USAGE = `Usage: npm run bench [-- build|scale] [--against <commit>]

Measures transfer sizes, paint times and processor time of the built pages on a slow connection and a slow processor.

  build               measures instead what a build takes: time, processor time, memory
  scale               measures instead how a build grows with the number of sources
  --against <commit>  compares with a commit, which is built; or, for pages, with the folder of a built site
  --help              shows this help

Exit status: 1 if a paint is more than a tenth later with the script than without, or the story later than its limits.`;

const ROUNDS = 5;
const TOLERANCE = 1.1;
const SLOW: Throttling = { latency: 150, down: 200_000, slowed: 4 };
const WORST: Throttling = { latency: 400, down: 50_000, slowed: 6 };
const inWords = ({ latency, down, slowed }: Throttling): string =>
	`${String((down * 8) / 1000)} kbit/s, ${String(latency)} ms, processor ÷ ${String(slowed)}`;

/** The limits for the story on the worst line: milliseconds, and a cumulative shift. */
const goals: readonly { readonly measure: keyof Measures; readonly label: string; readonly most: number }[] = [
	{ measure: 'firstPaint', label: 'can be read, ms', most: 3000 },
	{ measure: 'alive', label: 'is alive, ms', most: 5000 },
	{ measure: 'shift', label: 'layout shift', most: 0.02 },
];

const rows: readonly { readonly measure: keyof Measures; readonly label: string; readonly digits: number }[] = [
	{ measure: 'requests', label: 'requests', digits: 0 },
	{ measure: 'document', label: 'document, bytes', digits: 0 },
	{ measure: 'scripts', label: 'scripts, bytes', digits: 0 },
	{ measure: 'fonts', label: 'fonts, bytes', digits: 0 },
	{ measure: 'everything', label: 'everything, bytes', digits: 0 },
	{ measure: 'firstPaint', label: 'first paint, ms', digits: 0 },
	{ measure: 'largestPaint', label: 'largest paint, ms', digits: 0 },
	{ measure: 'alive', label: 'controls, ms', digits: 0 },
	{ measure: 'shift', label: 'layout shift', digits: 4 },
	{ measure: 'blocking', label: 'blocking time, ms', digits: 0 },
	{ measure: 'lateFrames', label: 'late scroll frames, %', digits: 1 },
];

/** A copy of a site, so that a build in the meantime changes nothing. */
function copyOf(site: string): string {
	const copy = mkdtempSync(join(tmpdir(), 'bench-'));
	cpSync(site, copy, { recursive: true });
	return copy;
}

/** Removes the script from a site's first page. */
function removeScript(site: string): void {
	const page = readFileSync(join(site, 'index.html'), 'utf8');
	const bare = page.replace(/<script\b[^>]*\bsrc=[^>]*><\/script>/g, '');
	if (bare === page) throw new Error('the built story asks for no script, so there is nothing to compare');
	writeFileSync(join(site, 'index.html'), bare);
	writeFileSync(join(site, 'index.html.br'), brotliCompressSync(bare));
	rmSync(join(site, 'index.html.gz'), { force: true });
}

/** The story with and without its script. */
async function benchScript(): Promise<void> {
	const [whole, bare] = [copyOf('build'), copyOf('build')];
	removeScript(bare);
	const [story, still, browser] = await Promise.all([serve(whole, 4273), serve(bare, 4373), launch()]);
	const found: { readonly story: Measures; readonly still: Measures }[] = [];
	const worst: Measures[] = [];
	try {
		// The first visit of a browser is slower than any other.
		await measureVisit(browser, still.address, SLOW);
		for (let round = 0; round < ROUNDS; round += 1) {
			found.push({
				story: await measureVisit(browser, story.address, SLOW),
				still: await measureVisit(browser, still.address, SLOW),
			});
		}
		for (let round = 0; round < ROUNDS; round += 1) worst.push(await measureVisit(browser, story.address, WORST));
	} finally {
		await Promise.all([browser.close(), story.close(), still.close()]);
		for (const copy of [whole, bare]) rmSync(copy, { recursive: true });
	}

	console.log(`${String(ROUNDS)} rounds by turns: ${inWords(SLOW)}. Medians.\n`);
	console.log(`${''.padEnd(24)}${'story'.padStart(12)}${'no script'.padStart(12)}${'ratio'.padStart(9)}`);
	for (const { measure, label, digits } of rows) {
		const [ours, bares] = (['story', 'still'] as const).map((which) => median(found, (round) => round[which][measure]));
		const ratio = ours === undefined || !bares ? null : ours / bares;
		const cells = [ours ?? 0, bares ?? 0].map((value) => value.toFixed(digits).padStart(12)).join('');
		console.log(`${label.padEnd(24)}${cells}${(ratio?.toFixed(2) ?? '–').padStart(9)}`);
		if (measure.endsWith('Paint') && ratio !== null && ratio > TOLERANCE) {
			console.log(`  more than ${String(Math.round((TOLERANCE - 1) * 100))} % later than without the script`);
			process.exitCode = 1;
		}
	}

	console.log(`\nThe story alone, ${String(ROUNDS)} rounds: ${inWords(WORST)}. Medians.\n`);
	for (const { measure, label, most } of goals) {
		const value = median(worst, (round) => round[measure]) ?? NaN;
		const isKept = value <= most;
		const digits = most < 1 ? 4 : 0;
		console.log(
			`${label.padEnd(24)}${value.toFixed(digits).padStart(12)}  ${isKept ? 'within' : 'beyond'} ${String(most)}`,
		);
		if (!isKept) process.exitCode = 1;
	}
}

/** Pages beside those of another site: a folder that holds one, or a commit, which is built. */
async function benchAgainst(against: string | null): Promise<void> {
	const site = copyOf('build');
	const isFolder = against !== null && existsSync(join(against, 'index.html'));
	const checkout = against === null || isFolder ? null : checkoutOf(against);
	const browser = await launch();
	try {
		if (checkout) {
			console.log(`Building ${String(against)} …`);
			const { status, output } = await measureUsage(checkout.folder, 'npm', ['run', 'build']);
			if (status !== 0) throw new Error(`${String(against)} does not build: ${output}`);
		}
		const other = against === null ? null : checkout ? join(checkout.folder, 'build') : against;
		const name = against === null ? '' : isFolder ? 'that folder' : against;
		console.log(`\nPages on a phone; paints, blocking and frames: ${inWords(SLOW)}. Medians.`);
		await benchPages(browser, site, other === null ? null : { folder: other, name }, SLOW);
	} finally {
		await browser.close();
		checkout?.remove();
		rmSync(site, { recursive: true });
	}
}

const { values, positionals } = readCommandLine(USAGE, { against: { type: 'string', example: 'HEAD~1' } }, [0, 1]);
const against = values.against ?? null;
const [what] = positionals;
if (what !== undefined && what !== 'build' && what !== 'scale')
	exitWith(USAGE, [`${what} is not a measurement: write build, scale or none.`]);
if (what === 'build') await benchBuild(against);
else if (what === 'scale') await benchScale(against);
else {
	await freshBuild(null, console.log);
	if (against === null) await benchScript();
	await benchAgainst(against);
}
