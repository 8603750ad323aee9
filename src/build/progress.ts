import { existsSync, readdirSync } from 'node:fs';
import type { Plugin } from 'vite';
import { keyOf, store } from './cache.ts';

/** The folder to which Kit writes the pages one by one. */
const PAGES = '.svelte-kit/output/prerendered';

const EVERY_MS = 2000;

/** How many files the last build wrote there. */
const LAST = keyOf('pages of the last build');

const say = (line: string): void => {
	process.stdout.write(`${line}\n`);
};

const count = (): number =>
	existsSync(PAGES)
		? readdirSync(PAGES, { recursive: true, withFileTypes: true }).filter((it) => it.isFile()).length
		: 0;

/** A plugin that reports what a build does and its progress, line by line. */
export function progress(): Plugin {
	let ticking: NodeJS.Timeout | undefined;
	return {
		name: 'story:progress',
		apply: 'build',
		buildStart() {
			if (this.environment.name === 'ssr') say('1/3  seeds, copy, styles and scripts');
		},
		writeBundle: {
			order: 'pre',
			sequential: true,
			handler() {
				if (this.environment.name !== 'ssr') return;
				const last = store.recall(LAST);
				const of = last ? ` of about ${Buffer.from(last).toString()}` : '';
				let shownLine = '';
				ticking = setInterval(() => {
					const line = `2/3  pages and pictures: ${String(count())}${of}`;
					if (line !== shownLine) say(line);
					shownLine = line;
				}, EVERY_MS);
			},
		},
		closeBundle: {
			order: 'pre',
			sequential: true,
			handler() {
				clearInterval(ticking);
				if (this.environment.name !== 'ssr' || count() === 0) return;
				store.keep(LAST, Buffer.from(String(count())));
				say('3/3  compressed copies');
			},
		},
	};
}
