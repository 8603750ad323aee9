/** Copies of the project to measure: today's, or that of a commit. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { sourcesOf } from '#build/files.js';

export interface Checkout {
	readonly folder: string;
	readonly remove: () => void;
}

/** The packages, without their caches. */
function linkModules(folder: string): void {
	mkdirSync(join(folder, 'node_modules'));
	for (const name of readdirSync('node_modules').filter((each) => !/^\.(?:cache|vite)/.test(each)))
		symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
}

function run(program: string, words: readonly string[], folder = '.'): void {
	const { status, stderr } = spawnSync(program, words, { cwd: folder, encoding: 'utf8' });
	if (status !== 0) throw new Error(`${program} ${words.join(' ')} fails: ${stderr}`);
}

/** The sources as they are now. */
export function checkoutOfToday(): Checkout {
	const folder = mkdtempSync(join(tmpdir(), 'bench-today-'));
	for (const file of sourcesOf('.', ['.'])) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		cpSync(file, join(folder, file));
	}
	linkModules(folder);
	return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** A commit in a worktree of git, with its own packages where it asks for others. Throws where git knows no such commit. */
export function checkoutOf(commit: string): Checkout {
	const folder = mkdtempSync(join(tmpdir(), 'bench-commit-'));
	run('git', ['worktree', 'add', '--detach', '--force', folder, commit]);
	const isSame = spawnSync('git', ['diff', '--quiet', commit, '--', 'package-lock.json']).status === 0;
	if (isSame) linkModules(folder);
	else run('npm', ['ci', '--ignore-scripts', '--prefer-offline'], folder);
	return { folder, remove: () => run('git', ['worktree', 'remove', '--force', folder]) };
}
