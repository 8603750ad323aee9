import type { Plugin } from 'vite';
import { digest, keptBundle } from './bundle.ts';
import { codeHash } from './code.ts';

const id = 'virtual:embeds';

/** Inline scripts, and those of embeds. All are classic scripts, because modules run neither in a sandboxed frame nor from disk. */
const entries = {
	/** Inline, in the head. */
	first: 'src/lib/embed/first.ts',
	/** Inline, after the figure. */
	behaviours: 'src/lib/embed/scripts/behaviours.ts',
	/** In place of `behaviours` in a page with people. */
	network: 'src/lib/embed/scripts/network.ts',
	/** Inline, after these. */
	tell: 'src/lib/embed/tell.ts',
	/** Inline, in the 404 page. */
	missing: 'src/lib/not-found/main.ts',
	/** Inline, in the head of the story. */
	early: 'src/lib/behaviours/early.ts',
	/** `/embed.js`, for publishers' pages. */
	element: 'src/lib/embed/chart-element.ts',
};

/**
 * Serves `virtual:embeds` (`src/app.d.ts`): the scripts of embeds, each bundled to one file, and their hashes.
 * @param elementOf returns the name of the custom element for the root of the project
 */
export function embeds(elementOf: (root: string) => string): Plugin {
	let root = '';
	return {
		name: 'story:embeds',
		configResolved(config) {
			root = config.root;
		},
		resolveId(source) {
			return source === id ? `\0${id}` : null;
		},
		async load(source) {
			if (source !== `\0${id}`) return null;
			const [hash, constants] = [codeHash(root), { __ELEMENT__: JSON.stringify(elementOf(root)) }];
			const script = (name: keyof typeof entries) => keptBundle(hash, root, entries[name], 'iife', constants);
			const hashed = async (name: keyof typeof entries) => {
				const code = await script(name);
				return { code, hash: digest('sha256', code) };
			};
			const [first, tell] = [await hashed('first'), await hashed('tell')];
			const behaviours = { marks: await hashed('behaviours'), network: await hashed('network') };
			const [early, missing] = [await script('early'), await script('missing')];
			const element = await script('element');
			return `export default ${JSON.stringify({
				first,
				behaviours,
				tell,
				early: { code: early, hash: digest('sha256', early) },
				missing: { code: missing, hash: digest('sha256', missing) },
				element: { code: element, integrity: digest('sha384', element) },
			})};`;
		},
	};
}
