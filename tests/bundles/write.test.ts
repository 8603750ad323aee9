import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundleFile } from '#bundles/bundle.ts';
import { sealed } from '#bundles/manifest.ts';
import { objections, writeOutputs } from '#bundles/write.ts';
import { zip } from '#bundles/zip.ts';
import { built, bundle } from './invented.ts';

const content = sealed(bundle, 'site', built);
let folder: string;
let place: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'write-'));
	place = join(folder, 'out');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('an export takes the place of the one before, and leaves nothing of it or beside it', async () => {
	await writeOutputs([{ place, content: sealed({ ...bundle, files: [bundleFile('old.txt', 'old')] }, 'site', built) }]);
	expect(objections([place])).toEqual([]);
	await writeOutputs([{ place, content }]);
	expect(existsSync(join(place, 'old.txt'))).toBe(false);
	expect(readdirSync(folder)).toEqual(['out']);
});

test('a folder or file that no export made is objected to, and one to which somebody added, by what was added', async () => {
	expect(objections([place])).toEqual([]);
	mkdirSync(place);
	expect(objections([place])).toEqual([]);
	writeFileSync(join(place, 'thesis.txt'), 'mine');
	expect(objections([place]).join()).toContain('no export made it');
	rmSync(place, { recursive: true });
	await writeOutputs([{ place, content }]);
	writeFileSync(join(place, 'a/notes.txt'), 'mine');
	expect(objections([place]).join()).toContain('a/notes.txt');
	writeFileSync(`${place}.zip`, 'mine');
	expect(objections([`${place}.zip`]).join()).toContain('no zip that an export made');
	writeFileSync(`${place}.zip`, zip(bundle.name, content));
	expect(objections([`${place}.zip`])).toEqual([]);
});

test('where one of several outputs cannot be written, all places are as they were', async () => {
	await writeOutputs([{ place, content }]);
	const before = readFileSync(join(place, 'MANIFEST.json'));
	const clash = [bundleFile('a', ''), bundleFile('a/b', '')];
	const other = sealed({ ...bundle, files: [bundleFile('new.txt', '')] }, 'site', built);
	await expect(
		writeOutputs([
			{ place, content: other },
			{ place: join(folder, 'second'), content: clash },
		]),
	).rejects.toThrow();
	expect(readFileSync(join(place, 'MANIFEST.json'))).toEqual(before);
	expect(readdirSync(folder)).toEqual(['out']);
});

test('an export that is interrupted while it writes leaves every place as it was, and no folder on the way there', async () => {
	const deep = join(folder, 'new/way/out');
	const many = Array.from({ length: 500 }, (_, at) =>
		bundleFile(`${String(at % 20)}/${String(at)}.txt`, 'x'.repeat(999)),
	);
	const controller = new AbortController();
	const writing = writeOutputs([{ place: deep, content: many }], controller.signal);
	setTimeout(() => controller.abort(new Error('enough')), 5);
	await expect(writing).rejects.toThrow('enough');
	expect(readdirSync(folder)).toEqual([]);
});
