/** Reads the folder that `compile` takes as text. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { order } from './diagnostic.ts';
import type { File } from './seeds/items.ts';

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
