/** What lies in a bundle, to the byte: `MANIFEST.json` and `SHA256SUMS`. */
import { createHash } from 'node:crypto';
import type { ChartId } from '#lib/model/copy.ts';
import { bundleFile, type Bundle, type BundleFile } from './bundle.ts';
import type { Built } from './built.ts';

export const MANIFEST = 'MANIFEST.json';
export const SUMS = 'SHA256SUMS';

/** By what an export knows its own. */
export const GENERATOR = 'ambassador export';

/** `MANIFEST.json`. */
export interface Manifest {
	readonly generator: typeof GENERATOR;
	readonly format: 1;
	readonly name: string;
	readonly title: string;
	readonly target: string;
	readonly chart: ChartId | null;
	/** The hash of all that went into the site, in twelve digits. */
	readonly version: string;
	readonly data: Built['data'];
	readonly commit: string | null;
	/** `2026-01-31` */
	readonly released: string;
	readonly origin: string | null;
	/** The publisher's address; empty where it has none. */
	readonly publisher: string;
	readonly licence: string;
	/** The pages that a reader opens first. */
	readonly opens: readonly string[];
	/** Every file but this one and `SHA256SUMS`, sorted by path. */
	readonly files: readonly Listed[];
}

/** What a manifest says of a file. */
export interface Listed extends Pick<BundleFile, 'path' | 'mediaType' | 'role'> {
	readonly bytes: number;
	/** Hex. */
	readonly sha256: string;
}

/** SHA-256 in hex. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
	a.path < b.path ? -1 : a.path > b.path ? 1 : 0;

/** The manifest of a bundle. Throws if two of its files have one path. */
export function manifestOf({ name, chart, files, opens }: Bundle, target: string, built: Built): Manifest {
	const twice = files.map(({ path }) => path).filter((path, index, all) => all.indexOf(path) !== index);
	if (twice.length > 0) throw new Error(`${name} would have two files called ${twice.join(', ')}`);
	const { version, data, commit, origin, story } = built;
	return {
		...{ generator: GENERATOR, format: 1, name, title: story.copy.title, target, chart, version, data, commit },
		...{
			released: story.newsroom.released,
			origin,
			publisher: story.newsroom.publisher.url,
			licence: 'CC-BY-4.0',
			opens,
		},
		files: files
			.map(({ path, bytes, mediaType, role }) => ({
				path,
				bytes: bytes.length,
				sha256: sha256(bytes),
				mediaType,
				role,
			}))
			.sort(byPath),
	};
}

/** The files of a bundle with its manifest and its sums, sorted by path; `sha256sum -c SHA256SUMS` checks them. */
export function sealed(bundle: Bundle, target: string, built: Built): readonly BundleFile[] {
	const manifest = manifestOf(bundle, target, built);
	const told = bundleFile(MANIFEST, `${JSON.stringify(manifest, null, '\t')}\n`, { role: 'description' });
	const lines = [...manifest.files, { path: MANIFEST, sha256: sha256(told.bytes) }].sort(byPath);
	const sums = bundleFile(SUMS, lines.map((file) => `${file.sha256}  ${file.path}\n`).join(''), {
		role: 'description',
	});
	return [...bundle.files, told, sums].sort(byPath);
}

/** The manifest in a file's bytes; null where they hold anything else. */
export function readManifest(bytes: Uint8Array | undefined): Manifest | null {
	if (!bytes) return null;
	try {
		const read = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Manifest> | null;
		return read?.generator === GENERATOR && Array.isArray(read.files) ? (read as Manifest) : null;
	} catch {
		return null;
	}
}
