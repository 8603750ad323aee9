/** Builds the site into `build/` where what lies there is not of today's sources. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathsOf } from '#build/files.js';
import { SOURCES } from '#bundles/provenance.ts';

/** Parts of `src` that no page is made from; `build/version.js` leaves them out of the version, too. */
const apart = ['src/bundles', 'src/commands', 'src/hosts', 'src/routes/dev', 'src/README.md'];

/** When the newest of these, and of all in them, was changed; folders count, too, so that a removed file is noticed. */
function newest(root: string, paths: readonly string[]): number {
	const times = paths.map((path) => {
		if (apart.includes(path)) return 0;
		const stats = lstatSync(join(root, path));
		const inner = stats.isDirectory() ? readdirSync(join(root, path)).map((name) => `${path}/${name}`) : [];
		return Math.max(stats.mtimeMs, newest(root, inner));
	});
	return Math.max(0, ...times);
}

/** What is known of a build that ended well; half a build has none of its own. */
interface Stamp {
	/** The site's address, null for none. */
	readonly origin: string | null;
	/** When the build began, in milliseconds. */
	readonly begun: number;
	/** What it left, as `filesLeft` tells it. */
	readonly left: string;
}

/** Outside of `build/`, so that nobody hands it over. */
const stampOf = (root: string): string => join(root, 'node_modules', '.cache', 'build.json');

/** A hash of the names, sizes and times of all files of the build. */
function filesLeft(root: string): string {
	const hash = createHash('sha256');
	for (const path of pathsOf(join(root, 'build'))) {
		const { size, mtimeMs } = statSync(join(root, 'build', path));
		hash.update(`${path} ${String(size)} ${String(mtimeMs)}\n`);
	}
	return hash.digest('hex');
}

function readStamp(root: string): Partial<Stamp> {
	try {
		return JSON.parse(readFileSync(stampOf(root), 'utf8')) as Stamp;
	} catch {
		return {};
	}
}

/** Remembers that the build, begun then, ended well. */
export function stamp(root: string, origin: string | null, begun: number): void {
	const said: Stamp = { origin, begun, left: filesLeft(root) };
	mkdirSync(dirname(stampOf(root)), { recursive: true });
	writeFileSync(stampOf(root), JSON.stringify(said));
}

/** The site's address in the build, as its index has it. */
function builtOrigin(root: string): string | null | undefined {
	const listing = join(root, 'build', 'embeds.json');
	if (!existsSync(listing)) return undefined;
	return (JSON.parse(readFileSync(listing, 'utf8')) as { site: string | null }).site;
}

/**
 * Whether `build/` is what a build that ended well has left, was begun after all that it is made of was last changed, and
 * knows this address; `SITE_BUILT=1` takes it as it is. What was built by hand, or not to the end, is not.
 */
export function isFresh(root: string, origin: string | null): boolean {
	if (!existsSync(join(root, 'build', 'index.html'))) return false;
	if (process.env['SITE_BUILT'] === '1') return builtOrigin(root) === origin;
	const said = readStamp(root);
	return said.origin === origin && (said.begun ?? 0) > newest(root, SOURCES) && said.left === filesLeft(root);
}

/**
 * Builds unless `build/` is fresh; gives whether it did. Rejects with the log where the site does not build without
 * errors and warnings, and with the signal's reason where it is aborted; then there is no build.
 * @param origin the site's address, null for none
 */
export async function freshBuild(origin: string | null, signal?: AbortSignal): Promise<boolean> {
	if (isFresh('.', origin)) return false;
	// A test runner's own variables would turn the build into one for tests.
	const kept = Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && !name.startsWith('VITEST'));
	const env = { ...Object.fromEntries(kept), PUBLIC_SITE: origin ?? '' };
	const vite = join('node_modules', 'vite', 'bin', 'vite.js');
	const begun = Date.now();
	const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], { env });
	signal?.addEventListener('abort', () => child.kill());
	let log = '';
	child.stdout.on('data', (words) => (log += String(words)));
	child.stderr.on('data', (words) => (log += String(words)));
	const status = await new Promise<number | null>((resolve, reject) => {
		child.once('error', reject).once('close', resolve);
	});
	if (status === 0 && !signal?.aborted) {
		stamp('.', origin, begun);
		return true;
	}
	rmSync('build', { recursive: true, force: true });
	signal?.throwIfAborted();
	throw new Error(`The site does not build without errors and warnings:\n${log}`);
}
