/** Writes bundles to the disk, all or nothing. */
import {
	existsSync,
	accessSync,
	constants,
	lstatSync,
	readdirSync,
	readFileSync,
	realpathSync,
	statSync,
} from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type BundleFile, reasonOf } from './bundle.ts';
import { pathsOf } from '#build/files.js';
import { MANIFEST, parseManifest, readManifest, SUMS, type Manifest } from './manifest.ts';
import { unzipped } from './formats/zip.ts';

/** What is written to one place: a folder with files in it, or one file. */
export interface Output {
	readonly place: string;
	readonly content: readonly BundleFile[] | Uint8Array;
}

const scratchOf = (place: string, what: 'new' | 'old'): string =>
	join(dirname(place), `.${basename(place)}.${String(process.pid)}.${what}`);

/** The outermost folder of a path that is not there yet; null where all are. */
function firstNew(folder: string): string | null {
	if (existsSync(folder)) return null;
	return firstNew(dirname(folder)) ?? folder;
}

async function writeBeside({ place, content }: Output, signal?: AbortSignal): Promise<void> {
	const scratch = scratchOf(place, 'new');
	if (content instanceof Uint8Array) {
		await mkdir(dirname(scratch), { recursive: true });
		await writeFile(scratch, content, { signal });
		return;
	}
	for (const folder of new Set(content.map(({ path }) => dirname(join(scratch, path))))) {
		await mkdir(folder, { recursive: true });
	}
	for (const { path, bytes } of content) await writeFile(join(scratch, path), bytes, { signal });
}

/** Renames one after another; if one fails, takes back those before it. */
async function renameAll(steps: readonly (readonly [from: string, to: string])[]): Promise<void> {
	for (const [at, [from, to]] of steps.entries()) {
		try {
			await rename(from, to);
		} catch (problem) {
			for (const [was, is] of steps.slice(0, at).reverse()) await rename(is, was);
			throw problem;
		}
	}
}

/** Puts what was in a place beside it, and the scratch copy in its place. */
const exchange = (place: string): (readonly [string, string])[] => [
	...(isThere(place) ? [[place, scratchOf(place, 'old')] as const] : []),
	[scratchOf(place, 'new'), place],
];

/**
 * Writes all outputs beside their places, and then puts each in its place by renaming. If anything goes wrong, or it is
 * aborted while writing, every place is as it was, and the scratch copies are gone.
 */
export async function writeOutputs(outputs: readonly Output[], signal?: AbortSignal): Promise<void> {
	const places = outputs.map(({ place }) => place);
	const made = outputs.map(({ place }) => firstNew(dirname(place))).filter((folder) => folder !== null);
	try {
		for (const output of outputs) await writeBeside(output, signal);
		signal?.throwIfAborted();
		await renameAll(places.flatMap(exchange));
	} catch (problem) {
		const scratch = places.map((place) => scratchOf(place, 'new'));
		await Promise.all([...scratch, ...made].map((path) => rm(path, { recursive: true, force: true })));
		signal?.throwIfAborted();
		throw problem;
	}
	await Promise.all(places.map((place) => rm(scratchOf(place, 'old'), { recursive: true, force: true })));
}

/** Folders of the project that a build reads or writes, or that belong to tools. */
const TAKEN = ['.git', '.svelte-kit', 'build', 'node_modules', 'seeds', 'src', 'static', 'tests'];

const ELSEWHERE = 'Give another --out, such as export/site.';
const OR_AWAY = 'Give another --out, or remove it.';

const isThere = (place: string): boolean => lstatSync(place, { throwIfNoEntry: false }) !== undefined;

/** The nearest existing folder above a place. */
function ground(place: string): string {
	const above = dirname(place);
	return existsSync(above) || above === place ? above : ground(above);
}

/** The real path of a place that may not exist yet. */
function truePath(place: string): string {
	const whole = resolve(place);
	const above = ground(whole);
	return join(realpathSync(above), relative(above, whole));
}

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(folder + sep);

/** The nearest folder above a place that holds an export; null if there is none. */
function exportAround(place: string): string | null {
	const above = dirname(place);
	if (above === place) return null;
	const manifest = join(above, MANIFEST);
	return existsSync(manifest) && readManifest(readFileSync(manifest)) ? above : exportAround(above);
}

function isWritable(folder: string): boolean {
	try {
		accessSync(folder, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}

function zippedManifest(file: string): boolean {
	try {
		return readManifest(unzipped(readFileSync(file)).files.get(MANIFEST)) !== null;
	} catch {
		return false;
	}
}

/** Why the content of a place may not be replaced; null if it is empty, or exactly what an export wrote. */
function contentObjection(place: string): string | null {
	if (!statSync(place).isDirectory()) {
		return zippedManifest(place) ? null : `${place} exists and is not a zip that an export made`;
	}
	const names = readdirSync(place);
	if (names.length === 0) return null;
	if (!names.includes(MANIFEST)) return `${place} exists and is not an export: it has no ${MANIFEST}`;
	let manifest: Manifest;
	try {
		manifest = parseManifest(readFileSync(join(place, MANIFEST)));
	} catch (problem) {
		return `${place} exists and is not an export: ${reasonOf(problem)}`;
	}
	const own = new Set([MANIFEST, SUMS, ...manifest.files.map(({ path }) => path)]);
	const strange = pathsOf(place).filter((path) => !own.has(path));
	return strange.length === 0
		? null
		: `${place} contains files that no export wrote: ${strange.slice(0, 5).join(', ')}`;
}

function objection(place: string, root: string): string | null {
	const path = truePath(place);
	if (basename(path) === '') return `${place} is a whole disk. ${ELSEWHERE}`;
	const taken = TAKEN.find((folder) => isWithin(path, join(realpathSync(root), folder)));
	if (taken !== undefined) return `${place} is in ${taken}/, which belongs to the project. ${ELSEWHERE}`;
	const around = exportAround(path);
	if (around !== null) return `${place} is in ${around}, which is an export already. ${ELSEWHERE}`;
	if (!isWritable(ground(path))) return `${ground(path)} is not writable. ${ELSEWHERE}`;
	if (!isThere(path)) return null;
	if (lstatSync(path).isSymbolicLink()) return `${place} is a symbolic link: write its target. ${ELSEWHERE}`;
	const why = contentObjection(path);
	return why === null ? null : `${why.replace(path, place)}. ${OR_AWAY}`;
}

/**
 * Why these places may not be written to, a sentence each; empty if they may.
 * @param root of the project
 */
export const objections = (places: readonly string[], root = '.'): string[] =>
	places.map((place) => objection(place, root)).filter((why) => why !== null);
