/** The folder on disk that `compile` takes as text. The only module of the compiler that reads files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, listFiles, type File } from './parse.ts';

/** The folders that are read, and what in them is. */
export const folders = [
	{ folder: 'seeds', ends: ['.yaml', '.json'] },
	{ folder: 'seeds/sources', ends: ['.yaml'] },
	{ folder: 'seeds/fingerprints', ends: ['.json'] },
	{ folder: 'seeds/coding', ends: ['.csv', '.tsv', '.yaml'] },
	{ folder: 'seeds/originals', ends: ['.txt'] },
	{ folder: 'src/copy', ends: ['.aml'] },
	...listFiles.map((name) => ({ folder: folderOf(name).slice(0, -1), ends: ['.yaml'] })),
];

/** Every file of seeds and copy below a project's root, addressed from there with `/`; sorted, folders may be missing. */
export function readInput(root: string): File[] {
	return folders.flatMap(({ folder, ends }) => {
		const path = join(root, folder);
		if (!existsSync(path)) return [];
		return readdirSync(path)
			.filter((name) => ends.some((end) => name.endsWith(end)))
			.sort()
			.map((name) => ({ file: `${folder}/${name}`, text: readFileSync(join(path, name), 'utf8') }));
	});
}
