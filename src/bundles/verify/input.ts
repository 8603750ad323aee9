/** A received bundle, read from a folder, a zip or a host, and treated as untrusted. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { filesOf } from '#bundles/built.ts';
import { MANIFEST, parseManifest, readManifest, SUMS, type Manifest } from '#bundles/manifest.ts';
import { unzipped } from '#bundles/formats/zip.ts';
import { reasonOf } from '#bundles/bundle.ts';

export interface BundleInput {
	readonly files: ReadonlyMap<string, Uint8Array>;
	readonly manifest: Manifest;
	/** Whether it came from a host, which hides some files. */
	readonly isServed: boolean;
	/** The zip that it came in, and the folder in that; null if it did not come in a zip. */
	readonly zip: { readonly bytes: Uint8Array; readonly folder: string } | null;
}

/** Reads the files in a folder, in a zip, or at an address (those in its manifest). Throws if there is no export. */
export async function readBundle(place: string): Promise<BundleInput> {
	const isServed = /^https?:\/\//i.test(place);
	const { files, zip } = isServed ? { files: await fetched(place), zip: null } : found(place);
	const manifestBytes = files.get(MANIFEST);
	if (!manifestBytes)
		throw new Error(`${place} is not an export: it has no ${MANIFEST}; give what npm run export wrote`);
	try {
		return { files, manifest: parseManifest(manifestBytes), isServed, zip };
	} catch (problem) {
		throw new Error(`${place} is not an export: ${reasonOf(problem)}`);
	}
}

function found(place: string): Pick<BundleInput, 'files' | 'zip'> {
	if (!existsSync(place)) throw new Error(`${place} does not exist: give a folder, a zip or a URL`);
	if (statSync(place).isDirectory()) return { files: filesOf(place), zip: null };
	const bytes = new Uint8Array(readFileSync(place));
	try {
		const { files, folder } = unzipped(bytes);
		return { files, zip: { bytes, folder } };
	} catch (problem) {
		throw new Error(`${place} is neither a folder nor a zip of an export: ${reasonOf(problem)}`);
	}
}

/** Parallel requests, and the timeout of each in milliseconds. */
const AT_ONCE = 8;
const PATIENCE_MS = 30_000;

/** The answer of an address; null for a missing file. Throws, naming the address, if there is no answer. */
async function answerOf(address: URL): Promise<Uint8Array | null> {
	try {
		const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
		return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
	} catch (problem) {
		const { message, cause } = problem as Error;
		throw new Error(`${address.href} does not answer: ${cause instanceof Error ? cause.message : message}`);
	}
}

/** The files at an address that its manifest lists; compressed copies are up to the host. */
async function fetched(address: string): Promise<ReadonlyMap<string, Uint8Array>> {
	const root = address.replace(/(?:\/index\.html|\/)?$/, '/');
	const files = new Map<string, Uint8Array>();
	const take = async (path: string): Promise<void> => {
		const bytes = await answerOf(new URL(encodeURI(path).replace(/[#?]/g, encodeURIComponent), root));
		if (bytes) files.set(path, bytes);
	};
	await take(MANIFEST);
	const listed = readManifest(files.get(MANIFEST))?.files ?? [];
	const paths = [SUMS, ...listed.filter(({ role }) => role !== 'compressed').map(({ path }) => path)];
	await Promise.all(
		Array.from({ length: AT_ONCE }, async () => {
			for (let path = paths.shift(); path !== undefined; path = paths.shift()) await take(path);
		}),
	);
	return files;
}
