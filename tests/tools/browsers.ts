/**
 * `npm run browsers`: installs Firefox and WebKit from Debian’s packages, for the tests of three engines. Other packages
 * may be named behind it; `chromium@109` fetches a Chromium of another year out of npm, `partners` the large packages of
 * others that tests are run with, and where only such are named, nothing is installed. Says plainly what it could not do,
 * and ends as failed then.
 */
import { spawnSync } from 'node:child_process';
import { startReader } from '#tests/browser/old/reader.ts';
import { fetchRelease, releaseNamed } from '#tests/browser/old/releases.ts';
import { fetchLarge, LARGE } from '#tests/partners/large.ts';

const ENGINES = ['firefox-esr', 'webkit2gtk-driver', 'xvfb', 'xauth'];
const words = process.argv.slice(2);
const releases = words.filter((word) => releaseNamed(word) !== null);
const isLarge = words.includes('partners');
const packages = words.filter((word) => releaseNamed(word) === null && word !== 'partners');

const isThere = (name: string): boolean => {
	const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' });
	return (stdout as string | null)?.trim().endsWith('install ok installed') ?? false;
};

/** Runs apt-get, as root or through sudo without a password; returns whether it succeeded. */
function apt(...words: readonly string[]): boolean {
	const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
	const [program = '', ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...words];
	const { status, error } = spawnSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'] });
	if (error) console.error(error.message);
	return status === 0;
}

function install(wanted: readonly string[]): void {
	const absent = wanted.filter((name) => !isThere(name));
	if (absent.length > 0) {
		console.log(`Installing ${absent.join(', ')} …`);
		apt('-q', '-o', 'DPkg::Lock::Timeout=120', 'update');
		// One by one where all at once fails: what can be had is had.
		const all = ['-q', '-y', '-o', 'DPkg::Lock::Timeout=120', '--no-install-recommends', 'install'];
		if (!apt(...all, ...absent)) for (const name of absent) apt(...all, name);
	}
	const failed = wanted.filter((name) => !isThere(name));
	const there = wanted.filter((name) => !failed.includes(name));
	if (there.length > 0) console.log(`Installed: ${there.join(', ')}.`);
	if (failed.length > 0) {
		console.error(
			`Could not be installed: ${failed.join(', ')}. The tests that need them will be skipped, and say so.`,
		);
		process.exitCode = 1;
	}
}

for (const word of releases) {
	try {
		const executable = await fetchRelease(releaseNamed(word) ?? 0);
		const reader = await startReader(executable);
		console.log(`${word}: Chromium ${reader.version}, in ${executable}`);
		await reader.close();
	} catch (problem) {
		console.error(`${word}: ${problem instanceof Error ? problem.message : String(problem)}`);
		process.exitCode = 1;
	}
}
if (isLarge) {
	try {
		fetchLarge();
		console.log(`partners: installed in ${LARGE}`);
	} catch (problem) {
		console.error(`partners: ${problem instanceof Error ? problem.message : String(problem)}`);
		process.exitCode = 1;
	}
}
if (packages.length > 0 || words.length === 0) install([...ENGINES, ...packages]);
