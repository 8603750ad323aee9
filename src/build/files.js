/** Lists the files of a folder. JavaScript, because `svelte.config.js` imports it before anything compiles TypeScript. */
import { spawnSync } from 'node:child_process';
import { lstatSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** Backup and system files, which are neither sources nor published. `.gitignore` lists the same. */
const STRAY = /^(?:\.DS_Store|\._.*|\.#.*|#.*#|.*~|.*\.sw[a-p]|.*\.(?:orig|rej|bak|tmp)|Thumbs\.db|desktop\.ini)$/;

/** @param {string} path */
export const isStray = (path) => STRAY.test(path.slice(path.lastIndexOf('/') + 1));

/**
 * The paths of all files and links below a folder, relative to it, with slashes, sorted. Links are not followed.
 * Node's recursive `readdir` follows links from Node 22 on if it also returns types.
 * @param {string} folder
 * @returns {string[]}
 */
export function pathsOf(folder) {
	/** @param {string} below @returns {string[]} */
	const within = (below) =>
		readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) =>
			entry.isDirectory() ? within(`${below}${entry.name}/`) : [below + entry.name],
		);
	return within('').sort();
}

/**
 * The folder that holds `seeds/` and `src/copy/`, from the root of the project: this one, or the one that `DOSSIER` names.
 * @param {string} root
 */
export const dossierOf = (root) => relative(root, resolve(root, process.env['DOSSIER'] ?? '.')) || '.';

/**
 * The output of git in a folder; null if it fails.
 * @param {string} root
 * @param {readonly string[]} words
 * @returns {string | null}
 */
export function git(root, words) {
	const { status, stdout } = spawnSync('git', ['--no-optional-locks', ...words], { cwd: root, encoding: 'utf8' });
	return status === 0 ? stdout : null;
}

/**
 * The source files in these folders of the project, sorted: in a clone those that git tracks or would track, elsewhere all
 * files; without stray files and links.
 * @param {string} root
 * @param {readonly string[]} folders
 * @returns {string[]}
 */
export function sourcesOf(root, folders) {
	const isClone = git(root, ['rev-parse', '--show-prefix'])?.trim() === '';
	const kept = isClone
		? git(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...folders])
		: null;
	const paths =
		kept?.split('\0').filter(Boolean) ??
		folders.flatMap((folder) => pathsOf(join(root, folder)).map((path) => `${folder}/${path}`));
	const isFile = (/** @type {string} */ path) => lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile();
	return [...new Set(paths)].filter((path) => !isStray(path) && isFile(path)).sort();
}
