import { isMainThread } from 'node:worker_threads';
import { defineConfig, loadConfigFromFile } from 'vite';

const file = process.env['VITEST'] === undefined ? 'src/site.config.ts' : 'tests/tests.config.ts';

/**
 * Kit loads this file in two workers, too, which need nothing of it: `svelte.config.js` has their options. What it imported
 * would be loaded three times for each build.
 */
export default defineConfig(async (environment) =>
	isMainThread ? ((await loadConfigFromFile(environment, file))?.config ?? {}) : {},
);
