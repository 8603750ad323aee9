import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SOURCES } from '#bundles/provenance.ts';
import { failureIn, isFresh, sourcesHash, stamp } from '#commands/fresh-build.ts';

let root: string;

function write(path: string, text = path): void {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
}

/** A project with a build. */
beforeEach(() => {
	vi.stubEnv('SITE_BUILT', '');
	root = mkdtempSync(join(tmpdir(), 'fresh-'));
	for (const path of SOURCES) write(path.includes('.') ? path : `${path}/file`);
	write('build/index.html');
	write('build/story.html');
	write('build/embeds.json', '{"site":null}');
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(root, { recursive: true });
});

test('a successful build is fresh, for its own URL, until a source changes', () => {
	stamp(root, null, sourcesHash(root));
	expect(isFresh(root, null)).toBe(true);
	expect(isFresh(root, 'https://example.org/')).toBe(false);
	write('src/bundles/formats/zip.ts');
	expect(isFresh(root, null), 'no page is made from it').toBe(true);
	write('src/file', 'other words');
	expect(isFresh(root, null)).toBe(false);
	write('src/file');
	expect(isFresh(root, null), 'the words of before').toBe(true);
	rmSync(join(root, 'seeds/file'));
	expect(isFresh(root, null)).toBe(false);
});

test('an incomplete or changed build is not fresh, unless an option accepts it', () => {
	expect(isFresh(root, null)).toBe(false);
	stamp(root, null, sourcesHash(root));
	write('build/story.html', 'story.htmm');
	expect(isFresh(root, null), 'as long as before').toBe(false);
	rmSync(join(root, 'build/story.html'));
	expect(isFresh(root, null)).toBe(false);
	vi.stubEnv('SITE_BUILT', '1');
	expect(isFresh(root, null)).toBe(true);
	rmSync(join(root, 'build/index.html'));
	expect(isFresh(root, null)).toBe(false);
});

test('a source that changed while the site was built makes it stale', () => {
	const sources = sourcesHash(root);
	write('src/file', 'other words');
	stamp(root, null, sources);
	expect(isFresh(root, null)).toBe(false);
});

test('a build with diagnostics prints each once, without the bundler’s output', () => {
	const one =
		'src/copy/en.aml:98:63 copy-sentence-without-evidence “Invented.” cites nothing; write [words](record-id)';
	const other = 'seeds/ties.yaml:3:1 dangling-reference no record has the id “x”';
	const log = `1/3  seeds\n[plugin] Error: need mending\n${one}\n${other}\nneed mending\n${one}\n${other}\n    at x (file:///a/b.js:1:2)`;
	expect(failureIn(log)).toBe(`The seeds or the copy contain errors:\n${one}\n${other}`);
	expect(failureIn('1/3  seeds\nsrc/a.ts:1:2: Cannot find b')).toContain('Cannot find b');
});
