/** Builds the site into `build/`, unless that is up to date. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dossierOf, pathsOf, sourcesOf } from '#build/files.js';
import { SOURCES } from '#bundles/provenance.ts';

/** Source files that no page is made from; `build/version.js` excludes them from the version, too. */
const apart = ['seeds/originals', 'src/bundles', 'src/commands', 'src/hosts', 'src/routes/dev', 'src/README.md'];

function contentOf(folder: string, paths: readonly string[]): string {
	const hash = createHash('sha256');
	for (const path of paths) {
		const content = readFileSync(join(folder, path));
		hash.update(`${path} ${String(content.length)}\n`).update(content);
	}
	return hash.digest('hex');
}

/** A hash of all sources of the site. */
export function sourcesHash(root: string): string {
	const [files, folders] = [
		SOURCES.filter((path) => path.includes('.')),
		SOURCES.filter((path) => !path.includes('.')),
	];
	const dossier = dossierOf(root);
	const used = sourcesOf(root, dossier === '.' ? folders : [...folders, dossier]).filter(
		(path) => !apart.some((one) => `${path}/`.startsWith(`${one}/`)),
	);
	return `${contentOf(root, [...used, ...files])} ${process.version} ${dossier}`;
}

const buildHash = (root: string): string => contentOf(join(root, 'build'), pathsOf(join(root, 'build')));

/** The stamp of a successful build; an incomplete build has none. */
interface Stamp {
	readonly origin: string | null;
	/** The hash of its sources (`sourcesHash`). */
	readonly sources: string;
	readonly left: string;
}

/** Outside of `build/`, so that it is not published. */
const stampOf = (root: string): string => join(root, 'node_modules', '.cache', 'build.json');

function readStamp(root: string): Partial<Stamp> {
	try {
		return JSON.parse(readFileSync(stampOf(root), 'utf8')) as Stamp;
	} catch {
		return {};
	}
}

/** Writes the stamp of a successful build of these sources. */
export function stamp(root: string, origin: string | null, sources: string): void {
	const stamp: Stamp = { origin, sources, left: buildHash(root) };
	mkdirSync(dirname(stampOf(root)), { recursive: true });
	writeFileSync(stampOf(root), JSON.stringify(stamp));
}

/** The URL of the site in the build, from its index. */
function builtOrigin(root: string): string | null | undefined {
	const listing = join(root, 'build', 'embeds.json');
	if (!existsSync(listing)) return undefined;
	return (JSON.parse(readFileSync(listing, 'utf8')) as { site: string | null }).site;
}

/**
 * Whether `build/` is the unchanged output of a successful build of the current sources, with this URL. `SITE_BUILT=1`
 * accepts any complete build.
 */
export function isFresh(root: string, origin: string | null): boolean {
	if (!existsSync(join(root, 'build', 'index.html'))) return false;
	if (process.env['SITE_BUILT'] === '1') return builtOrigin(root) === origin;
	const stamp = readStamp(root);
	return stamp.origin === origin && stamp.sources === sourcesHash(root) && stamp.left === buildHash(root);
}

/** Makes glibc and the mimalloc of the bundler return memory to the system at once: that is a quarter of what a build takes. */
const GIVING_BACK = {
	...{ MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '1000000', MALLOC_TRIM_THRESHOLD_: '1000000' },
	MIMALLOC_PURGE_DELAY: '0',
};

/** Garbage is collected on the thread that made it: threads that help each other are a tenth of the processor time of a build. */
const COLLECTING = ['--single-threaded-gc'];

/** Lines of the build log that report progress (`src/build/progress.ts`). */
const PROGRESS = /^\d\/\d .*/gm;

/** A diagnostic of the compiler as `formatDiagnostic` writes it. */
const DIAGNOSTIC = /^\S+:\d+:\d+ [a-z]+(?:-[a-z0-9]+)+ .+$/gm;

/** Why a build failed: the diagnostics of the compiler, each once (the bundler prints them twice, with a stack trace); else the log. */
export function failureIn(log: string): string {
	const reported = [...new Set(log.match(DIAGNOSTIC))];
	if (reported.length > 0) return `The seeds or the copy contain errors:\n${reported.join('\n')}`;
	return `The build failed (warnings count as errors):\n${log.replace(PROGRESS, '')}`;
}

/**
 * Builds unless `build/` is up to date; returns whether it did. Rejects with the errors and warnings of the build, or with
 * the reason of the signal if it is aborted; then there is no build.
 * @param origin the URL of the site, null if not known
 * @param report is called with each line of progress
 */
export async function freshBuild(
	origin: string | null,
	report: (line: string) => void = () => undefined,
	signal?: AbortSignal,
): Promise<boolean> {
	if (isFresh('.', origin)) return false;
	// The variables of a test runner would change the build.
	const kept = Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && !name.startsWith('VITEST'));
	const env = { ...GIVING_BACK, ...Object.fromEntries(kept), PUBLIC_SITE: origin ?? '' };
	const vite = join('node_modules', 'vite', 'bin', 'vite.js');
	const sources = sourcesHash('.');
	const child = spawn(process.execPath, [...COLLECTING, vite, 'build', '--logLevel', 'warn'], { env });
	signal?.addEventListener('abort', () => child.kill());
	let log = '';
	child.stdout.on('data', (words) => {
		for (const [line] of String(words).matchAll(PROGRESS)) report(line);
		log += String(words);
	});
	child.stderr.on('data', (words) => (log += String(words)));
	const status = await new Promise<number | null>((resolve, reject) => {
		child.once('error', reject).once('close', resolve);
	});
	if (status === 0 && !signal?.aborted) {
		stamp('.', origin, sources);
		return true;
	}
	rmSync('build', { recursive: true, force: true });
	signal?.throwIfAborted();
	throw new Error(failureIn(log));
}
