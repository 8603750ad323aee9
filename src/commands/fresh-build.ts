/** Builds the site into `build/` where what lies there is not of today's sources. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const inputs = ['src', 'static', 'seeds', 'package.json', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];

/** Parts of `src` that no page is made from; `svelte.config.js` leaves them out of the version, too. */
const apart = new Set(
	['src/bundles', 'src/commands', 'src/hosts', 'src/routes/dev', 'src/README.md'].map((path) => join(path)),
);

/** When the newest of these, and of all in them, was changed; folders count, too, so that a removed file is noticed. */
function newest(paths: readonly string[]): number {
	const times = paths.map((path) => {
		if (apart.has(path)) return 0;
		const stats = statSync(path);
		const inner = stats.isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [];
		return Math.max(stats.mtimeMs, newest(inner));
	});
	return Math.max(0, ...times);
}

/** The site's address in the build, as its index has it; undefined where there is no build. */
function builtOrigin(): string | null | undefined {
	const listing = join('build', 'embeds.json');
	if (!existsSync(listing)) return undefined;
	return (JSON.parse(readFileSync(listing, 'utf8')) as { site: string | null }).site;
}

/** Whether `build/` is younger than everything it is made of and knows this address; `SITE_BUILT=1` takes it as it is. */
function isFresh(origin: string | null): boolean {
	const made = join('build', 'index.html');
	if (!existsSync(made) || builtOrigin() !== origin) return false;
	return process.env['SITE_BUILT'] === '1' || statSync(made).mtimeMs > newest(inputs);
}

/**
 * Builds unless `build/` is fresh; gives whether it did. Rejects with the log where the site does not build without
 * errors and warnings, and with the signal's reason where it is aborted; then there is no build.
 * @param origin the site's address, null for none
 */
export async function freshBuild(origin: string | null, signal?: AbortSignal): Promise<boolean> {
	if (isFresh(origin)) return false;
	// A test runner's own variables would turn the build into one for tests.
	const kept = Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && !name.startsWith('VITEST'));
	const env = { ...Object.fromEntries(kept), PUBLIC_SITE: origin ?? '' };
	const vite = join('node_modules', 'vite', 'bin', 'vite.js');
	const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], { env });
	signal?.addEventListener('abort', () => child.kill());
	let log = '';
	child.stdout.on('data', (words) => (log += String(words)));
	child.stderr.on('data', (words) => (log += String(words)));
	const status = await new Promise<number | null>((resolve, reject) => {
		child.once('error', reject).once('close', resolve);
	});
	if (status === 0 && !signal?.aborted) return true;
	rmSync('build', { recursive: true, force: true });
	signal?.throwIfAborted();
	throw new Error(`The site does not build without errors and warnings:\n${log}`);
}
