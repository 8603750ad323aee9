import { createHash } from 'node:crypto';
import { build } from 'vite';
import { keyOf, store } from './cache.ts';
import { codeHash } from './code.ts';
import { syntax } from './supported-browsers.js';

/**
 * A module and all it imports, as one minified file: `es` keeps it a module, `iife` makes it a classic script. Throws
 * if it does not stay one file: each costs a request.
 * @param entry from the root of the project
 * @param define names of constants, and the code that stands for each
 */
export async function bundle(
	root: string,
	entry: string,
	format: 'es' | 'iife',
	define: Readonly<Record<string, string>> = {},
): Promise<string> {
	const result = await build({
		root,
		configFile: false,
		logLevel: 'warn',
		publicDir: false,
		define: { ...define },
		build: {
			write: false,
			modulePreload: false,
			target: syntax,
			rolldownOptions: { input: entry, output: { format } },
		},
	});
	const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
	const [only, ...others] = outputs;
	if (only?.type !== 'chunk' || others.length > 0) {
		throw new Error(`${entry} must become one file, but gave ${outputs.map((one) => one.fileName).join(', ')}`);
	}
	return only.code.trim();
}

/**
 * The same for a module of the site, from an earlier build of the same code if there is one.
 * @param code its hash (`codeHash`)
 */
export async function keptBundle(code: string, ...input: Parameters<typeof bundle>): Promise<string> {
	const [root, ...options] = input;
	const key = keyOf('bundle', code, JSON.stringify(options));
	const found = store.recall(key);
	if (found) return Buffer.from(found).toString();
	const made = await bundle(...input);
	// A module that was changed meanwhile may be in it.
	if (codeHash(root) === code) store.keep(key, Buffer.from(made));
	return made;
}

/** The hash of a script, as policies and `integrity` attributes have it. */
export const digest = (algorithm: 'sha256' | 'sha384', code: string): string =>
	`${algorithm}-${createHash(algorithm).update(code).digest('base64')}`;
