/** Matches originals to sources by the hash of their text, so that files may have any name. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, fingerprintShape } from './fingerprint.ts';
import type { File } from '#compile/seeds/items.ts';

/**
 * The `.txt` files in a folder that are originals of fingerprinted sources, as `seeds/originals/<source>.txt`. Empty if
 * the folder is missing.
 */
export function readOriginals(folder: string, input: readonly File[]): File[] {
	if (!existsSync(folder)) return [];
	const sources = new Map(input.flatMap(({ file, text }) => hashOf(file, text)));
	return readdirSync(folder)
		.filter((name) => name.endsWith('.txt'))
		.sort()
		.flatMap((name) => {
			const text = readFileSync(join(folder, name), 'utf8');
			const source = sources.get(fingerprint(text).sha256);
			return source === undefined ? [] : [{ file: `seeds/originals/${source}.txt`, text }];
		});
}

function hashOf(file: string, text: string): [string, string][] {
	const source = /^seeds\/fingerprints\/(.+)\.json$/.exec(file)?.[1];
	if (source === undefined) return [];
	try {
		const print = fingerprintShape.safeParse(JSON.parse(text));
		return print.success ? [[print.data.sha256, source]] : [];
	} catch {
		// The compiler reports a broken fingerprint, with its place.
		return [];
	}
}
