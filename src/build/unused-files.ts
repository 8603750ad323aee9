import { readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { afterSite } from './after-site.ts';
import { isStray, pathsOf } from './files.js';

/**
 * Of these files, those that no document asks for, directly or through a script or style that one asks for. A file asks
 * for another by its name, which holds a hash and is therefore unlike any other text.
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
 * Takes out of a finished site what nobody asks for: stray files out of `static/`, and the client that Kit builds for every
 * page, also for those that are documents and never start it. Whoever hosts or exports the site gets what readers get.
 */
export function withoutUnusedFiles(site: string): Plugin {
	return afterSite('story:without-unused-files', () => {
		const files = pathsOf(site).map((path) => join(site, path));
		const hashed = files.filter((file) => file.includes(join('_app', 'immutable', '')));
		const documents = files.filter((file) => file.endsWith('.html'));
		const drop = unusedFiles(hashed, documents);
		// Data and version are asked for by Kit's client only.
		if (!files.some((file) => !drop.includes(file) && file.includes(join('entry', 'start.')))) {
			drop.push(...files.filter((file) => ['__data.json', 'version.json'].includes(basename(file))));
		}
		drop.push(...files.filter(isStray));
		for (const file of drop) rmSync(file, { force: true });
		for (const folder of new Set(drop.map(dirname))) if (readdirSync(folder).length === 0) rmdirSync(folder);
	});
}
