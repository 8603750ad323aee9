/** `npm start` builds the site, unless `build/` is up to date, and serves it; `npm run preview` (`--built`) serves `build/` as it is. */
import { readCommandLine } from './command-line.ts';
import { freshBuild } from './fresh-build.ts';
import { serve } from './serve.ts';
import { reasonOf } from '#bundles/bundle.ts';

const USAGE = `Usage: npm start, or npm run preview

npm start builds the site, unless build/ is up to date, serves it, and prints its URL. npm run preview serves build/ as
it is. Ctrl+C ends it.

  --built  serves build/ as it is
  --help   shows this help

Environment: DOSSIER=<folder> builds another story.`;

const { values } = readCommandLine(USAGE, { built: { type: 'boolean' } });
const LOOK_MS = 300;
const parent = process.ppid;

if (!values.built) {
	try {
		await freshBuild(null, console.log);
	} catch (problem) {
		console.error(reasonOf(problem));
		process.exit(1);
	}
}
const served = await serve('build');
console.log(served.address);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
// npm passes a signal to its shell, and not every shell passes it on. If the shell is gone, this process ends, too.
setInterval(() => {
	if (process.ppid !== parent) end();
}, LOOK_MS);

function end(): void {
	void served.close().then(() => process.exit(0));
}
