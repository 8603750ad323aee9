import type { Reporter } from '#compile/diagnostic.ts';
import { nearest } from '#compile/nearest.ts';
import {
	listFiles,
	isPartOf,
	folderOf,
	type ListFile,
	requiredFiles,
	variantsFile,
	releasedFile,
	sourceFolders,
	isIn,
} from './files.ts';

/** In code units of YAML; the copy has its own limit. The YAML library takes many seconds for some larger files. */
const LARGEST = 150_000;
/** Conflict markers of version control. */
const conflict = /^<{7}(?: |$)/m;

/** Reports each file that is too large or holds conflict markers; returns their names. */
export function reportUnreadable(texts: ReadonlyMap<string, string>, report: Reporter): Set<string> {
	const unreadable = [...texts].filter(([file, text]) => {
		const at = text.search(conflict);
		if (at >= 0) {
			const line = text.slice(0, at).split('\n').length;
			const message =
				'this merge conflict is not resolved; keep one of the two versions, and remove the lines <<<<<<<, ======= and >>>>>>>';
			report({ file, line, column: 1 }, 'merge-unfinished', message);
			return true;
		}
		if (text.length <= LARGEST || !/\.(?:yaml|json)$/.test(file)) return false;
		const list = listFiles.find((name) => isPartOf(name, file));
		const instead = list ? `move some of its records to ${folderOf(list)}<name>.yaml` : 'remove what is not coded';
		const message = `the file has more than 150,000 characters; ${instead}`;
		report({ file, line: 1, column: 1 }, 'file-too-large', message);
		return true;
	});
	return new Set(unreadable.map(([file]) => file));
}

export function reportMissing(names: ReadonlySet<string>, report: Reporter): string[] {
	const has = (list: ListFile): boolean => [...names].some((file) => isPartOf(list, file));
	const lists = listFiles.filter((name) => !has(name)).map((name) => `seeds/${name}`);
	const missing = [...lists, ...requiredFiles.filter((name) => !names.has(name))];
	for (const file of missing) {
		const instead = lists.includes(file) ? 'write it, with [] if it has no records' : 'write it';
		const message = `this file is missing; ${instead}`;
		report({ file, line: 1, column: 1 }, 'file-missing', message);
	}
	return missing;
}

export function reportUnknown(names: ReadonlySet<string>, report: Reporter): void {
	const single = [...requiredFiles, variantsFile, releasedFile];
	const inFolder = Object.values(sourceFolders);
	for (const file of names) {
		if (single.includes(file) || listFiles.some((list) => isPartOf(list, file))) continue;
		if (inFolder.some(([folder, end]) => isIn(folder, end, file))) continue;
		const meant = meantBy(file, single);
		const instead =
			meant === null
				? 'remove it from the folder'
				: names.has(meant)
					? `did you mean ${meant}, which exists? Remove this one`
					: `if it belongs to the story, rename it to ${meant}`;
		report({ file, line: 1, column: 1 }, 'file-unknown', `unknown file, which nothing reads; ${instead}`);
	}
}

/** The probable path of a misplaced file: right ending, right folder; null if unclear. */
function meantBy(file: string, single: readonly string[]): string | null {
	const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
	const folders = [...listFiles.map(folderOf), sourceFolders.sources[0]];
	if (file.endsWith('.txt')) return `${sourceFolders.originals[0]}${name}.txt`;
	if (!/\.(?:ya?ml|json|[ct]sv|aml)$/i.test(file)) return null;
	if (file.startsWith(sourceFolders.fingerprints[0])) return `${sourceFolders.fingerprints[0]}${name}.json`;
	const folder = folders.find((one) => file.startsWith(one));
	if (folder !== undefined) return `${folder}${name}.yaml`;
	const known = [...listFiles.map((list) => `seeds/${list}`), ...single];
	return (
		known.find((one) => new RegExp(`/${name}\\.[a-z]+$`, 'i').test(one)) ??
		nearest(file, [...known, ...folders.map((one) => `${one}${name}.yaml`)])
	);
}
