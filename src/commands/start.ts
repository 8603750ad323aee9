/** `npm start` builds the site, where `build/` is not of today's sources, and serves it; `npm run preview` (`--built`) serves what is built already. */
import { freshBuild } from './fresh-build.ts';
import { serve } from './serve.ts';

const LOOK_MS = 300;
const parent = process.ppid;

if (!process.argv.includes('--built')) {
	try {
		await freshBuild(null, console.log);
	} catch (problem) {
		console.error(problem instanceof Error ? problem.message : problem);
		process.exit(1);
	}
}
const served = await serve('build');
console.log(served.address);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
// npm hands a signal to its shell, and not every shell hands it on: it just goes, and so do we.
setInterval(() => {
	if (process.ppid !== parent) end();
}, LOOK_MS);

function end(): void {
	void served.close().then(() => process.exit(0));
}
