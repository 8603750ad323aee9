import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { bundle } from './bundle.ts';

const id = 'virtual:embeds';

/** Scripts that stand in their page, and those of embeds, all classic: they run in a sandboxed frame and from disk, where modules do not. */
const entries = {
	/** Inline, in the head. */
	first: 'src/lib/embed/first.ts',
	/** Inline, after the figure. */
	open: 'src/lib/embed/open.ts',
	tell: 'src/lib/embed/tell.ts',
	behaviours: 'src/lib/embed/behaviours.ts',
	/** Inline, in the page for what is not there. */
	missing: 'src/lib/not-found/main.ts',
	/** Inline, in the head of the story. */
	early: 'src/lib/behaviours/early.ts',
	/** `/embed.js`, for the pages of others. */
	element: 'src/lib/embed/chart-element.ts',
};

const digest = (algorithm: 'sha256' | 'sha384', code: string): string =>
	`${algorithm}-${createHash(algorithm).update(code).digest('base64')}`;

/**
 * Serves `virtual:embeds` (`src/app.d.ts`): the scripts of embeds, each bundled to one file, and their hashes.
 * @param elementOf the name of the custom element, told by the root of the project
 */
export function embeds(elementOf: (root: string) => string): Plugin {
	let root = '';
	const script = (name: keyof typeof entries) =>
		bundle(root, entries[name], 'iife', { __ELEMENT__: JSON.stringify(elementOf(root)) });
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
			const inline = await Promise.all((['first', 'open', 'tell', 'behaviours'] as const).map(script));
			const [early, missing] = [await script('early'), await script('missing')];
			const element = await script('element');
			return `export default ${JSON.stringify({
				inline: inline.map((code) => ({ code, hash: digest('sha256', code) })),
				early: { code: early, hash: digest('sha256', early) },
				missing: { code: missing, hash: digest('sha256', missing) },
				element: { code: element, integrity: digest('sha384', element) },
			})};`;
		},
	};
}
