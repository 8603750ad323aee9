import { resolve } from 'node:path';
import { isMainThread, parentPort } from 'node:worker_threads';
import { defineConfig, loadConfigFromFile, type Plugin } from 'vite';

const file = process.env['VITEST'] === undefined ? 'src/site.config.ts' : 'tests/tests.config.ts';

/** Restarts the development server when a module of the configuration changes, as Vite does for what this file imports. */
function restartOn(modules: readonly string[]): Plugin {
	const known = new Set(modules.map((module) => resolve(module)));
	return {
		name: 'restart-on-configuration',
		configureServer(server) {
			server.watcher.on('change', (changed) => {
				if (known.has(changed)) void server.restart();
			});
		},
	};
}

/**
 * Kit loads this file in two workers, too, which need nothing of it: `svelte.config.js` has their options. What it imported
 * would be loaded three times for each build. Kit leaves the workers running (`findings/kit-workers-stay.sh`): without a
 * reference to their port they end with their work, and their memory is free for the rest of the build.
 */
export default defineConfig(async (environment) => {
	if (!isMainThread) {
		parentPort?.unref();
		return {};
	}
	const { config = {}, dependencies = [] } = (await loadConfigFromFile(environment, file)) ?? {};
	return { ...config, plugins: [...(config.plugins ?? []), restartOn(dependencies)] };
});
