import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bundleFile } from '#bundles/bundle.ts';
import { MANIFEST, manifestOf, readManifest, sealed, SUMS } from '#bundles/manifest.ts';
import { writeOutputs } from '#bundles/write.ts';
import { unzipped, zip } from '#bundles/zip.ts';
import { built, bundle } from './invented.ts';

const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the manifest tells path, bytes, hash, media type and role of every file, and which data and site they are of', () => {
	const manifest = manifestOf(bundle, 'site', built);
	expect(manifest).toMatchObject({
		target: 'site',
		version: built.version,
		data: built.data,
		commit: null,
		origin: null,
	});
	expect(manifest.files).toEqual([
		expect.objectContaining({ path: 'B.png', bytes: 4, mediaType: 'image/png', role: 'picture' }),
		{
			path: 'a/ß.txt',
			bytes: 5,
			sha256: 'dba36bffa5cab0f922d087a3aeb179f9d4e745df40b323e1b1471402848c8a3e',
			mediaType: 'text/plain',
			role: 'words',
		},
		expect.objectContaining({ path: 'index.html', bytes: 11, mediaType: 'text/html', role: 'page' }),
	]);
});

test('sha256sum accepts the sums, and names a file of which one byte was flipped', async () => {
	const place = join(folder, 'sealed');
	await writeOutputs([{ place, content: sealed(bundle, 'site', built) }]);
	execFileSync('sha256sum', ['-c', '--quiet', '--strict', SUMS], { cwd: place });
	writeFileSync(join(place, 'a/ß.txt'), 'wordt');
	const { status, stdout } = spawnSync('sha256sum', ['-c', '--quiet', SUMS], { cwd: place, encoding: 'utf8' });
	expect([status, stdout]).toEqual([1, 'a/ß.txt: FAILED\n']);
});

test('two files of one path are refused', () => {
	const twice = { ...bundle, files: [...bundle.files, bundleFile('index.html', '')] };
	expect(() => manifestOf(twice, 'site', built)).toThrow('index.html');
});

test('only a manifest that an export wrote is read as one', () => {
	const [own] = sealed(bundle, 'site', built).filter(({ path }) => path === MANIFEST);
	expect(readManifest(own?.bytes)?.target).toBe('site');
	for (const other of ['{}', 'null', '[]', 'not JSON', '{"files":[]}'])
		expect(readManifest(new TextEncoder().encode(other))).toBeNull();
});

test('a zip has the same bytes in every time zone, no date but its first, and gives every file back', () => {
	const files = sealed(bundle, 'site', built);
	const zone = process.env['TZ'];
	const made = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'].map((TZ) => {
		process.env['TZ'] = TZ;
		return zip(bundle.name, files);
	});
	if (zone === undefined) delete process.env['TZ'];
	else process.env['TZ'] = zone;
	const [first = new Uint8Array(), ...others] = made;
	for (const other of others) expect(Buffer.compare(first, other)).toBe(0);
	expect([...unzipped(first)].map(([path, bytes]) => [path, Buffer.from(bytes)])).toEqual(
		files.map(({ path, bytes }) => [path, Buffer.from(bytes)]),
	);
});
