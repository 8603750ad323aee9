/**
 * `npm run bench`: the built story against the same page with its script taken out, in one run. Cold visits by turns on a
 * slow line and a slowed processor; medians, and what the script costs as a ratio. Ends with 1 if a paint is more than a
 * tenth later with the script than without.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { launch } from '#tests/browser/launch.ts';
import { measureVisit, type Measures } from './measure.ts';
import { serve } from './serve.ts';

const ROUNDS = 5;
const TOLERANCE = 1.1;

const rows: readonly { readonly measure: keyof Measures; readonly label: string; readonly digits: number }[] = [
	{ measure: 'requests', label: 'requests', digits: 0 },
	{ measure: 'document', label: 'document, bytes', digits: 0 },
	{ measure: 'scripts', label: 'scripts, bytes', digits: 0 },
	{ measure: 'fonts', label: 'fonts, bytes', digits: 0 },
	{ measure: 'everything', label: 'everything, bytes', digits: 0 },
	{ measure: 'firstPaint', label: 'first paint, ms', digits: 0 },
	{ measure: 'largestPaint', label: 'largest paint, ms', digits: 0 },
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

/** Takes the script out of a site's first page. */
function removeScript(site: string): void {
	const page = readFileSync(join(site, 'index.html'), 'utf8');
	const bare = page.replace(/<script\b[^>]*\bsrc=[^>]*><\/script>/g, '');
	if (bare === page) throw new Error('the built story asks for no script, so there is nothing to compare');
	writeFileSync(join(site, 'index.html'), bare);
	writeFileSync(join(site, 'index.html.br'), brotliCompressSync(bare));
	rmSync(join(site, 'index.html.gz'), { force: true });
}

function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

const [whole, bare] = [copyOf('build'), copyOf('build')];
removeScript(bare);
const [story, still, browser] = await Promise.all([serve(whole, 4273), serve(bare, 4373), launch()]);
const found: { readonly story: Measures; readonly still: Measures }[] = [];
try {
	// The first visit of a browser is slower than any other.
	await measureVisit(browser, still.address);
	for (let round = 0; round < ROUNDS; round += 1) {
		found.push({
			story: await measureVisit(browser, story.address),
			still: await measureVisit(browser, still.address),
		});
	}
} finally {
	await Promise.all([browser.close(), story.close(), still.close()]);
	for (const copy of [whole, bare]) rmSync(copy, { recursive: true });
}

console.log(`${String(ROUNDS)} rounds by turns: 1.6 Mbit/s, 150 ms, processor ÷ 4. Medians.\n`);
console.log(`${''.padEnd(24)}${'story'.padStart(12)}${'no script'.padStart(12)}${'ratio'.padStart(9)}`);
for (const { measure, label, digits } of rows) {
	const [ours, bares] = (['story', 'still'] as const).map((which) =>
		median(found.map((round) => round[which][measure])),
	);
	const ratio = ours === undefined || !bares ? null : ours / bares;
	const cells = [ours ?? 0, bares ?? 0].map((value) => value.toFixed(digits).padStart(12)).join('');
	console.log(`${label.padEnd(24)}${cells}${(ratio?.toFixed(2) ?? '–').padStart(9)}`);
	if (measure.endsWith('Paint') && ratio !== null && ratio > TOLERANCE) {
		console.log(`  more than ${String(Math.round((TOLERANCE - 1) * 100))} % later than without the script`);
		process.exitCode = 1;
	}
}
