import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { sveltekit } from '@sveltejs/kit/vite';
import { createLogger, defineConfig, type Logger } from 'vite';
import { behaviours } from './build/behaviours.ts';
import { compressedCopies } from './build/compressed.ts';
import { dossierOf } from './build/files.js';
import { embeds } from './build/embeds.ts';
import { frozenEmbeds } from './build/frozen-embeds.ts';
import { freedMemory } from './build/memory.ts';
import { oldestBrowsers, targets } from './build/supported-browsers.js';
import { fonts } from './build/fonts.ts';
import { plainStyles } from './build/plain-selectors.ts';
import { progress } from './build/progress.ts';
import { withoutUnusedFiles } from './build/unused-files.ts';
import { compiledStory } from './compile/plugin.ts';
import { readInput } from './compile/read.ts';
import { elementIn } from './compile/records/subject.ts';

// Most functions of a build run for a moment only: optimizing as many as in a server is a seventh of the processor time.
setFlagsFromString('--interrupt-budget=600000');

/** The folder that holds `seeds/` and `src/copy/`: the project, or another story's. */
const dossier = dossierOf(join(import.meta.dirname, '..'));

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

/** The site, for `vite build` and `vite dev`. */
export default defineConfig(({ command }) => ({
	plugins: [
		progress(),
		freedMemory(),
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
}));
