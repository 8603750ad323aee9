import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { bundleFile } from '#bundles/bundle.ts';
import { MANIFEST, manifestOf, parseManifest, readManifest, filesWithManifest, SUMS } from '#bundles/manifest.ts';
import { writeOutputs } from '#bundles/write.ts';
import { firstDifference, unzipped, zip } from '#bundles/formats/zip.ts';
import { built, bundle } from './fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the manifest has path, size, hash, media type and role of every file, and the versions of data and site', () => {
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
	await writeOutputs([{ place, content: filesWithManifest(bundle, 'site', built) }]);
	execFileSync('sha256sum', ['-c', '--quiet', '--strict', SUMS], { cwd: place });
	writeFileSync(join(place, 'a/ß.txt'), 'wordt');
	const { status, stdout } = spawnSync('sha256sum', ['-c', '--quiet', SUMS], { cwd: place, encoding: 'utf8' });
	expect([status, stdout]).toEqual([1, 'a/ß.txt: FAILED\n']);
});

test('two files with one path are rejected', () => {
	const twice = { ...bundle, files: [...bundle.files, bundleFile('index.html', '')] };
	expect(() => manifestOf(twice, 'site', built)).toThrow('index.html');
});

test('the manifest of an export without pages can be parsed; one whose opens lists anything but a page is rejected', () => {
	const text = { ...bundle, opens: [], files: [bundleFile('outline.txt', 'words')] };
	const [manifest] = filesWithManifest(text, 'outline', built).filter(({ path }) => path === MANIFEST);
	expect(readManifest(manifest?.bytes)?.opens).toEqual([]);
	expect(() => manifestOf({ ...text, opens: ['outline.txt'] }, 'outline', built)).toThrow(
		'ambassador-invented cannot be exported: opens: outline.txt is not an HTML page',
	);
});

test('only a manifest that an export wrote is accepted; the fault of any other is named', () => {
	const [own] = filesWithManifest(bundle, 'site', built).filter(({ path }) => path === MANIFEST);
	const written = new TextDecoder().decode(own?.bytes);
	const read = (text: string) => readManifest(new TextEncoder().encode(text));
	expect(read(written)?.target).toBe('site');
	for (const other of ['{}', 'null', '[]', 'not JSON', '{"files":[]}']) expect(read(other)).toBeNull();
	const broken: readonly (readonly [from: string | RegExp, to: string, named: string])[] = [
		['"format": 1', '"format": 2', 'format'],
		[/"opens": \[[^\]]*\]/, '"opens": ["away.html"]', 'opens: away.html is not one of the files'],
		[/"opens": \[[^\]]*\]/, '"opens": ["B.png"]', 'opens: B.png is not an HTML page'],
		['"bytes": 4', '"bytes": "4"', 'files.0.bytes'],
		['"path": "B.png"', '"path": "../B.png"', 'files.0.path'],
		['"path": "B.png"', '"path": "index.html"', 'listed twice or out of order'],
		[/"sha256": "[0-9a-f]{64}"/, '"sha256": "0"', 'sha256'],
		['"role": "words"', '"role": "thing"', 'files.1.role'],
	];
	for (const [from, to, named] of broken) {
		const text = written.replace(from, to);
		expect(text).not.toBe(written);
		expect(() => parseManifest(new TextEncoder().encode(text))).toThrow(named);
	}
});

test('a zip has the same bytes in every time zone, no date but its first, and gives every file back', () => {
	const files = filesWithManifest(bundle, 'site', built);
	const zone = process.env['TZ'];
	const made = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'].map((TZ) => {
		process.env['TZ'] = TZ;
		return zip(bundle.name, files);
	});
	if (zone === undefined) delete process.env['TZ'];
	else process.env['TZ'] = zone;
	const [first = new Uint8Array(), ...others] = made;
	for (const other of others) expect(Buffer.compare(first, other)).toBe(0);
	expect([...unzipped(first).files].map(([path, bytes]) => [path, Buffer.from(bytes)])).toEqual(
		files.map(({ path, bytes }) => [path, Buffer.from(bytes)]),
	);
});

describe('a zip', () => {
	const file = (text: string): [Uint8Array, { level: 0 }] => [new TextEncoder().encode(text), { level: 0 }];

	test('with names that lead out of it, in no folder or in several, or one name twice, is refused by them', () => {
		const named = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, file(name)])));
		for (const name of ['a/../../b', '/a/b', '../a', 'a/./b', 'C:/a', 'a\\b'])
			expect(() => unzipped(named('a/c', name)), name).toThrow(`outside its folder: ${name}`);
		expect(() => unzipped(named('a/c', 'b/c'))).toThrow('are not in one folder');
		expect(() => unzipped(named('a/c', 'c'))).toThrow('are not in one folder');
		const twice = Buffer.from(named('a/c', 'a/d').map((byte) => (byte === 0x64 ? 0x63 : byte)));
		expect(() => unzipped(twice)).toThrow('two files called a/c');
		expect(() => unzipped(new TextEncoder().encode('words'))).toThrow('not a complete zip');
	});

	test('differs if any byte is flipped, removed or added, and names the part', () => {
		const expected = zip(bundle.name, bundle.files);
		expect(firstDifference(expected, expected)).toBeNull();
		const partOf = (bytes: Uint8Array) => firstDifference(bytes, expected)?.part;
		for (const at of expected.keys())
			expect(
				firstDifference(
					Uint8Array.from(expected, (byte, index) => (index === at ? byte ^ 1 : byte)),
					expected,
				)?.at,
			).toBe(at);
		expect(partOf(expected.map((byte, at) => (at === 14 ? byte ^ 1 : byte)))).toBe('ambassador-invented/index.html');
		expect(partOf(expected.subarray(0, -1))).toBe('the list of its files');
		expect(partOf(Buffer.concat([expected, Buffer.from('junk')]))).toBe('what follows its end');
	});
});
