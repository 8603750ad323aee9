/** `npm run export`: writes an export of the site; see `--help`. Exit status: 1 for a failure, 2 for wrong options. */
import { join } from 'node:path';
import { reasonOf, type Bundle } from '#bundles/bundle.ts';
import { readBuilt, type Built } from '#bundles/built.ts';
import { filesWithManifest } from '#bundles/manifest.ts';
import { summary } from '#bundles/summary.ts';
import { objections, writeOutputs, type Output } from '#bundles/write.ts';
import { zip } from '#bundles/formats/zip.ts';
import { WRONG_USAGE } from './command-line.ts';
import { help, parseArguments, type ExportOptions } from './export/options.ts';
import { freshBuild } from './fresh-build.ts';

const FAILED = 1;

/** Aborts on SIGINT, SIGTERM and SIGHUP. */
function interruption(): AbortSignal {
	const controller = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			controller.abort(new Error('Interrupted: nothing was left behind.'));
		});
	}
	return controller.signal;
}

const placesOf = ({ out, zip }: ExportOptions, folder: string): readonly [string, ...string[]] => {
	const place = join(out, folder);
	return zip ? [place, `${place}.zip`] : [place];
};

function outputsOf(options: ExportOptions, bundle: Bundle, built: Built): Output[] {
	const [place, zipPlace] = placesOf(options, bundle.folder);
	const content = filesWithManifest(bundle, options.name, built);
	return [{ place, content }, ...(zipPlace ? [{ place: zipPlace, content: zip(bundle.name, content) }] : [])];
}

async function make(options: ExportOptions): Promise<void> {
	const begun = performance.now();
	const seconds = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
	const places = options.target.folders(options).flatMap((folder) => placesOf(options, folder));
	const against = objections(places);
	if (against.length > 0) throw new Error(against.join('\n'));
	const signal = interruption();
	console.log('1/4  the site; built unless build/ is up to date');
	const isNew = await freshBuild(options.origin, (line) => console.log(`     ${line}, ${seconds()}`), signal);
	console.log(`     ${isNew ? 'built' : 'build/ is up to date'}, ${seconds()}`);

	const built = readBuilt('build', '.', process.env['DOSSIER'] ?? '.');
	console.log(`2/4  ${options.name}, version ${built.version}, data ${built.data.version}`);
	const bundles = await options.target.bundles(built, options);
	signal.throwIfAborted();
	console.log(`3/4  manifest and sums${options.zip ? ', zip' : ''} of ${bundles.map(({ name }) => name).join(', ')}`);
	const outputs = bundles.flatMap((bundle) => outputsOf(options, bundle, built));
	console.log(`4/4  ${options.dryRun ? 'would write' : 'writing'} ${outputs.map(({ place }) => place).join(', ')}`);
	if (!options.dryRun) await writeOutputs(outputs, signal);

	for (const bundle of bundles) {
		console.log(`\n${placesOf(options, bundle.folder).join(', ')}\n${summary(bundle)}`);
		for (const note of bundle.notes) console.log(note);
	}
	console.log(`\n${options.dryRun ? 'Nothing was written' : 'Made'}, ${seconds()}.`);
}

const reading = parseArguments(process.argv.slice(2));
if (reading.kind === 'help') console.log(help());
else if (reading.kind === 'mistakes') {
	for (const mistake of reading.mistakes) console.error(mistake);
	console.error('\nnpm run export -- --help lists all options.');
	process.exitCode = WRONG_USAGE;
} else {
	await make(reading.options).catch((problem: unknown) => {
		console.error(reasonOf(problem));
		process.exitCode = FAILED;
	});
}
