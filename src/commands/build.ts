/**
 * `npm run build`: the site in `build/`, made anew where that is not of today's sources. Ends with 1 if it fails. With
 * `DOSSIER=<folder>` in the environment, here and for other commands, seeds and copy are those of that folder.
 */
import { freshBuild } from './fresh-build.ts';

const origin = process.env['PUBLIC_SITE'] ?? '';
try {
	const isNew = await freshBuild(origin === '' ? null : origin, console.log);
	console.log(isNew ? 'build/ is ready.' : 'build/ is of today’s sources already.');
} catch (problem) {
	console.error(problem instanceof Error ? problem.message : problem);
	process.exitCode = 1;
}
