/** Compressed copies, which a host sends to browsers that accept them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync, type BrotliOptions } from 'node:zlib';
import type { Plugin } from 'vite';
import { afterBuild } from './after-build.ts';
import { pathsOf } from './files.js';
import { keyOf, store } from './cache.ts';

/** Files that the site has compressed copies of. */
const ENDINGS = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt', '.xml']);

/** Compression levels: the highest for what a first view waits for. The last percent of the size takes most of the time. */
const QUALITY = [
	[/^(?:index|embed\/\w+\/index)\.html$|\.(?:js|css)$/, 11],
	[/\.html$/, 10],
	[/./, 9],
] as const;

const GZIP = { level: 9 };

/** @param path determines the compression level */
function brotliOptions(path: string, bytes: Uint8Array): BrotliOptions {
	const { BROTLI_PARAM_MODE, BROTLI_MODE_TEXT, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_LGWIN } =
		constants;
	return {
		params: {
			[BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
			[BROTLI_PARAM_QUALITY]: QUALITY.find(([paths]) => paths.test(path))?.[1] ?? 9,
			[BROTLI_PARAM_SIZE_HINT]: bytes.length,
			// A window as large as the file: for the largest, a small file would take as long to begin as to compress.
			[BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(10, Math.ceil(Math.log2(bytes.length + 16)))),
		},
	};
}

const { brotli, zlib } = process.versions;

const keyFor = (packed: 'br' | 'gz', path: string, bytes: Uint8Array): string =>
	keyOf(JSON.stringify([packed, packed === 'gz' ? GZIP : brotliOptions(path, bytes), brotli, zlib]), bytes);

/** A file compressed with brotli. */
export const brotlied = (path: string, bytes: Uint8Array): Uint8Array =>
	store.kept(keyFor('br', path, bytes), () => brotliCompressSync(bytes, brotliOptions(path, bytes)));

/** A file compressed with gzip. */
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

/** Writes the compressed copies of all files of a folder beside them, as many at a time as there are processors. */
async function compressAll(site: string): Promise<void> {
	const files = pathsOf(site).filter((path) => ENDINGS.has(extname(path)));
	// Identical files are compressed once: a frozen version repeats many.
	const running = new Map<string, Promise<Uint8Array>>();
	const left = files.flatMap((path) => (['br', 'gz'] as const).map((packed) => ({ path, packed })));
	const work = async (): Promise<void> => {
		for (let next = left.pop(); next; next = left.pop()) {
			const { path, packed } = next;
			const bytes = readFileSync(join(site, path));
			const key = keyFor(packed, path, bytes);
			const made = running.get(key) ?? compress(packed, path, bytes);
			running.set(key, made);
			writeFileSync(join(site, `${path}.${packed}`), await made);
		}
	};
	await Promise.all(Array.from({ length: availableParallelism() }, work));
}

/** Compresses a finished site. Must run after all plugins that write to it. */
export function compressedCopies(site: string): Plugin {
	return afterBuild('story:compressed-copies', async () => {
		await compressAll(site);
		store.tidy();
	});
}
