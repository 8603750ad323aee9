/** Zips with the same bytes on every machine. */
import { unzipSync, zipSync, type Zippable } from 'fflate';
import type { BundleFile } from '#bundles/bundle.ts';

/** A file as it is stored in a zip: without the permissions of any machine, and with the earliest date that a zip can store, in any time zone. */
export const entryOf = (bytes: Uint8Array, level: 0 | 9): Zippable[string] => [
	bytes,
	{ level, mtime: new Date(1980, 0, 1, 0, 0, 0), os: 0, attrs: 0 },
];

/** Files that are compressed already. */
const PACKED = /\.(?:png|woff2|br|gz|wacz|zip)$/;

/** The files in one folder of this name, in the order given; without dates, owners or permissions of any machine. */
export function zip(folder: string, files: readonly BundleFile[]): Uint8Array {
	return zipSync(
		Object.fromEntries(
			files.map(({ path, bytes }) => [`${folder}/${path}`, entryOf(bytes, PACKED.test(path) ? 0 : 9)]),
		),
	);
}

/** Whether a path stays in the folder that it is relative to. */
export const staysInside = (path: string): boolean => !/^\/|^[a-z]:|\\|\0|(?:^|\/)\.{1,2}(?:\/|$)/i.test(path);

/** A file in a zip: its full name, and the size of its packed content in bytes. */
interface Member {
	readonly name: string;
	readonly size: number;
}

/** The entries of a zip, duplicates included, and their content. */
function read(bytes: Uint8Array): { members: readonly Member[]; files: Readonly<Record<string, Uint8Array>> } {
	const members: Member[] = [];
	const filter = ({ name, size }: Member): boolean => members.push({ name, size }) > 0;
	try {
		return { files: unzipSync(bytes, { filter }), members };
	} catch {
		throw new Error('it is not a complete zip');
	}
}

/** The folder in a zip, and its files by their paths from there. Throws, in a sentence, if it is not a zip, or if its names leave it, repeat, or share no folder. */
export function unzipped(bytes: Uint8Array) {
	const { members, files } = read(bytes);
	const names = members.map(({ name }) => name);
	const outside = names.filter((name) => !staysInside(name));
	if (outside.length > 0) throw new Error(`it has files outside its folder: ${outside.join(', ')}`);
	const twice = names.filter((name, at) => names.indexOf(name) !== at);
	if (twice.length > 0) throw new Error(`it has two files called ${twice.join(', ')}`);
	const [folder = '', ...more] = new Set(names.map((name) => name.slice(0, Math.max(0, name.indexOf('/')))));
	if (folder === '' || more.length > 0) throw new Error('its files are not in one folder');
	const inner = Object.entries(files).filter(([path]) => !path.endsWith('/'));
	return { folder, files: new Map(inner.map(([path, content]) => [path.slice(folder.length + 1), content])) };
}

/** Bytes before a member's name. */
const HEADER = 30;

/** The first byte at which a zip differs from the expected one, and in which part; null if it does not. */
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
