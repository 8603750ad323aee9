import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ precompress: true }),
		inlineStyleThreshold: 64_000,
		paths: { relative: true },
	},
};
