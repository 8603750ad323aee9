/** Builds the site once for all lanes that need it, serves it, and gives tests its address: `inject('site')`. */
import type { TestProject } from 'vitest/node';
import { freshBuild } from '#commands/fresh-build.ts';
import { serve } from '#commands/serve.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** The address of the served build, with a slash at its end. */
		site: string;
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	await freshBuild(null);
	const { address, close } = await serve('build');
	project.provide('site', address);
	return close;
}
