/** Programs of others that tests are run with: which were there, in which version, and which were not. */
import { spawnSync } from 'node:child_process';
import type { TestContext } from 'vitest';

declare module '@vitest/runner' {
	export interface TaskMeta {
		/** The partner that a test was run with, or skipped for want of. */
		partner?: { readonly name: string; readonly version: string | null };
	}
}

/** What a program says of its version, in its own words; null where it cannot be run. */
export function version(program: string, words: readonly string[]): string | null {
	const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8' });
	if (status !== 0) return null;
	return /\d+(?:\.\d+)+/.exec(stdout || stderr)?.[0] ?? 'of no version';
}

/** Says which partner the test runs with; skips it, and says so, where there is none (its version is null). */
export function ran({ task, skip }: Pick<TestContext, 'task' | 'skip'>, name: string, its: string | null): void {
	task.meta.partner = { name, version: its };
	if (its === null) skip(`${name} is not installed`);
}
