import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { digest, keptBundle } from './bundle.ts';
import { codeHash } from './code.ts';

/**
 * Serves `virtual:<name>`: the URL of a script for pages, relative to the root of the site, its integrity and its code. A build bundles it to a
 * hashed asset; in development it imports the source module, which Vite serves and reloads.
 *
 * The script has a build of its own because Kit skips its client build altogether while every page is a document
 * (`csr = false`). It is emitted from the server build, whose assets Kit copies to the client's in either case.
 */
export function behaviours(name = 'behaviours', entry = 'src/lib/behaviours/main.ts'): Plugin {
	const id = `virtual:${name}`;
	// In development the pages have no other script, so this one also brings Vite's client: reloads, error overlay.
	const development = `${id}/development`;
	let root = '';
	let isDevelopment = false;
	let bundled: Promise<string> | null = null;
	return {
		name: `story:${name}`,
		configResolved(config) {
			root = config.root;
			isDevelopment = config.command === 'serve';
		},
		resolveId(source) {
			return source === id || source === development ? `\0${source}` : null;
		},
		async load(source) {
			if (source === `\0${development}`) return `import '/@vite/client';\nimport '/${entry}';`;
			if (source !== `\0${id}`) return null;
			if (isDevelopment) return `export default { address: '@id/${development}', integrity: null, code: null };`;
			bundled ??= keptBundle(codeHash(root), root, entry, 'es');
			const code = await bundled;
			const hash = createHash('sha256').update(code).digest('base64url').slice(0, 8);
			const fileName = `_app/immutable/assets/${name}.${hash}.js`;
			this.emitFile({ type: 'asset', fileName, source: code });
			return `export default ${JSON.stringify({ address: fileName, integrity: digest('sha256', code), code })};`;
		},
	};
}
