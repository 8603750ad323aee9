import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { skipUnless } from '#tests/quality/partners.ts';
import { bundleFile } from '#bundles/bundle.ts';
import { filesWithManifest } from '#bundles/manifest.ts';
import { objections, writeOutputs } from '#bundles/write.ts';
import { zip } from '#bundles/formats/zip.ts';
import { built, bundle } from './fixtures.ts';

const content = filesWithManifest(bundle, 'site', built);
let folder: string;
let place: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'write-'));
	place = join(folder, 'out');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('an export replaces the previous one completely, and leaves no temporary files', async () => {
	await writeOutputs([
		{
			place,
			content: filesWithManifest({ ...bundle, opens: [], files: [bundleFile('old.txt', 'old')] }, 'site', built),
		},
	]);
	expect(objections([place])).toEqual([]);
	await writeOutputs([{ place, content }]);
	expect(existsSync(join(place, 'old.txt'))).toBe(false);
	expect(readdirSync(folder)).toEqual(['out']);
});

test('a folder or file that no export made is never replaced, nor one with an added file, which is named', async () => {
	expect(objections([place])).toEqual([]);
	mkdirSync(place);
	expect(objections([place])).toEqual([]);
	writeFileSync(join(place, 'thesis.txt'), 'mine');
	expect(objections([place]).join()).toContain(
		'out exists and is not an export: it has no MANIFEST.json. Give another --out, or remove it.',
	);
	writeFileSync(join(place, 'MANIFEST.json'), '{}');
	expect(objections([place]).join()).toContain(
		'out exists and is not an export: MANIFEST.json is not valid: generator',
	);
	rmSync(place, { recursive: true });
	await writeOutputs([{ place, content }]);
	writeFileSync(join(place, 'a/notes.txt'), 'mine');
	expect(objections([place]).join()).toContain('a/notes.txt');
	writeFileSync(`${place}.zip`, 'mine');
	expect(objections([`${place}.zip`]).join()).toContain('out.zip exists and is not a zip that an export made');
	writeFileSync(`${place}.zip`, zip(bundle.name, content));
	expect(objections([`${place}.zip`])).toEqual([]);
});

test('if one of several outputs cannot be written, nothing changes', async () => {
	await writeOutputs([{ place, content }]);
	const before = readFileSync(join(place, 'MANIFEST.json'));
	const clash = [bundleFile('a', ''), bundleFile('a/b', '')];
	const other = filesWithManifest({ ...bundle, opens: [], files: [bundleFile('new.txt', '')] }, 'site', built);
	await expect(
		writeOutputs([
			{ place, content: other },
			{ place: join(folder, 'second'), content: clash },
		]),
	).rejects.toThrow();
	expect(readFileSync(join(place, 'MANIFEST.json'))).toEqual(before);
	expect(readdirSync(folder)).toEqual(['out']);
});

test('an export that is interrupted while it writes changes nothing, and leaves no new parent folder', async () => {
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

test('if the last renaming fails, nothing changes, and no temporary files are left', async () => {
	await writeOutputs([{ place, content }]);
	const second = join(folder, 'second');
	mkdirSync(second);
	const inTheWay = join(folder, `.second.${String(process.pid)}.old`);
	mkdirSync(inTheWay);
	writeFileSync(join(inTheWay, 'kept'), '');
	const other = filesWithManifest({ ...bundle, opens: [], files: [bundleFile('new.txt', '')] }, 'site', built);
	const outputs = [place, join(folder, 'way/third'), second].map((one) => ({ place: one, content: other }));
	await expect(writeOutputs(outputs)).rejects.toThrow('ENOTEMPTY');
	expect(existsSync(join(place, 'a/ß.txt'))).toBe(true);
	expect(readdirSync(folder).sort()).toEqual([basename(inTheWay), 'out', 'second']);
});

describe('a place is refused, with what to write instead,', () => {
	const why = (path: string): string => objections([join(folder, path)], folder).join();

	test('in the folders of the project', () => {
		for (const taken of [
			'build',
			'.svelte-kit/out',
			'src/x/y',
			'static',
			'seeds/new',
			'tests',
			'node_modules/x',
			'.git/x',
		])
			expect(why(taken), taken).toMatch(/belongs to the project\. Give another --out, such as export\/site\.$/);
		mkdirSync(join(folder, 'src'));
		symlinkSync(join(folder, 'src'), join(folder, 'elsewhere'));
		expect(why('elsewhere/new')).toContain('is in src/');
		expect(why('sources')).toBe('');
	});

	test('in an earlier export, where there is a link, on a whole disk', async () => {
		await writeOutputs([{ place, content }]);
		for (const inner of ['out/new', 'out/a/new/deeper'])
			expect(why(inner)).toContain(`${place}, which is an export already`);
		expect(why('out')).toBe('');
		symlinkSync(join(folder, 'nowhere'), join(folder, 'link'));
		expect(why('link')).toContain('is a symbolic link');
		expect(objections(['/'], folder).join()).toContain('is a whole disk');
	});

	test('where nothing may be written', (context) => {
		skipUnless(context, process.getuid?.() !== 0, 'root may write everywhere', 'run it as another user');
		chmodSync(folder, 0o555);
		expect(why('out/new')).toContain(`${folder} is not writable`);
		chmodSync(folder, 0o755);
	});
});
