import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { isServed } from '#hosts/rules.ts';
import { decoded, bundleFile } from '#bundles/bundle.ts';
import { howChanged } from './changed.ts';
import type { BundleInput } from './input.ts';
import { byPath, MANIFEST, SUMS, sumsOf } from '#bundles/manifest.ts';
import { sha256 } from '#lib/export/hash.ts';
import { firstDifference, zip } from '#bundles/formats/zip.ts';

/** `SHA256SUMS` against the manifest: to the byte, since it has one form only. */
function sumFailures({ files, manifest }: BundleInput): string[] {
	if (!files.has(SUMS)) return [`${SUMS}: is missing`];
	const actual = decoded(files.get(SUMS));
	const correct = sumsOf(manifest, files.get(MANIFEST) ?? new Uint8Array());
	if (actual === correct) return [];
	const [found, expected] = [new Set(actual.split('\n')), new Set(correct.split('\n'))];
	const lines = [
		...[...expected]
			.filter((line) => !found.has(line))
			.map((line) => `${line.slice(66)}: ${SUMS} and ${MANIFEST} differ`),
		...[...found].filter((line) => !expected.has(line)).map((line) => `${SUMS}: has an unexpected line: ${line}`),
	];
	return lines.length > 0 ? lines : [`${SUMS}: has lines twice or out of order`];
}

/** Manifest, sums and files against each other. A host sends no compressed copies by name, and hides what is for itself. */
export function sums(input: BundleInput): string[] {
	const { files, manifest } = input;
	const listed = new Set([MANIFEST, SUMS, ...manifest.files.map(({ path }) => path)]);
	const strange = [...files.keys()].filter((path) => !listed.has(path)).map((path) => `${path}: is not in ${MANIFEST}`);
	const wrong = manifest.files.flatMap((listed) => {
		const { path, bytes, sha256: expected, role } = listed;
		const content = files.get(path);
		const isKeptBack = input.isServed && (role === 'compressed' || !isServed(path));
		if (!content) return isKeptBack ? [] : [`${path}: is missing`];
		if (sha256(content) === expected) return [];
		const how = howChanged(content, listed);
		const fault =
			content.length === bytes
				? `is not what ${MANIFEST} says: its SHA-256 differs`
				: `has ${String(content.length)} bytes, ${MANIFEST} says ${String(bytes)}`;
		return [`${path}: ${fault}${how && `; ${how}`}`];
	});
	return [...sumFailures(input), ...strange, ...wrong];
}

/** A zip against what an export would pack these files into, to the byte. */
export function packing({ files, manifest, zip: got }: BundleInput): string[] {
	if (!got) return [];
	if (got.folder !== manifest.name)
		return [`${got.folder}/: is the folder in the zip; ${MANIFEST} says ${manifest.name}/`];
	const all = [...files].map(([path, bytes]) => bundleFile(path, bytes)).sort(byPath);
	const difference = firstDifference(got.bytes, zip(manifest.name, all));
	return difference
		? [`${difference.part}: byte ${String(difference.at)} of the zip is not what an export writes there`]
		: [];
}

/** The flags of a gzip: that it holds a file name or other metadata. */
const GZIP_FLAGS = 3;

/** Compressed copies against the files that they are of. */
export function copies({ files, manifest }: BundleInput): string[] {
	return manifest.files.flatMap(({ path, role }) => {
		const copy = files.get(path);
		const plain = files.get(path.replace(/\.(?:br|gz)$/, ''));
		if (role !== 'compressed' || !copy) return [];
		if (!plain) return [`${path}: is a compressed copy of no file`];
		if (path.endsWith('.gz') && copy[GZIP_FLAGS] !== 0)
			return [`${path}: has metadata, such as the name or time of its file`];
		try {
			const content = path.endsWith('.br') ? brotliDecompressSync(copy) : gunzipSync(copy);
			return Buffer.compare(content, plain) === 0 ? [] : [`${path}: differs from its file`];
		} catch {
			return [`${path}: cannot be decompressed`];
		}
	});
}
