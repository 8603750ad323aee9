/**
 * `npm run export:verify -- <folder|zip|address>`: whether an export is whole and true, first by its files, then in a
 * browser (`--no-browser` leaves that out). Exit status: 1 if anything fails, 2 for wrong arguments.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { checks, failuresOf } from '#bundles/verify/checks.ts';
import { readBundle, type BundleInput } from '#bundles/verify/input.ts';
import { openBundle, type Opened } from './export/open-bundle.ts';

const USAGE = 'Write: npm run export:verify -- <folder|zip|address> [--no-browser]';

const HELP = `npm run export:verify -- <folder|zip|address> [--no-browser]

Says whether an export is whole and true: sums, packing, links and anchors, addresses, policies, web archive, traces of
the machine that made it. Then opens its pages in a browser, under a path, without scripts, in a sandbox and from the disk.

  <folder>       what "npm run export" made
  <zip>          the same, packed by --zip
  <address>      where the export lies on a host, https://…; what hosts are told to hide may be missing there
  --no-browser   files only
  --help         this

Prints a line for each check, and below it what fails, the file first. Ends with 0 if all of it holds, 1 if anything
fails, 2 for wrong arguments.`;

/** Failures of one kind that are printed in full; the rest is counted. */
const TOLD = 20;

function print({ title, failures }: Opened): void {
	console.log(`${failures.length === 0 ? 'holds ' : 'FAILS '} ${title}`);
	for (const failure of failures.slice(0, TOLD)) console.error(`         ${failure}`);
	if (failures.length > TOLD) console.error(`         and ${String(failures.length - TOLD)} more`);
	if (failures.length > 0) process.exitCode = 1;
}

/** The files in a folder of their own, as a browser needs them; then the folder is taken away. */
async function unpacked(files: BundleInput['files'], use: (folder: string) => Promise<void>): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'verify-'));
	try {
		for (const [path, bytes] of files) {
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			writeFileSync(join(folder, path), bytes);
		}
		await use(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function verify(place: string, inBrowser: boolean): Promise<void> {
	const got = await readBundle(place);
	const { target, version, data, commit, origin, opens, files } = got.manifest;
	console.log(`${place}: ${target}, ${String(files.length)} files`);
	console.log(`version ${version}, data ${data.version}, commit ${commit ?? 'unknown'}, origin ${origin ?? 'none'}\n`);
	for (const check of checks) print({ title: check.title, failures: await failuresOf(check, got) });
	if (inBrowser) {
		await unpacked(got.files, async (folder) => {
			for (const row of await openBundle(folder, opens)) print(row);
		});
	}
	console.log(process.exitCode === 1 ? '\nIt does not hold.' : '\nAll of it holds.');
}

const { values, positionals } = parseArgs({
	options: { 'no-browser': { type: 'boolean' }, help: { type: 'boolean' } },
	allowPositionals: true,
	strict: false,
});
const [place, ...others] = positionals;
const strange = Object.keys(values).filter((name) => !['no-browser', 'help'].includes(name));
if (values.help === true) console.log(HELP);
else if (place === undefined || others.length > 0 || strange.length > 0) {
	console.error(USAGE);
	process.exitCode = 2;
} else {
	await verify(place, values['no-browser'] !== true).catch((problem: unknown) => {
		console.error(problem instanceof Error ? problem.message : String(problem));
		process.exitCode = 1;
	});
}
