import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { codeHash } from '#build/code.ts';

const folder = mkdtempSync(join(tmpdir(), 'code-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the hash of the code differs with modules, styles and packages, not with the copy', () => {
	for (const file of ['package-lock.json', 'svelte.config.js', 'vite.config.ts']) cpSync(file, join(folder, file));
	mkdirSync(join(folder, 'src'));
	const seen = [codeHash(folder)];
	for (const file of ['src/a.ts', 'src/b.svelte', 'src/c.css', 'package-lock.json']) {
		writeFileSync(join(folder, file), 'changed');
		seen.push(codeHash(folder));
	}
	expect(new Set(seen).size).toBe(5);
	writeFileSync(join(folder, 'src/en.aml'), 'title: Another');
	expect(codeHash(folder)).toBe(seen.at(-1));
});
