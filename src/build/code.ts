import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyOf } from './cache.ts';
import { pathsOf } from './files.js';

/** A hash of all code and styles of the project and the versions of its packages: of all that a result depends on besides data. */
export function codeHash(root: string): string {
	const files = [
		...['package-lock.json', 'svelte.config.js', 'vite.config.ts'],
		...pathsOf(join(root, 'src')).flatMap((path) => (/\.(?:js|ts|svelte|css|html)$/.test(path) ? [`src/${path}`] : [])),
	];
	return keyOf(process.version, ...files.flatMap((file) => [file, readFileSync(join(root, file))]));
}
