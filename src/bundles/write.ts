/** Bundles onto the disk: whole or not at all. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { BundleFile } from './bundle.ts';
import { pathsOf } from './built.ts';
import { MANIFEST, readManifest, SUMS } from './manifest.ts';
import { unzipped } from './zip.ts';

/** What is written to one place: a folder with files in it, or one file. */
export interface Output {
	readonly place: string;
	readonly content: readonly BundleFile[] | Uint8Array;
}

/** Why what lies in a place is not to be replaced; null where nothing lies there, or what an export made and nobody added to. */
function objection(place: string): string | null {
	if (!existsSync(place)) return null;
	if (!statSync(place).isDirectory()) {
		return zippedManifest(place) ? null : `${place} is there, and no zip that an export made`;
	}
	const paths = pathsOf(place);
	if (paths.length === 0) return null;
	const manifest = readManifest(paths.includes(MANIFEST) ? readFileSync(join(place, MANIFEST)) : undefined);
	if (!manifest) return `${place} is there, and no export made it: it has no ${MANIFEST} of one`;
	const own = new Set([MANIFEST, SUMS, ...manifest.files.map(({ path }) => path)]);
	const strange = paths.filter((path) => !own.has(path));
	return strange.length === 0 ? null : `${place} holds what no export put there: ${strange.slice(0, 5).join(', ')}`;
}

function zippedManifest(file: string): boolean {
	try {
		return readManifest(unzipped(readFileSync(file)).get(MANIFEST)) !== null;
	} catch {
		return false;
	}
}

/** Why these places may not be written to, a sentence each; empty: they may. */
export const objections = (places: readonly string[]): string[] =>
	places.flatMap((place) => {
		const why = objection(place);
		return why === null ? [] : [`${why}. Give another --out, or take it away.`];
	});

/** The name of the scratch copy beside a place. */
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

/** Puts the scratch copy in its place, and takes away what was there. */
async function exchange(place: string): Promise<void> {
	const old = scratchOf(place, 'old');
	if (existsSync(place)) await rename(place, old);
	await rename(scratchOf(place, 'new'), place);
	await rm(old, { recursive: true, force: true });
}

/**
 * Writes all outputs beside their places, and then puts each in its place by renaming. If anything goes wrong while
 * writing, or it is aborted, every place is as it was, and the scratch copies are gone.
 */
export async function writeOutputs(outputs: readonly Output[], signal?: AbortSignal): Promise<void> {
	const places = outputs.map(({ place }) => place);
	const made = outputs.map(({ place }) => firstNew(dirname(place))).filter((folder) => folder !== null);
	try {
		for (const output of outputs) await writeBeside(output, signal);
		signal?.throwIfAborted();
	} catch (problem) {
		const scratch = places.map((place) => scratchOf(place, 'new'));
		await Promise.all([...scratch, ...made].map((path) => rm(path, { recursive: true, force: true })));
		signal?.throwIfAborted();
		throw problem;
	}
	for (const place of places) await exchange(place);
}
