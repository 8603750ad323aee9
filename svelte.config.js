import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import adapter from '@sveltejs/adapter-static';

const root = fileURLToPath(new URL('.', import.meta.url));

/** A hash of everything that goes into the site: the same content has the same version, on any machine, at any time. */
function contentVersion() {
	const files = ['src', 'static', 'seeds']
		.flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
		.filter((entry) => entry.isFile())
		.map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
		.filter(
			(file) => !/^(?:seeds\/originals|src\/(?:bundles|commands|hosts|routes\/dev))\/|^src\/README\.md$/.test(file),
		)
		.concat('package-lock.json')
		.sort();
	const hash = createHash('sha256');
	for (const file of files)
		hash
			.update(`${file}\0`)
			.update(readFileSync(join(root, file)))
			.update('\0');
	return hash.digest('hex').slice(0, 12);
}

const site = adapter({ precompress: true });

/** Pages below `/dev/` are served in development only: the adapter, which wants every page as a file, is told of none. */
const isPublished = (route) => route.id !== '/dev' && !route.id.startsWith('/dev/');

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: {
			...site,
			adapt: (builder) => site.adapt({ ...builder, routes: builder.routes.filter(isPublished) }),
		},
		inlineStyleThreshold: 64_000,
		paths: { relative: true },
		version: { name: contentVersion(), pollInterval: 0 },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				'img-src': ['self'],
				'font-src': ['self'],
				'connect-src': ['self'],
				// The gallery shows the embeds; no other page has a frame.
				'frame-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none'],
				'require-trusted-types-for': ['script'],
				// No page uses them; Kit insists on them where trusted types are required.
				'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url'],
			},
		},
	},
};
