/**
 * `npm run quality`: what the last tests say of each assertion on the whole. Prints it, and keeps it as JSON for the page
 * `/dev/quality/`. Ends as failed where an assertion failed, or one that gates a landing has no test.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ASSERTIONS } from '#tests/quality/assertions.ts';
import { LANES, lines, passes, report, type LaneRecord } from '#tests/quality/report.ts';
import { RECORDS } from '#tests/quality/reporter.ts';

const files = LANES.map((lane) => join(RECORDS, `${lane}.json`)).filter((file) => existsSync(file));
const made = report(
	ASSERTIONS,
	files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as LaneRecord),
);
for (const line of lines(made)) console.log(line);
if (files.length > 0) {
	const file = join(RECORDS, 'report.json');
	writeFileSync(file, `${JSON.stringify(made, null, '\t')}\n`);
	console.log(`Written to ${file}; as a page: npm run dev, /dev/quality/`);
} else console.log('Run “npm test” first: it leaves what this reads.');
if (!passes(made)) process.exitCode = 1;
