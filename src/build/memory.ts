/** Garbage collection on request. What a build drops is far below the limit of the heap, so that V8 would keep it. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Plugin } from 'vite';

setFlagsFromString('--expose-gc');

export const collectGarbage = runInNewContext('gc') as (options?: { readonly type: 'minor' }) => void;

/** A plugin that frees what the bundler leaves behind, before a worker with a heap of its own makes the pages. */
export function freedMemory(): Plugin {
	return {
		name: 'story:freed-memory',
		apply: 'build',
		writeBundle: {
			order: 'pre',
			sequential: true,
			handler() {
				if (this.environment.name === 'ssr') collectGarbage();
			},
		},
	};
}
