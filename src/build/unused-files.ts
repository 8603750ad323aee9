import { readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { afterSite } from './after-site.ts';
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

/**
 * Removes unused files from a finished site: stray files from `static/`, and the client that Kit builds for every page, also
 * for pages that never start it. A host or an export thus has the files that readers get, and no others.
 */
export function withoutUnusedFiles(site: string): Plugin {
	return afterSite('story:without-unused-files', () => {
		const files = pathsOf(site).map((path) => join(site, path));
		const hashed = files.filter((file) => file.includes(join('_app', 'immutable', '')));
		const documents = files.filter((file) => file.endsWith('.html'));
		const drop = unusedFiles(hashed, documents);
		// Only Kit's client loads data and version.
		if (!files.some((file) => !drop.includes(file) && file.includes(join('entry', 'start.')))) {
			drop.push(...files.filter((file) => ['__data.json', 'version.json'].includes(basename(file))));
		}
		drop.push(...files.filter(isStray));
		for (const file of drop) rmSync(file, { force: true });
		for (const folder of new Set(drop.map(dirname))) if (readdirSync(folder).length === 0) rmdirSync(folder);
	});
}
