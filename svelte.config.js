import { fileURLToPath } from 'node:url';
import adapter from '@sveltejs/adapter-static';
import { dossierOf } from './src/build/files.js';
import { contentVersion } from './src/build/version.js';

const root = fileURLToPath(new URL('.', import.meta.url));

/** `build/compressed.ts` writes the compressed copies, when all else is there. */
const site = adapter({ precompress: false });

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
		prerender: {
			// A site that has moved no page has none at an address of before.
			handleUnseenRoutes({ routes, message }) {
				if (routes.some((route) => route !== '/[...page]')) throw new Error(message);
			},
		},
		version: {
			name: contentVersion(root, dossierOf(root)),
			pollInterval: 0,
		},
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
				// Kit insists on them where trusted types are required; built pages allow none (`hooks.server.ts`).
				'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url'],
			},
		},
	},
};
