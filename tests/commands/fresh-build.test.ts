import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SOURCES } from '#bundles/provenance.ts';
import { isFresh, stamp } from '#commands/fresh-build.ts';

let root: string;
const YESTERDAY = Date.now() - 86_400_000;

function write(path: string, text = path): void {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
}

/** A project whose sources are of yesterday, with a build of an hour later. */
beforeEach(() => {
	vi.stubEnv('SITE_BUILT', '');
	root = mkdtempSync(join(tmpdir(), 'fresh-'));
	for (const path of SOURCES) {
		write(path.includes('.') ? path : `${path}/file`);
		for (const one of [path, ...(path.includes('.') ? [] : [`${path}/file`])])
			utimesSync(join(root, one), YESTERDAY / 1000, YESTERDAY / 1000);
	}
	write('build/index.html');
	write('build/story.html');
	write('build/embeds.json', '{"site":null}');
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(root, { recursive: true });
});

test('a build that ended well is fresh, for its own address, until a source of it changes', () => {
	stamp(root, null, YESTERDAY + 1000);
	expect(isFresh(root, null)).toBe(true);
	expect(isFresh(root, 'https://example.org/')).toBe(false);
	write('src/bundles/zip.ts');
	utimesSync(join(root, 'src'), YESTERDAY / 1000, YESTERDAY / 1000);
	expect(isFresh(root, null), 'no page is made from it').toBe(true);
	write('src/file');
	expect(isFresh(root, null)).toBe(false);
});

test('a build that was killed, made by hand or touched is not, unless somebody says that it shall be taken', () => {
	expect(isFresh(root, null)).toBe(false);
	stamp(root, null, YESTERDAY + 1000);
	rmSync(join(root, 'build/story.html'));
	expect(isFresh(root, null)).toBe(false);
	vi.stubEnv('SITE_BUILT', '1');
	expect(isFresh(root, null)).toBe(true);
	rmSync(join(root, 'build/index.html'));
	expect(isFresh(root, null)).toBe(false);
});

test('a source that changed while the site was built makes it stale', () => {
	stamp(root, null, YESTERDAY - 1000);
	expect(isFresh(root, null)).toBe(false);
});
