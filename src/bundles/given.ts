/** A bundle as somebody got it: read from a folder, a zip or a host, believed in nothing. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { filesOf } from './built.ts';
import { MANIFEST, readManifest, SUMS, type Manifest } from './manifest.ts';
import { unzipped } from './zip.ts';

export interface Given {
	/** Every file that is there, by its path. */
	readonly files: ReadonlyMap<string, Uint8Array>;
	readonly manifest: Manifest;
}

/** Whether a path stays in the folder that it is seen from. */
const staysInside = (path: string): boolean => !/^\/|^[a-z]:|\\|(?:^|\/)\.\.(?:\/|$)/i.test(path);

/** Reads what lies in a folder, in a zip, or at an address (what the manifest there lists). Throws where there is no export. */
export async function given(place: string): Promise<Given> {
	const files = /^https?:\/\//.test(place) ? await fetched(place) : found(place);
	const manifest = readManifest(files.get(MANIFEST));
	if (!manifest) throw new Error(`${place} is no export: it has no ${MANIFEST} that one wrote`);
	const outside = [...files.keys()].filter((path) => !staysInside(path));
	if (outside.length > 0) throw new Error(`${place} has files outside its folder: ${outside.join(', ')}`);
	return { files, manifest };
}

function found(place: string): ReadonlyMap<string, Uint8Array> {
	if (!existsSync(place)) throw new Error(`${place} is not there: give a folder, a zip or an address`);
	if (statSync(place).isDirectory()) return filesOf(place);
	try {
		return unzipped(new Uint8Array(readFileSync(place)));
	} catch {
		throw new Error(`${place} is neither a folder nor a whole zip`);
	}
}

/** Requests under way at once. */
const AT_ONCE = 8;

/** The files at an address, as far as its manifest lists them; compressed copies are a host's own affair. */
async function fetched(address: string): Promise<ReadonlyMap<string, Uint8Array>> {
	const root = address.replace(/(?:\/index\.html|\/)?$/, '/');
	const files = new Map<string, Uint8Array>();
	const take = async (path: string): Promise<void> => {
		const answer = await fetch(new URL(encodeURI(path).replace(/[#?]/g, encodeURIComponent), root));
		if (answer.ok) files.set(path, new Uint8Array(await answer.arrayBuffer()));
	};
	await take(MANIFEST);
	const listed = readManifest(files.get(MANIFEST))?.files ?? [];
	const paths = [
		SUMS,
		...listed.filter(({ path, role }) => role !== 'compressed' && staysInside(path)).map(({ path }) => path),
	];
	await Promise.all(
		Array.from({ length: AT_ONCE }, async () => {
			for (let path = paths.shift(); path !== undefined; path = paths.shift()) await take(path);
		}),
	);
	return files;
}
