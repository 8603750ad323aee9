import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { ASSERTIONS } from './assertions.ts';
import { skippedLines, type LaneRecord, type TestRecord } from './report.ts';

/** The folder in which each lane stores its results for the report. */
export const RECORDS = join('node_modules', '.cache', 'quality');

/** The criteria that a test file names; a failed test counts against all of them. */
function named(file: string): string[] {
	const text = readFileSync(file, 'utf8');
	if (/\bholds\(\s*task,\s*`/.test(text)) throw new Error(`${file}: write the ids of assertions out`);
	return ASSERTIONS.map(({ id }) => id).filter((id) => text.includes(`'${id}'`));
}

function recordOf(test: TestCase): TestRecord {
	const result = test.result();
	const { quality = [], engine = null, asserts = null, partner = null } = test.meta();
	const reason = result.state === 'skipped' ? (result.note ?? '') : (result.errors?.[0]?.message.split('\n')[0] ?? '');
	return {
		...{ file: test.module.relativeModuleId, title: test.fullName, state: result.state, holdings: quality },
		...{ engine, asserts, partner, reason: result.state === 'passed' ? '' : reason },
	};
}

/** All tests of a file. A file that could not be loaded, or whose hooks failed, counts as a failed test. */
function recordsOf(module: TestModule): TestRecord[] {
	const broken = module.errors().map(({ message }): TestRecord => ({
		...{ file: module.relativeModuleId, title: 'the file', state: 'failed', holdings: [] },
		...{ engine: null, asserts: null, reason: message.split('\n')[0] ?? '' },
	}));
	return [...broken, ...[...module.children.allTests()].map(recordOf)];
}

/** Writes, for every lane that ran completely, which tests passed and which criteria they recorded. */
export default class QualityReporter implements Reporter {
	async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
		const whole = modules.filter(({ project }) => !project.vitest.config.testNamePattern);
		for (const line of skippedLines(whole.flatMap(recordsOf))) process.stdout.write(`${line}\n`);
		const made = new Date().toISOString();
		for (const project of new Set(modules.map((module) => module.project))) {
			const own = modules.filter((module) => module.project === project);
			const { testFiles } = await project.globTestFiles();
			if (own.length < testFiles.length || project.vitest.config.testNamePattern) continue;
			const names = Object.fromEntries(own.map((module) => [module.relativeModuleId, named(module.moduleId)]));
			const record: LaneRecord = { lane: project.name, made, tests: own.flatMap(recordsOf), names };
			mkdirSync(RECORDS, { recursive: true });
			writeFileSync(join(RECORDS, `${record.lane}.json`), JSON.stringify(record));
		}
	}
}
