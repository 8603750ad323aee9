/** `npm run seeds`: validates seeds and copy without building the site. Exit status: 1 for errors, 2 for a wrong command line. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '#compile/compile.ts';
import { formatDiagnostic } from '#compile/diagnostic.ts';
import { jsonSchemas } from '#compile/seeds/schema.ts';
import { readOriginals, readInput } from '#compile/read.ts';
import { MOST_QUOTED } from '#compile/evidence/passages.ts';
import { releaseOf } from '#compile/seeds/released.ts';
import { releasedFile } from '#compile/seeds/files.ts';
import type { Story } from '#lib/model/story.ts';
import { exitWith, readCommandLine } from './command-line.ts';
import { sample } from './review/sample.ts';

const USAGE = `Usage: npm run seeds [-- <options>]

Validates seeds and copy without building the site: prints every error with its file, line and column, or a summary.

  --schema        writes the JSON Schemas that editors use to seeds/schema/, and does nothing else
  --release       records what is released now; from then on a changed record needs an entry in seeds/corrections.yaml
  --sample <n>    prints a random sample of n statements with their passages, for a manual review
  --seed <n>      the random seed of the sample, 1 if not given: the same seed and seeds give the same sample
  --help          shows this help

Environment: DOSSIER=<folder> reads another story; SEEDS_ORIGINALS=<folder> has the articles as <id>.txt.
Exit status: 0 if there are no errors, 1 if there are, 2 for a wrong command line.`;

const { values } = readCommandLine(USAGE, {
	schema: { type: 'boolean' },
	release: { type: 'boolean' },
	sample: { type: 'string', example: '300' },
	seed: { type: 'string', example: '7', default: '1' },
});
const [count, seed] = [wholeNumber('sample', values.sample ?? '1'), wholeNumber('seed', values.seed)];
if (values.schema) writeSchemas();
else report();

function wholeNumber(option: string, value: string): number {
	const number = Number(value);
	return Number.isSafeInteger(number) && number >= 0
		? number
		: exitWith(USAGE, [`--${option} ${value} is not a whole number: write a number such as 7.`]);
}

function writeSchemas(): void {
	mkdirSync('seeds/schema', { recursive: true });
	for (const [name, text] of jsonSchemas()) {
		writeFileSync(`seeds/schema/${name}.json`, text);
		console.log(`seeds/schema/${name}.json`);
	}
}

function report(): void {
	const dossier = process.env['DOSSIER'] ?? '.';
	const input = readInput(dossier);
	const inputFiles = new Set(input.map(({ file }) => file));
	const folder = process.env['SEEDS_ORIGINALS'] ?? '../shared/seeds';
	const originals = readOriginals(folder, input).filter(({ file }) => !inputFiles.has(file));
	const { story, diagnostics } = compile([...input, ...originals]);
	for (const diagnostic of diagnostics)
		console.error(formatDiagnostic({ ...diagnostic, file: join(dossier, diagnostic.file) }));
	if (story === null) {
		console.error(`\n${String(diagnostics.length)} ${diagnostics.length === 1 ? 'error' : 'errors'}.`);
		process.exitCode = 1;
		return;
	}
	if (values.sample !== undefined) {
		for (const point of sample(story, input, count, seed)) console.log(`${point}\n`);
		return;
	}
	for (const line of lines(story)) console.log(line);
	if (!values.release) return;
	writeFileSync(join(dossier, releasedFile), `${JSON.stringify(releaseOf(story), null, '\t')}\n`);
	console.log(`${releasedFile}: from now on no record changes without an entry in seeds/corrections.yaml.`);
}

function lines({ sources, events, report: { counts, singleSource, quoted, accounted, verified } }: Story): string[] {
	const fates = (['taken', 'merged', 'left out'] as const).map((fate) => {
		return `${String(accounted.filter((row) => row.fate === fate).length)} ${fate}`;
	});
	const proof = [`${String(verified.fingerprint)} of ${String(counts.annotation)} by their fingerprints`];
	if (verified.original > 0) proof.push(`${String(verified.original)} against the originals, to the character`);
	else proof.push('none against the originals, which are not here');
	return [
		'Counts:',
		...Object.entries(counts).map(([what, n]) => `${what.padEnd(12)}${String(n).padStart(6)}`),
		'',
		`Quoted share of each article (at most ${percent(MOST_QUOTED)}):`,
		...sources.map(({ id, published }) => `${percent(quoted[id] ?? 0).padStart(8)}  ${id} (${published.words})`),
		'',
		`Events that only one source reports: ${percent(singleSource)} of ${String(events.length)}`,
		`Rows of both codings: ${String(accounted.length)}, ${fates.join(', ')}`,
		`Quotations verified: ${proof.join('; ')}`,
		'No errors.',
	];
}

function percent(share: number): string {
	return `${(share * 100).toFixed(1)} %`;
}
