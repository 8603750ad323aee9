import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourcesOf } from './files.js';

/** Paths that are not part of the version: articles are not in the project, and no page is made from the others. */
const APART = /^(?:seeds\/originals|src\/(?:bundles|commands|hosts|routes\/dev))\/|^src\/README\.md$/;

/**
 * A file as git stores it: text with Unix line ends, whatever those of the checkout are.
 * @param {string} path
 */
function stored(path) {
	const bytes = readFileSync(path);
	return bytes.includes(0) ? bytes : Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}

/**
 * A hash of everything that goes into the site: the same content has the same version, on any machine, at any time.
 * @param {string} root of the project
 * @param {string} dossier the folder that holds `seeds/` and `src/copy/`, from there
 */
export function contentVersion(root, dossier = '.') {
	const hash = createHash('sha256');
	const others = dossier === '.' ? [] : sourcesOf(root, [dossier]);
	const files = [...sourcesOf(root, ['src', 'static', 'seeds']).filter((file) => !APART.test(file)), ...others];
	for (const file of [...files, 'package-lock.json'].sort())
		hash
			.update(`${file}\0`)
			.update(stored(join(root, file)))
			.update('\0');
	return hash.digest('hex').slice(0, 12);
}
