import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { isServed } from '#hosts/rules.ts';
import { decoded, bundleFile } from '#bundles/bundle.ts';
import type { BundleInput } from './input.ts';
import { byPath, MANIFEST, SUMS, sumsOf, type Manifest } from '#bundles/manifest.ts';
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

export function copies({ files, manifest }: BundleInput): string[] {
	return manifest.files.flatMap(({ path, role }) => {
		const copy = files.get(path);
		const plain = files.get(path.replace(/\.(?:br|gz)$/, ''));
		if (role !== 'compressed' || !copy) return [];
		if (!plain) return [`${path}: is a compressed copy without its file`];
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

type Listed = Pick<Manifest['files'][number], 'path' | 'bytes' | 'sha256'>;

const attempt = (make: () => Uint8Array): Uint8Array | null => {
	try {
		return make();
	} catch {
		return null;
	}
};

/** Windows-1252 from 0x80 to 0x9f, where it differs from Latin-1; Node 20's decoder treats the two alike. */
const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const letterOf = (byte: number): string => HIGH[byte - 0x80] ?? String.fromCharCode(byte);
const WINDOWS = new Map(Array.from({ length: 256 }, (_, byte) => [letterOf(byte), byte]));

/** A text in Windows-1252; null if that lacks one of its letters. */
function inWindows(text: string): Uint8Array | null {
	const bytes = Array.from(text, (letter) => WINDOWS.get(letter));
	return bytes.includes(undefined) ? null : Uint8Array.from(bytes as number[]);
}

/** Changes that can be undone: their names, and the file without them; null if it does not apply. */
const UNDONE: readonly (readonly [words: string, undo: (bytes: Buffer) => Uint8Array | null])[] = [
	['it is still packed (gzip)', (bytes) => attempt(() => gunzipSync(bytes))],
	['it is still packed (brotli)', (bytes) => attempt(() => brotliDecompressSync(bytes))],
	['a byte order mark was added before it', (bytes) => bytes.subarray(3)],
	['a newline was added at its end', (bytes) => bytes.subarray(0, -1)],
	['the newline at its end was removed', (bytes) => Buffer.concat([bytes, Buffer.from('\n')])],
	[
		'its lines now end with a carriage return',
		(bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'),
	],
	['it was re-encoded from UTF-8 to Windows-1252', (bytes) => Buffer.from(Array.from(bytes, letterOf).join(''))],
	['it was re-encoded: its UTF-8 was taken for Windows-1252', (bytes) => inWindows(bytes.toString('utf8'))],
];

const SCRIPT = /<script\b[^>]*>[^]*?<\/script>\s*/gi;

/** The script, or several in a row, that was added to a page; null if removing none of them gives the expected page. */
function injected(html: string, expected: string): string | null {
	const scripts = [...html.matchAll(SCRIPT)];
	for (const [first, { index: from }] of scripts.entries())
		for (const { 0: text, index } of scripts.slice(first)) {
			const added = html.slice(from, index + text.length);
			const ends = [added, added.trimEnd()];
			for (const end of ends) if (sha256(Buffer.from(html.replace(end, () => ''))) === expected) return end;
		}
	return null;
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

/** Signs that a known tool rewrote the page; this cannot be undone. */
const rewritten = (html: string, isShorter: boolean): string | null =>
	/<!-- Mirrored from |href="[^"]*index\.html#/.test(html)
		? 'its links were converted, as mirrors do'
		: isShorter && !html.includes('\n\t')
			? 'it was minified: white space, or more, was removed'
			: null;

/** How a file differs from the manifest, in words after a colon; empty if that cannot be determined. */
export function howChanged(content: Uint8Array, { path, bytes, sha256: expected }: Listed): string {
	const buffer = Buffer.from(content);
	const found = UNDONE.find(([, undo]) => {
		const before = undo(buffer);
		return before !== null && sha256(before) === expected;
	});
	if (found) return found[0];
	if (content.length > bytes && sha256(content.subarray(0, bytes)) === expected)
		return 'something was added at its end';
	if (content.length > bytes && sha256(content.subarray(-bytes)) === expected) return 'something was added before it';
	if (!path.endsWith('.html')) return '';
	const html = buffer.toString('utf8');
	const script = injected(html, expected);
	return script === null
		? (rewritten(html, content.length < bytes) ?? '')
		: `a script was inserted: ${shortened(script.trim().replace(/\s+/g, ' '))}`;
}
