/** `npm run build`: builds the site into `build/`, unless that is up to date. */
import { readCommandLine } from './command-line.ts';
import { freshBuild } from './fresh-build.ts';
import { reasonOf } from '#bundles/bundle.ts';

const USAGE = `Usage: npm run build

Builds the site into build/, unless that is up to date.

  --help  shows this help

Environment: DOSSIER=<folder> builds the story of that folder; PUBLIC_SITE=<URL> is where the site will be published.
Exit status: 0 if build/ is ready, 1 if the build failed.`;

readCommandLine(USAGE, {});
const origin = process.env['PUBLIC_SITE'] ?? '';
try {
	const isNew = await freshBuild(origin === '' ? null : origin, console.log);
	console.log(isNew ? 'build/ is ready.' : 'build/ is up to date.');
} catch (problem) {
	console.error(reasonOf(problem));
	process.exitCode = 1;
}
