/** Zips that are the same to the byte wherever they are made. */
import { unzipSync, zipSync, type Zippable } from 'fflate';
import type { BundleFile } from '#bundles/bundle.ts';

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

/** What lies in a zip: one folder with files. */
export interface Unzipped {
	readonly folder: string;
	/** By their paths from the folder. */
	readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Whether a path stays in the folder that it is seen from. */
export const staysInside = (path: string): boolean => !/^\/|^[a-z]:|\\|\0|(?:^|\/)\.{1,2}(?:\/|$)/i.test(path);

/** A file in a zip: its whole name, and how many bytes its packed content takes. */
interface Member {
	readonly name: string;
	readonly size: number;
}

/** What a zip lists, one name twice if it does so, and what it holds. */
function read(bytes: Uint8Array): { members: readonly Member[]; files: Readonly<Record<string, Uint8Array>> } {
	const members: Member[] = [];
	const filter = ({ name, size }: Member): boolean => members.push({ name, size }) > 0;
	try {
		return { files: unzipSync(bytes, { filter }), members };
	} catch {
		throw new Error('it is no whole zip');
	}
}

/**
 * The files of a zip. Throws, in a sentence, where the bytes are no zip, or where its names lead out of it, come twice, or
 * share no folder.
 */
export function unzipped(bytes: Uint8Array): Unzipped {
	const { members, files } = read(bytes);
	const names = members.map(({ name }) => name);
	const outside = names.filter((name) => !staysInside(name));
	if (outside.length > 0) throw new Error(`it has files outside its folder: ${outside.join(', ')}`);
	const twice = names.filter((name, at) => names.indexOf(name) !== at);
	if (twice.length > 0) throw new Error(`it has two files called ${twice.join(', ')}`);
	const [folder = '', ...more] = new Set(names.map((name) => name.slice(0, Math.max(0, name.indexOf('/')))));
	if (folder === '' || more.length > 0) throw new Error('its files do not lie in one folder');
	const inner = Object.entries(files).filter(([path]) => !path.endsWith('/'));
	return { folder, files: new Map(inner.map(([path, content]) => [path.slice(folder.length + 1), content])) };
}

/** Bytes before a member's name. */
const HEADER = 30;

/** Where a zip first differs from what it should be, and in which part; null where it does not. */
export function firstDifference(
	bytes: Uint8Array,
	expected: Uint8Array,
): { readonly at: number; readonly part: string } | null {
	if (Buffer.compare(bytes, expected) === 0) return null;
	const first = expected.findIndex((byte, index) => byte !== bytes[index]);
	const at = first === -1 ? expected.length : first;
	let end = 0;
	for (const { name, size } of read(expected).members) {
		end += HEADER + Buffer.byteLength(name) + size;
		if (at < end) return { at, part: name };
	}
	return { at, part: at < expected.length ? 'the list of its files' : 'what follows its end' };
}
