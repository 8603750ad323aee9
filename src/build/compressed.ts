/** Copies that a host sends to those who take them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync, type BrotliOptions } from 'node:zlib';
import type { Plugin } from 'vite';
import { afterSite } from './after-site.ts';
import { pathsOf } from './files.js';
import { keyOf, store } from './kept.ts';

/** Files that the site has compressed copies of. */
const ENDINGS = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt', '.xml']);

/** What a first view waits for. The last tenth of the bytes takes nine tenths of the work: the rest does without. */
const FIRST = /\.(?:html|js|css)$/;

const GZIP = { level: 9 };

/** @param path decides how hard to try */
function brotliOptions(path: string, bytes: Uint8Array): BrotliOptions {
	const { BROTLI_PARAM_MODE, BROTLI_MODE_TEXT, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
	return {
		params: {
			[BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
			[BROTLI_PARAM_QUALITY]: FIRST.test(path) ? 11 : 9,
			[BROTLI_PARAM_SIZE_HINT]: bytes.length,
		},
	};
}

const { brotli, zlib } = process.versions;

const keyFor = (packed: 'br' | 'gz', path: string, bytes: Uint8Array): string =>
	keyOf(JSON.stringify([packed, packed === 'gz' ? GZIP : brotliOptions(path, bytes), brotli, zlib]), bytes);

/** A file's copy in brotli. */
export const brotlied = (path: string, bytes: Uint8Array): Uint8Array =>
	store.kept(keyFor('br', path, bytes), () => brotliCompressSync(bytes, brotliOptions(path, bytes)));

/** A file's copy in gzip. */
export const gzipped = (path: string, bytes: Uint8Array): Uint8Array =>
	store.kept(keyFor('gz', path, bytes), () => gzipSync(bytes, GZIP));

/** The same, on another thread. */
async function compress(packed: 'br' | 'gz', path: string, bytes: Uint8Array): Promise<Uint8Array> {
	const key = keyFor(packed, path, bytes);
	const found = store.recall(key);
	if (found) return found;
	const made = await (packed === 'gz'
		? promisify(gzip)(bytes, GZIP)
		: promisify(brotliCompress)(bytes, brotliOptions(path, bytes)));
	store.keep(key, made);
	return made;
}

/** Writes the compressed copies of all files of a folder beside them, side by side on all processors. */
async function compressAll(site: string): Promise<void> {
	const files = pathsOf(site)
		.filter((path) => ENDINGS.has(extname(path)))
		.map((path) => join(site, path));
	// The same bytes lie in several places, such as a version's own folder.
	const running = new Map<string, Promise<Uint8Array>>();
	await Promise.all(
		files.flatMap((file) => {
			const bytes = readFileSync(file);
			return (['br', 'gz'] as const).map(async (packed) => {
				const key = keyFor(packed, file, bytes);
				const work = running.get(key) ?? compress(packed, file, bytes);
				running.set(key, work);
				writeFileSync(`${file}.${packed}`, await work);
			});
		}),
	);
}

/** Compresses a finished site. Comes after all that writes into it. */
export function compressedCopies(site: string): Plugin {
	return afterSite('story:compressed-copies', async () => {
		await compressAll(site);
		store.tidy();
	});
}
