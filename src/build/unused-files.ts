import { readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { afterBuild } from './after-build.ts';
import { isStray, pathsOf } from './files.js';

/**
 * Those of the files that no document loads, directly or through a script or style sheet. A file loads another if it
 * contains its name, which contains a hash and therefore occurs in no other text.
 */
function unusedFiles(hashed: readonly string[], documents: readonly string[]): string[] {
	const left = new Set(hashed);
	const queue = [...documents];
	for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
		const text = readFileSync(file, 'utf8');
		for (const other of left) {
			if (!text.includes(basename(other))) continue;
			left.delete(other);
			if (/\.(?:js|css)$/.test(other)) queue.push(other);
		}
	}
	return [...left];
}

/** What only Kit's own client loads, and the list that leads Kit's crawler to pages without a link. */
const FOR_KIT = /(?:^|\/)__data\.json$|^pages\.html$/;

/**
 * Removes unused files from a finished site: stray files from `static/`, style sheets that are in the pages, and what only
 * Kit uses. A host or an export thus has the files that readers get, and no others.
 */
export function withoutUnusedFiles(site: string): Plugin {
	return afterBuild('story:without-unused-files', () => {
		const paths = pathsOf(site);
		const needless = paths.filter((path) => isStray(path) || FOR_KIT.test(path));
		const hashed = paths.filter((path) => path.includes('_app/immutable/'));
		const documents = paths.filter((path) => path.endsWith('.html') && !needless.includes(path));
		const inSite = (path: string): string => join(site, path);
		const drop = [...needless.map(inSite), ...unusedFiles(hashed.map(inSite), documents.map(inSite))];
		for (const file of drop) rmSync(file, { force: true });
		for (const folder of new Set(drop.map(dirname))) if (readdirSync(folder).length === 0) rmdirSync(folder);
	});
}
