import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compile } from '#compile/compile.ts';
import { codes, formatDiagnostic } from '#compile/diagnostic.ts';
import { sample, samples } from './project.ts';

const folders = readdirSync(samples).filter((name) => name !== '_valid');

// The one code that a folder cannot reasonably hold a sample of.
const generated = { 'file-too-large': `# ${'x'.repeat(150_000)}\n[]` };

const report = (code: string) => compile(sample(code)).diagnostics.map(formatDiagnostic).join('\n') + '\n';

test('has a sample for every code, and no other', () => {
	expect([...folders, ...Object.keys(generated)].sort()).toEqual([...codes].sort());
});

test.each(folders)('tells %s with its place and what to write instead, and gives no story', async (code) => {
	const { story, diagnostics } = compile(sample(code));
	expect(story).toBeNull();
	expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
	await expect(report(code)).toMatchFileSnapshot(join(samples, code, 'diagnostics.txt'));
});

test('refuses a file of more than 150,000 characters', () => {
	const input = sample('_valid').map((file) =>
		file.file === 'seeds/ties.yaml' ? { ...file, text: generated['file-too-large'] } : file,
	);
	expect(compile(input).diagnostics).toMatchObject([{ file: 'seeds/ties.yaml', line: 1, code: 'file-too-large' }]);
});

test('reads a list from several files as from one, and reports faults with file and place', () => {
	const split = sample('_valid').flatMap(({ file, text }) => {
		if (file !== 'seeds/events.yaml') return [{ file, text }];
		const [first = '', ...others] = text.split(/^(?=- id:)/m);
		return [
			{ file: 'seeds/events/later.yaml', text: others.join('') },
			{ file: 'seeds/events/earlier.yaml', text: first },
		];
	});
	expect(compile(split).story).toEqual(compile(sample('_valid')).story);
	const wrong = split.map(({ file, text }) => ({ file, text: text.replace("cameo: '161'", "cameo: '999'") }));
	expect(compile(wrong).diagnostics.map(({ file }) => file)).toContain('seeds/events/later.yaml');
	const without = split.filter(({ file }) => !file.startsWith('seeds/events/'));
	expect(compile(without).diagnostics).toContainEqual(
		expect.objectContaining({ file: 'seeds/events.yaml', code: 'file-missing' }),
	);
});

test('compiles the valid sample without a diagnostic', async () => {
	const { story, diagnostics } = compile(sample('_valid'));
	expect(diagnostics).toEqual([]);
	// Places in the network, and what the method page computes, have tests of their own.
	const [network, method] = [Object.keys(story?.network ?? {}), Object.keys(story?.method ?? {})];
	const rest = { ...story, network, method };
	await expect(JSON.stringify(rest, null, '\t') + '\n').toMatchFileSnapshot(join(samples, '_valid/story.json'));
});

test('reads the same whatever ends a line and with a byte order mark in front', () => {
	const windows = sample('_valid').map(({ file, text }) => ({ file, text: '\ufeff' + text.replaceAll('\n', '\r\n') }));
	expect(compile(windows)).toEqual(compile(sample('_valid')));
});

test('reports everything at once, sorted by file, line and column', () => {
	const input = sample('_valid').map(({ file, text }) => ({
		file,
		text: text.replace('edtf: 2015-06', 'edtf: never').replace('initiators: [southland]', 'initiators: [southlands]'),
	}));
	const { diagnostics } = compile([...input].reverse());
	expect(diagnostics.map(({ file, line, code }) => [file, line, code])).toEqual([
		['seeds/events.yaml', 13, 'date-not-edtf'],
		['seeds/events.yaml', 14, 'dangling-reference'],
		['seeds/ties.yaml', 6, 'date-not-edtf'],
	]);
});
