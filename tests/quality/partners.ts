/** External programs that tests use: which are installed, in which version, and which are not. */
import { spawnSync } from 'node:child_process';
import type { TestContext } from 'vitest';

declare module '@vitest/runner' {
	export interface TaskMeta {
		/** The program that a test used, or that was missing. */
		partner?: { readonly name: string; readonly version: string | null };
	}
}

/** The version that a program prints; null if it cannot be run. */
export function version(program: string, words: readonly string[]): string | null {
	const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8' });
	if (status !== 0) return null;
	return /\d+(?:\.\d+)+/.exec(stdout || stderr)?.[0] ?? 'of no version';
}

/** Skips a test that needs what this machine lacks. The run ends with a line that says what is missing and how to get it. */
export function skipUnless(
	{ skip }: Pick<TestContext, 'skip'>,
	available: boolean,
	missing: string,
	remedy: string,
): void {
	skip(!available, `${missing}: ${remedy}`);
}

/** The reason to skip a test if the texts of the articles, which are not in the repository, are missing. */
export const ORIGINALS = ['the articles are not here', 'put their texts at seeds/originals/<id>.txt'] as const;

/** The command that installs programs for tests. */
export const installing = (...packages: readonly string[]): string => ['npm run browsers --', ...packages].join(' ');

/** Records which version of a program the test runs with, for the quality report; skips it where the version is null. */
export function requirePartner(
	context: Pick<TestContext, 'task' | 'skip'>,
	name: string,
	version: string | null,
	...packages: readonly string[]
): void {
	context.task.meta.partner = { name, version };
	skipUnless(context, version !== null, `${name} is not installed`, installing(...packages));
}
