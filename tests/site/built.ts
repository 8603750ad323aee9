/** Builds the site once for all lanes that need it, serves it, and gives tests its address: `inject('site')`. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { serve } from '#commands/serve.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** The address of the served build, with a slash at its end. */
		site: string;
	}
}

const inputs = ['src', 'static', 'seeds', 'package.json', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];

/** When the newest of these, and of all in them, was changed; folders count, too, so that a removed file is noticed. */
function newest(paths: readonly string[]): number {
	const times = paths.map((path) => {
		const stats = statSync(path);
		const inner = stats.isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [];
		return Math.max(stats.mtimeMs, newest(inner));
	});
	return Math.max(0, ...times);
}

/** Builds into `build/` unless that is newer than everything it is made of, or `SITE_BUILT=1` says not to. Throws the log. */
function buildIfStale(): void {
	const made = join('build', 'index.html');
	if (process.env['SITE_BUILT'] === '1') return;
	if (existsSync(made) && statSync(made).mtimeMs > newest(inputs)) return;
	// The runner's own variables would turn the build into one for tests.
	const env = Object.fromEntries(
		Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && !name.startsWith('VITEST')),
	);
	const vite = join('node_modules', 'vite', 'bin', 'vite.js');
	const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		env,
		encoding: 'utf8',
	});
	if (status !== 0) throw new Error(`The site does not build without errors and warnings:\n${stdout}\n${stderr}`);
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	buildIfStale();
	const { address, close } = await serve('build');
	project.provide('site', address);
	return close;
}
