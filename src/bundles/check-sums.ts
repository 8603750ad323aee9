import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Given } from './given.ts';
import { MANIFEST, sha256, SUMS } from './manifest.ts';

/** What `SHA256SUMS` says, by path. */
function summed(files: Given['files']): ReadonlyMap<string, string> {
	const lines = new TextDecoder().decode(files.get(SUMS)).split('\n').filter(Boolean);
	return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

/** Manifest, sums and files against each other. What came from a host has no compressed copies to be missed. */
export function sums({ files, manifest }: Given): string[] {
	const sent = files.has(SUMS) ? [] : [`${SUMS}: is missing`];
	const told = summed(files);
	const hasCopies = manifest.files.some(({ path, role }) => role === 'compressed' && files.has(path));
	const listed = new Set([MANIFEST, SUMS, ...manifest.files.map(({ path }) => path)]);
	const strange = [...files.keys()].filter((path) => !listed.has(path)).map((path) => `${path}: is not in ${MANIFEST}`);
	const wrong = manifest.files.flatMap(({ path, bytes, sha256: due, role }) => {
		const content = files.get(path);
		if (told.size > 0 && told.get(path) !== due) return [`${path}: ${SUMS} and ${MANIFEST} differ`];
		if (!content) return role === 'compressed' && !hasCopies ? [] : [`${path}: is missing`];
		if (content.length !== bytes)
			return [`${path}: has ${String(content.length)} bytes, ${MANIFEST} says ${String(bytes)}`];
		return sha256(content) === due ? [] : [`${path}: is not what ${MANIFEST} says: its SHA-256 differs`];
	});
	const own = files.get(MANIFEST);
	const isOwn = told.size === 0 || (own && told.get(MANIFEST) === sha256(own));
	return [...sent, ...strange, ...wrong, ...(isOwn ? [] : [`${MANIFEST}: is not what ${SUMS} says`])];
}

/** Compressed copies against the files that they are of. */
export function copies({ files, manifest }: Given): string[] {
	return manifest.files.flatMap(({ path, role }) => {
		const copy = files.get(path);
		const plain = files.get(path.replace(/\.(?:br|gz)$/, ''));
		if (role !== 'compressed' || !copy) return [];
		if (!plain) return [`${path}: is a copy of nothing`];
		try {
			const content = path.endsWith('.br') ? brotliDecompressSync(copy) : gunzipSync(copy);
			return Buffer.compare(content, plain) === 0 ? [] : [`${path}: does not hold what its file holds`];
		} catch {
			return [`${path}: cannot be unpacked`];
		}
	});
}
