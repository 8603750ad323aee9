/** Runs before commands that need packages: if none are installed, prints what to do instead of a stack trace. Imports no package. */
import { existsSync } from 'node:fs';

const needed = ['tsx', 'vite', 'svelte'];
const missing = needed.filter((name) => !existsSync(new URL(`../../node_modules/${name}`, import.meta.url)));

if (missing.length > 0) {
	const bare = process.env['NODE_ENV'] === 'production' || process.env['npm_config_omit'] === 'dev';
	console.error(`Not installed: ${missing.join(', ')}, which the build needs.`);
	console.error(
		bare
			? 'NODE_ENV=production, or --omit=dev, leaves them out. Run "npm ci --include=dev" first.'
			: 'Run "npm ci" first.',
	);
	process.exit(1);
}
