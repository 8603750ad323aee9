/** Zips that are the same to the byte wherever they are made. */
import { unzipSync, zipSync, type Zippable } from 'fflate';
import type { BundleFile } from './bundle.ts';

/** A zip has no time zone: this is the first moment that it can tell, in whatever zone it is made. */
const dateOf = (): Date => new Date(1980, 0, 1, 0, 0, 0);

/** What no zip makes smaller. */
const PACKED = /\.(?:png|woff2|br|gz|wacz|zip)$/;

/** The files in one folder of this name, in the order given; no date, owner or right of any machine goes in. */
export function zip(folder: string, files: readonly BundleFile[]): Uint8Array {
	const entries: Zippable = {};
	for (const { path, bytes } of files) {
		entries[`${folder}/${path}`] = [bytes, { level: PACKED.test(path) ? 0 : 9, mtime: dateOf(), os: 0, attrs: 0 }];
	}
	return zipSync(entries);
}

/** The files of a zip by their paths from its one folder. Throws if the bytes are no zip. */
export function unzipped(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
	const files = Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/'));
	return new Map(files.map(([path, content]) => [path.slice(path.indexOf('/') + 1), content]));
}
