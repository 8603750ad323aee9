import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { dossierOf, isStray, pathsOf, sourcesOf } from '#build/files.js';
import { contentVersion } from '#build/version.js';

const scratch = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => rmSync(scratch, { recursive: true }));

function put(root: string, files: Readonly<Record<string, string>>): void {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
}

const strays = ['.DS_Store', '._a.ts', '.a.ts.swp', 'a.ts~', '#a.ts#', 'a.ts.orig', 'Thumbs.db', 'desktop.ini'];

/** A minimal project, optionally in a repository. */
function project(name: string, isClone: boolean): string {
	const root = join(scratch, name);
	const files = { 'src/a.ts': 'a\nb\n', 'static/b.png': 'b\0\r\n', 'seeds/c.yaml': 'c\n', 'package-lock.json': '{}\n' };
	put(root, files);
	if (!isClone) return root;
	for (const words of [
		['init', '-q'],
		['add', '.'],
	])
		spawnSync('git', words, { cwd: root });
	return root;
}

test('a symbolic link in a folder is listed and not followed, whether it leads to a file, up, or nowhere', () => {
	const root = project('linked', false);
	symlinkSync('..', join(root, 'src/up'));
	symlinkSync('nowhere', join(root, 'src/.#a.ts'));
	symlinkSync('a.ts', join(root, 'src/alias.ts'));
	expect(pathsOf(join(root, 'src'))).toEqual(['.#a.ts', 'a.ts', 'alias.ts', 'up']);
	expect(sourcesOf(root, ['src'])).toEqual(['src/a.ts']);
});

test.each(['in a clone', 'without git'])('the version counts sources, and no stray file or line end: %s', (where) => {
	const root = project(where, where === 'in a clone');
	const version = contentVersion(root);
	expect(version).toBe(contentVersion(project(`${where}, once more`, where !== 'in a clone')));

	put(root, Object.fromEntries(strays.map((name) => [`static/${name}`, 'stray'])));
	put(root, { 'seeds/originals/article.txt': 'not ours', 'src/a.ts': 'a\r\nb\r\n' });
	expect(contentVersion(root)).toBe(version);

	put(root, { 'static/b.png': 'b\0\n' });
	expect(contentVersion(root)).not.toBe(version);
	put(root, { 'static/b.png': 'b\0\r\n', 'src/new.ts': 'not committed yet' });
	expect(contentVersion(root)).not.toBe(version);
});

test('git ignores every stray file, so that a clean status means the same version', () => {
	const { stdout } = spawnSync('git', ['check-ignore', '--no-index', ...strays.map((name) => `static/${name}`)]);
	const isClone = spawnSync('git', ['rev-parse']).status === 0;
	if (isClone) expect(stdout.toString().trim().split('\n')).toHaveLength(strays.length);
	expect(strays.every(isStray)).toBe(true);
	expect(['app.html', 'original.ts', 'robots.txt', '.well-known'].some(isStray)).toBe(false);
});

test('a dossier is found inside the project, beside it and by its absolute path', () => {
	const named = { '': '.', '.': '.', 'tests/dossier': 'tests/dossier', '../other': '../other', '/a/other': '../other' };
	for (const [given, folder] of Object.entries(named)) {
		vi.stubEnv('DOSSIER', given);
		expect(dossierOf('/a/project'), given).toBe(folder);
	}
	vi.unstubAllEnvs();
});
