/**
 * `npm run export:diff -- <old> <new>`: what changed between two exports, folders or zips, in words for a correction.
 * Ends with 0 where nothing did, with 1 where something did, with 2 if it cannot tell.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { filesOf } from '#bundles/built.ts';
import { differences, type Exported } from '#bundles/compare/diff.ts';
import { unzipped } from '#bundles/formats/zip.ts';

const CHANGED = 1;
const CANNOT_TELL = 2;

function read(place: string): Exported {
	if (!existsSync(place)) throw new Error(`${place} is not there: give a folder or a zip that "npm run export" made`);
	if (statSync(place).isDirectory()) return filesOf(place);
	try {
		return unzipped(readFileSync(place)).files;
	} catch (problem) {
		const why = problem instanceof Error ? problem.message : '';
		throw new Error(`${place} is neither a folder nor a zip that "npm run export" made: ${why}`);
	}
}

const [before, now, ...more] = process.argv.slice(2);
if (before === undefined || now === undefined || more.length > 0) {
	console.error('Give two exports, the older first: npm run export:diff -- export/site-old export/site');
	process.exitCode = CANNOT_TELL;
} else {
	try {
		const found: [string, readonly string[]][] = Object.entries({
			...differences(read(before), read(now), [before, now]),
		});
		for (const [what, lines] of found) {
			console.log(`${what}: ${lines.length === 0 ? 'nothing changed' : String(lines.length)}`);
			for (const line of lines) console.log(`  ${line}`);
		}
		if (found.some(([, lines]) => lines.length > 0)) process.exitCode = CHANGED;
	} catch (problem) {
		console.error(problem instanceof Error ? problem.message : String(problem));
		process.exitCode = CANNOT_TELL;
	}
}
