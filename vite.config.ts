import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createLogger, type Logger } from 'vite';
import { defineConfig } from 'vitest/config';
import { behaviours } from './src/build/behaviours.ts';
import { compressedCopies } from './src/build/compressed.ts';
import { dossierOf } from './src/build/files.js';
import { embeds } from './src/build/embeds.ts';
import { frozenEmbeds } from './src/build/frozen-embeds.ts';
import { oldestBrowsers, targets } from './src/build/supported-browsers.js';
import { fonts } from './src/build/fonts.ts';
import { plainStyles } from './src/build/plain-selectors.ts';
import { progress } from './src/build/progress.ts';
import { withoutUnusedFiles } from './src/build/unused-files.ts';
import { compiledStory } from './src/compile/plugin.ts';
import { readInput } from './src/compile/read.ts';
import { elementIn } from './src/compile/records/subject.ts';

/** The folder that holds `seeds/` and `src/copy/`: the project, or another story's. */
const dossier = dossierOf(import.meta.dirname);

const testing = process.env['VITEST'] !== undefined;

/** Says what Vite says, and makes a build that warned end as failed. */
function strictLogger(): Logger {
	const logger = createLogger('warn');
	const failing: Logger['warn'] = (...words) => {
		process.exitCode = 1;
		logger.warn(...words);
	};
	return { ...logger, warn: failing, warnOnce: failing };
}

/** A build is the same whatever `NODE_ENV` says around it: with another value, compilers write what only a developer needs. */
function production(command: 'build' | 'serve') {
	if (command === 'build') process.env['NODE_ENV'] = 'production';
	return command === 'build' ? { customLogger: strictLogger() } : {};
}

export default defineConfig(({ command }) => ({
	// Each test lane brings what it needs; the whole site is none of it.
	plugins: testing
		? []
		: [
				progress(),
				compiledStory(dossier),
				fonts(dossier),
				behaviours(),
				behaviours('gallery', 'src/lib/gallery/main.ts'),
				embeds((root) => elementIn(readInput(join(root, dossier)))),
				sveltekit(),
				plainStyles(),
				withoutUnusedFiles('build'),
				frozenEmbeds('build'),
				compressedCopies('build'),
			],
	...production(command),
	// Styles are written for today and built for the browsers that show everything; what older ones lack of them is room
	// between words, never the words. Written for those, every page would be 1 % heavier.
	build: {
		assetsInlineLimit: 0,
		cssTarget: targets(oldestBrowsers.charts),
		reportCompressedSize: false,
		rolldownOptions: { checks: { bundlerTimings: false } },
	},
	test: {
		maxWorkers: '100%',
		reporters: ['default', './tests/quality/reporter.ts'],
		projects: [
			{
				plugins: [fonts(), svelte()],
				test: {
					name: 'unit',
					// Loading modules anew for each file would be a third of the time.
					isolate: false,
					testTimeout: 120_000,
					css: { include: /\?raw/ },
					include: ['tests/**/*.test.ts'],
					exclude: ['tests/site/**', 'tests/browser/**', 'tests/engines/**'],
					sequence: { groupOrder: 0 },
				},
			},
			{
				test: {
					name: 'site',
					include: ['tests/site/**/*.test.ts'],
					globalSetup: ['tests/site/built.ts'],
					// Types, lint and unit tests run beside it.
					testTimeout: 60_000,
					sequence: { groupOrder: 1 },
				},
			},
			{
				test: {
					name: 'browser',
					// A browser waits more than it works.
					maxWorkers: 2 * availableParallelism(),
					include: ['tests/browser/**/*.test.ts'],
					globalSetup: ['tests/site/built.ts'],
					sequence: { groupOrder: 2 },
					expect: { poll: { timeout: 20_000, interval: 20 } },
					testTimeout: 180_000,
					hookTimeout: 120_000,
				},
			},
			{
				test: {
					name: 'engines',
					include: ['tests/engines/**/*.test.ts'],
					globalSetup: ['tests/site/built.ts'],
					// One engine after another, and nothing beside them.
					sequence: { groupOrder: 3 },
					fileParallelism: false,
					testTimeout: 180_000,
					hookTimeout: 60_000,
				},
			},
		],
	},
}));
