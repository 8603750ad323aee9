/**
 * `npm run seeds`: compiles seeds and copy and reports, without building a site; `--schema` writes the JSON Schemas that
 * editors use instead; `--release` keeps what is released now, against which later changes are held; `--sample 300 --seed
 * 7` prints points drawn by lot with their passages, for a reading. Ends with 1 if anything is wrong.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from '#compile/compile.ts';
import { formatDiagnostic } from '#compile/diagnostic.ts';
import { jsonSchemas } from '#compile/seeds/json-schema.ts';
import { readOriginals } from '#compile/evidence/originals.ts';
import { readInput } from '#compile/read.ts';
import { releaseOf } from '#compile/seeds/released.ts';
import { releasedFile } from '#compile/seeds/files.ts';
import type { Story } from '#lib/model/story.ts';
import { sample } from './review/sample.ts';

const { values } = parseArgs({
	options: {
		schema: { type: 'boolean' },
		release: { type: 'boolean' },
		sample: { type: 'string' },
		seed: { type: 'string', default: '1' },
	},
});
const [count, seed] = [values.sample ?? '1', values.seed].map(Number);
if (!isWhole(count) || !isWhole(seed)) {
	console.error('Write: npm run seeds -- --sample 300 --seed 7, with whole numbers.');
	process.exitCode = 1;
} else if (values.schema) writeSchemas();
else report();

function isWhole(number: number | undefined): number is number {
	return Number.isSafeInteger(number) && (number ?? -1) >= 0;
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
		console.error(`\n${String(diagnostics.length)} to mend.`);
		process.exitCode = 1;
		return;
	}
	if (values.sample !== undefined) {
		for (const point of sample(story, input, count ?? 0, seed ?? 0)) console.log(`${point}\n`);
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
	const proof = [`${String(verified.fingerprint)} of ${String(counts.annotation)} quotations verified by fingerprint`];
	if (verified.original > 0) proof.push(`${String(verified.original)} against the originals, to the character`);
	else proof.push('the originals are not here, so none against them');
	return [
		...Object.entries(counts).map(([what, n]) => `${what.padEnd(12)}${String(n).padStart(6)}`),
		'',
		...sources.map(({ id, published }) => `quoted ${percent(quoted[id] ?? 0).padStart(7)}  ${id} (${published.words})`),
		`single-source events: ${percent(singleSource)} of ${String(events.length)}`,
		`rows of both codings: ${String(accounted.length)}, ${fates.join(', ')}`,
		`${proof.join('; ')}.`,
		'Nothing unresolved.',
	];
}

function percent(share: number): string {
	return `${(share * 100).toFixed(1)} %`;
}
