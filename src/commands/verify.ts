/** `npm run export:verify -- <folder|zip|URL>`: verifies an export, first its files, then its pages in a browser. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checks, failuresOf } from '#bundles/verify/checks.ts';
import { readBundle, type BundleInput } from '#bundles/verify/input.ts';
import { readCommandLine } from './command-line.ts';
import { openBundle, type Opened } from './export/open-bundle.ts';
import { reasonOf } from '#bundles/bundle.ts';

const USAGE = `Usage: npm run export:verify -- <folder|zip|URL> [--no-browser]

Verifies an export: checksums, zip, links and anchors, URLs, Content Security Policies, web archive, leaked paths and names
of the machine that made it. Then opens its pages in a browser: below a path, without JavaScript, in a sandbox, from the disk.

  <folder>       what "npm run export" made
  <zip>          the same, packed by --zip
  <URL>          where the export is published, https://…; files that hosts hide (.htaccess and the like) may be missing
  --no-browser   checks the files only
  --help         shows this help

Prints a line for each check and below it the failures, the file first, and what to do.
Exit status: 0 if the export is verified, 1 if a check fails, 2 for a wrong command line.`;

/** How many failures of one kind are printed; the others are counted. */
const TOLD = 20;

function print({ title, failures, remedy }: Opened): void {
	if (failures.length === 0) {
		console.log(`ok    ${title}`);
		return;
	}
	console.log(`FAIL  ${title}`);
	for (const failure of failures.slice(0, TOLD)) console.log(`        ${failure}`);
	if (failures.length > TOLD) console.log(`        and ${String(failures.length - TOLD)} more`);
	console.log(`      What to do: ${remedy}`);
	process.exitCode = 1;
}

/** Runs a function on a temporary folder with the files, for a browser. */
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
	console.log(
		`version ${version}, data ${data.version}, commit ${commit ?? 'none (no repository, or uncommitted changes)'}, origin ${origin ?? 'none'}\n`,
	);
	for (const check of checks) print({ ...check, failures: await failuresOf(check, got) });
	if (opens.length === 0) console.log('ok    the export has no page to open in a browser');
	else if (inBrowser) {
		await unpacked(got.files, async (folder) => {
			for (const row of await openBundle(folder, opens)) print(row);
		});
	}
	console.log(process.exitCode === 1 ? '\nVerification failed.' : '\nVerified.');
}

const { values, positionals } = readCommandLine(USAGE, { 'no-browser': { type: 'boolean' } }, [1, 1]);
await verify(positionals[0] ?? '', !values['no-browser']).catch((problem: unknown) => {
	console.error(reasonOf(problem));
	process.exitCode = 1;
});
