/** `npm run browsers`: installs more browsers, and other programs that tests are run with. */
import { spawnSync } from 'node:child_process';
import { startReader } from '#tests/browser/compatibility/old/reader.ts';
import { readCommandLine } from '#commands/command-line.ts';
import { fetchRelease, releaseNamed, RELEASES } from '#tests/browser/compatibility/old/releases.ts';
import { fetchLarge, LARGE } from '#tests/partners/large.ts';

const ENGINES = ['firefox-esr', 'webkit2gtk-driver', 'xvfb', 'xauth'];
const USAGE = `Usage: npm run browsers [-- <name> …]

Without a name, installs Firefox and WebKit from Debian's packages (as root, or through sudo): ${ENGINES.join(', ')}.

  chromium@<version>  an older Chromium, from npm: ${Object.keys(RELEASES).join(', ')}
  partners            large packages that tests are run with, from npm
  <package>           Firefox, WebKit and this Debian package, such as caddy
  --help              shows this help

Exit status: 0 if all of it is installed, 1 if not (the tests that need the rest are skipped), 2 for a wrong command line.`;

const words = readCommandLine(USAGE, {}, [0, Infinity]).positionals;
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
		// One by one if all at once fails, to install as many as possible.
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
