/** Reads the folder that `compile` takes as text, and the articles on a machine that has them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { order } from './diagnostic.ts';
import type { File } from './seeds/items.ts';
import { fingerprint, fingerprintShape } from './evidence/fingerprint.ts';

/** Files that systems, editors and version control leave behind. */
const ignored =
	/(?:^|\/)(?:\.|#)|(?:~|\.sw[a-p]|\.bak|\.orig|\.rej|\.tmp)$|(?:^|\/)(?:Thumbs\.db|desktop\.ini|Icon\r|README\.md)$|^seeds\/schema\//;
const isText = /\.(?:ya?ml|json|[ct]sv|txt|aml)$/i;

/**
 * Every file of seeds and copy below a project's root, with paths from there separated by `/`; sorted, folders may be
 * missing. A file that cannot belong to the story comes without its text, to be reported.
 */
export function readInput(root: string): File[] {
	return ['seeds', 'src/copy'].flatMap((folder) => {
		const path = join(root, folder);
		if (!existsSync(path)) return [];
		return readdirSync(path, { recursive: true, withFileTypes: true })
			.filter((entry) => !entry.isDirectory())
			.map((entry) => join(entry.parentPath, entry.name))
			.map((full) => ({
				full,
				file: `${folder}/${full
					.slice(path.length + 1)
					.split(sep)
					.join('/')}`,
			}))
			.filter(({ file }) => !ignored.test(file))
			.sort((a, b) => order(a.file, b.file))
			.map(({ full, file }) => ({ file, text: isText.test(file) ? readFileSync(full, 'utf8') : '' }));
	});
}

/**
 * The `.txt` files in a folder that are originals of fingerprinted sources, as `seeds/originals/<source>.txt`. Empty if
 * the folder is missing.
 */
export function readOriginals(folder: string, input: readonly File[]): File[] {
	if (!existsSync(folder)) return [];
	const sources = new Map(input.flatMap(({ file, text }) => hashOf(file, text)));
	return readdirSync(folder)
		.filter((name) => name.endsWith('.txt'))
		.sort()
		.flatMap((name) => {
			const text = readFileSync(join(folder, name), 'utf8');
			const source = sources.get(fingerprint(text).sha256);
			return source === undefined ? [] : [{ file: `seeds/originals/${source}.txt`, text }];
		});
}

function hashOf(file: string, text: string): [string, string][] {
	const source = /^seeds\/fingerprints\/(.+)\.json$/.exec(file)?.[1];
	if (source === undefined) return [];
	try {
		const print = fingerprintShape.safeParse(JSON.parse(text));
		return print.success ? [[print.data.sha256, source]] : [];
	} catch {
		// The compiler reports a broken fingerprint, with its place.
		return [];
	}
}
