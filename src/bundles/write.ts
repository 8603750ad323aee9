/** Bundles onto the disk: whole or not at all. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { BundleFile } from './bundle.ts';
import { isThere } from './destination.ts';

/** What is written to one place: a folder with files in it, or one file. */
export interface Output {
	readonly place: string;
	readonly content: readonly BundleFile[] | Uint8Array;
}

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
