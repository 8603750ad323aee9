import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { provenance } from '#bundles/provenance.ts';

const clone = mkdtempSync(join(tmpdir(), 'provenance-'));
afterAll(() => rmSync(clone, { recursive: true }));

const git = (...words: string[]): string =>
	execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...words], {
		cwd: clone,
		encoding: 'utf8',
	}).trim();

const write = (path: string): void => {
	mkdirSync(join(clone, path, '..'), { recursive: true });
	writeFileSync(join(clone, path), path);
};

test('an export beside the sources does not make the commit unknown; a changed source does', () => {
	git('init', '-q');
	for (const path of ['src/a.ts', 'LICENSE', 'package.json']) write(path);
	git('add', '.');
	git('commit', '-qm', 'first');
	const head = git('rev-parse', 'HEAD');
	write('handed-over/MANIFEST.json');
	expect(provenance(clone, '2026-01-31').commit).toBe(head);
	for (const path of ['src/b.ts', 'seeds/c.yaml', 'svelte.config.js']) {
		write(path);
		expect(provenance(clone, '2026-01-31').commit, path).toBeNull();
		rmSync(join(clone, path));
	}
	expect(provenance(join(clone, 'src'), '2026-01-31')).toEqual({ commit: null, date: new Date('2026-01-31') });
});
