/** The exact content of a bundle: `MANIFEST.json` and `SHA256SUMS`. */
import { z } from 'zod';
import { decoded, bundleFile, type Bundle, type BundleFile } from './bundle.ts';
import { ROLES } from './roles.ts';
import type { Story } from '#lib/model/story.ts';
import type { Built } from './built.ts';
import { sha256 } from '#lib/export/hash.ts';
import { staysInside } from './formats/zip.ts';

export const MANIFEST = 'MANIFEST.json';
export const SUMS = 'SHA256SUMS';

/** The end of `generator`, after the story's name; an export recognises its own manifests by it. */
const GENERATOR = ' export';

/** The generator of a bundle: `ambassador export`. */
export const generatorOf = ({ subject }: Pick<Story, 'subject'>): string => subject.names.bundles + GENERATOR;

const words = z.string().min(1);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const listed = z.strictObject({
	path: words.refine(staysInside, 'leads out of the folder'),
	bytes: z.int().nonnegative(),
	/** Hex. */
	sha256: hash,
	mediaType: words,
	role: z.enum(ROLES),
});

const shape = z
	.strictObject({
		generator: z.string().endsWith(GENERATOR),
		format: z.literal(1),
		/** The name of its zip, and of the folder in it. */
		name: z.string().regex(/^[\w-]+$/),
		title: words,
		target: words,
		chart: words.nullable(),
		/** Twelve digits of the hash of everything in the site. */
		version: words,
		data: z.strictObject({ version: words, sha256: hash }),
		commit: z
			.string()
			.regex(/^[0-9a-f]{40}$/)
			.nullable(),
		released: z.iso.date(),
		/** With a slash at its end. */
		origin: z.url().endsWith('/').nullable(),
		/** The publisher's address; empty if it has none. */
		publisher: z.union([z.literal(''), z.url()]),
		licence: words,
		/** The HTML pages with charts that a reader opens first; empty if there are none. */
		opens: z.array(words).readonly(),
		/** Every file but this one and `SHA256SUMS`, sorted by path. */
		files: z.array(listed).min(1).readonly(),
	})
	.superRefine(({ opens, files }, context) => {
		const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
		const paths = files.map(({ path }) => path);
		const pages = new Set(files.filter(({ mediaType }) => mediaType === 'text/html').map(({ path }) => path));
		for (const path of opens.filter((path) => !pages.has(path)))
			wrong('opens', paths.includes(path) ? `${path} is not an HTML page` : `${path} is not one of the files`);
		for (const [at, path] of paths.entries())
			if (at > 0 && path <= (paths[at - 1] ?? '')) wrong('files', `${path} is listed twice or out of order`);
	});

export type Manifest = z.infer<typeof shape>;

export const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
	a.path < b.path ? -1 : a.path > b.path ? 1 : 0;

/** The first fault of a manifest: its key, and what is wrong. */
const firstIssue = ({ issues: [issue] }: z.ZodError): string =>
	`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;

/**
 * The manifest of a bundle. Throws what `parseManifest` would: if two files have one path, or `opens` names anything but
 * HTML pages of the bundle.
 */
export function manifestOf({ name, chart, files, opens }: Bundle, target: string, built: Built): Manifest {
	const { version, data, commit, origin, story } = built;
	const made = shape.safeParse({
		generator: generatorOf(story),
		format: 1,
		name,
		title: story.copy.title,
		target,
		chart,
		version,
		data,
		commit,
		released: story.newsroom.released,
		origin,
		publisher: story.newsroom.publisher.url,
		licence: 'CC-BY-4.0',
		opens,
		files: files
			.map(({ path, bytes, mediaType, role }) => ({
				path,
				bytes: bytes.length,
				sha256: sha256(bytes),
				mediaType,
				role,
			}))
			.sort(byPath),
	});
	if (!made.success) throw new Error(`${name} cannot be exported: ${firstIssue(made.error)}`);
	return made.data;
}

/** The content of `SHA256SUMS` for this manifest. */
export const sumsOf = ({ files }: Pick<Manifest, 'files'>, manifest: Uint8Array): string =>
	[...files, { path: MANIFEST, sha256: sha256(manifest) }]
		.sort(byPath)
		.map((file) => `${file.sha256}  ${file.path}\n`)
		.join('');

/** The files of a bundle with its manifest and sums, sorted by path; `sha256sum -c SHA256SUMS` checks them. */
export function filesWithManifest(bundle: Bundle, target: string, built: Built): readonly BundleFile[] {
	const manifest = manifestOf(bundle, target, built);
	const manifestFile = bundleFile(MANIFEST, `${JSON.stringify(manifest, null, '\t')}\n`, { role: 'description' });
	const sums = bundleFile(SUMS, sumsOf(manifest, manifestFile.bytes), { role: 'description' });
	return [...bundle.files, manifestFile, sums].sort(byPath);
}

/** Parses a manifest. Throws, in a sentence, if the bytes are not one. */
export function parseManifest(bytes: Uint8Array): Manifest {
	let json: unknown;
	try {
		json = JSON.parse(decoded(bytes));
	} catch {
		throw new Error(`${MANIFEST} is not JSON`);
	}
	const read = shape.safeParse(json);
	if (read.success) return read.data;
	throw new Error(`${MANIFEST} is not valid: ${firstIssue(read.error)}`);
}

/** The manifest in a file's bytes; null if they are not one. */
export function readManifest(bytes: Uint8Array | undefined): Manifest | null {
	try {
		return bytes ? parseManifest(bytes) : null;
	} catch {
		return null;
	}
}
