/** `npm run quality`: the results of the last test run by quality criterion, printed and kept as JSON. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommandLine } from '#commands/command-line.ts';
import { ASSERTIONS } from '#tests/quality/assertions.ts';
import { LANES, lines, passes, report, type LaneRecord } from '#tests/quality/report.ts';
import { RECORDS } from '#tests/quality/reporter.ts';

const USAGE = `Usage: npm run quality

Prints the results of the last "npm test" by quality criterion and browser engine.

  --help  shows this help

Exit status: 0 if every required criterion passed, 1 if one failed or did not run, 2 for a wrong command line.`;

readCommandLine(USAGE, {});
const files = LANES.map((lane) => join(RECORDS, `${lane}.json`)).filter((file) => existsSync(file));
const made = report(
	ASSERTIONS,
	files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as LaneRecord),
);
for (const line of lines(made)) console.log(line);
if (files.length > 0) {
	const file = join(RECORDS, 'report.json');
	writeFileSync(file, `${JSON.stringify(made, null, '\t')}\n`);
	console.log(`Written to ${file}`);
} else console.log('Run “npm test” first: it leaves what this reads.');
if (!passes(made)) process.exitCode = 1;
