/** `npm run export:diff -- <old> <new>`: lists the differences between two exports. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { filesOf } from '#bundles/built.ts';
import { differences, type Exported } from '#bundles/compare/diff.ts';
import { unzipped } from '#bundles/formats/zip.ts';
import { readCommandLine } from './command-line.ts';
import { reasonOf } from '#bundles/bundle.ts';

const USAGE = `Usage: npm run export:diff -- <old> <new>

Prints every record, sentence, chart and picture that differs between two exports.

  <old>, <new>  folders or zips that "npm run export" made, the older first
  --help        shows this help

Exit status: 0 if nothing differs, 1 if something does, 2 for a wrong command line or an export that cannot be read.`;

const CHANGED = 1;
const CANNOT_TELL = 2;

function read(place: string): Exported {
	if (!existsSync(place)) throw new Error(`${place} does not exist: give a folder or a zip that "npm run export" made`);
	if (statSync(place).isDirectory()) return filesOf(place);
	try {
		return unzipped(readFileSync(place)).files;
	} catch (problem) {
		const why = reasonOf(problem);
		throw new Error(`${place} is neither a folder nor a zip that "npm run export" made: ${why}`);
	}
}

const [before = '', now = ''] = readCommandLine(USAGE, {}, [2, 2]).positionals;
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
	console.error(reasonOf(problem));
	process.exitCode = CANNOT_TELL;
}
