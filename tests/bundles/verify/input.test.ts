import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import getPort from 'get-port';
import { zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { readBundle } from '#bundles/verify/input.ts';

const folder = mkdtempSync(join(tmpdir(), 'given-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('anything that is not an export is rejected by name, whether folder, zip or URL', async () => {
	await expect(readBundle(folder)).rejects.toThrow(`${folder} is not an export: it has no MANIFEST.json`);
	writeFileSync(join(folder, 'MANIFEST.json'), '{"generator":"ambassador export"}');
	await expect(readBundle(folder)).rejects.toThrow(/ is not an export: MANIFEST\.json is not valid: format: /);
	const packed = join(folder, 'a.zip');
	writeFileSync(packed, zipSync({ 'a/../../b': new Uint8Array() }));
	await expect(readBundle(packed)).rejects.toThrow(
		`${packed} is neither a folder nor a zip of an export: it has files outside`,
	);
	const address = `http://127.0.0.1:${String(await getPort())}/story/`;
	await expect(readBundle(address)).rejects.toThrow(`${address}MANIFEST.json does not answer: `);
});

test('a symbolic link in a folder is named, and not followed', async () => {
	const place = join(folder, 'linked');
	mkdirSync(place);
	symlinkSync(tmpdir(), join(place, 'data'));
	await expect(readBundle(place)).rejects.toThrow(`${join(place, 'data')} is a link or a device, not a file`);
});
