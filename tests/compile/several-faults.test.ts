/** Faults that touch several records or files: each is reported once, at the place that has to be mended. */
import { expect, test } from 'vitest';
import { compile } from '#compile/compile.ts';
import { edited, valid } from './edited.ts';

const copy = 'src/copy/en.aml';

test('an id that a record had before is reported with the one that it has now', () => {
	const renamed = edited('seeds/ties.yaml', '- id: bridge', '- id: bridge\n  formerly: [old-bridge]').map((one) =>
		one.file === copy ? { ...one, text: one.text.replace('(bridge-opened).', '(old-bridge).') } : one,
	);
	expect(compile(renamed).diagnostics).toMatchObject([{ file: copy, code: 'copy-dangling-record' }]);
	expect(compile(renamed).diagnostics[0]?.message).toContain('is now called bridge; write that');
});

test('what is missing is reported once, with every place that names it', () => {
	const { diagnostics } = compile(edited('seeds/sources/alder-report.yaml', 'bridge, northland', 'ferry, northland'));
	const twice = edited('seeds/events.yaml', /southland/g, 'seaside');
	expect(diagnostics).toHaveLength(1);
	const [first, ...others] = compile(twice).diagnostics.filter(({ code }) => code === 'dangling-reference');
	expect(first).toMatchObject({ file: 'seeds/events.yaml', line: 6 });
	expect(first?.message).toMatch(/there is no record “seaside”; .*; also in seeds\/events\.yaml:\d+$/);
	expect(others).toEqual([]);
});

test.each([
	[
		'a source of another name',
		'seeds/sources/birch-comment.yaml',
		'seeds/sources/birch.yaml',
		'name the file birch-comment.yaml',
	],
	['a source that is gone', 'seeds/sources/birch-comment.yaml', null, 'delete this fingerprint'],
	['a list of another ending', 'seeds/actors.yaml', 'seeds/actors.yml', 'this file is missing'],
	[
		'a table in another folder',
		'seeds/coding/accounted.yaml',
		'seeds/accounted.yaml',
		'rename it to seeds/coding/accounted.yaml',
	],
])('%s is reported, and nothing that follows from it', (_, from, to, message) => {
	const moved = valid.flatMap(({ file, text }) =>
		file !== from ? { file, text } : to === null ? [] : { file: to, text },
	);
	const { diagnostics } = compile(moved);
	expect(diagnostics.map((one) => one.message).join()).toContain(message);
	expect(diagnostics.length).toBeLessThanOrEqual(2);
});

test('an article of no source, and two versions of one list, are reported', () => {
	const stray = { file: 'seeds/originals/cedar.txt', text: 'An article.' };
	expect(compile([...valid, stray]).diagnostics).toMatchObject([{ file: stray.file, code: 'file-unknown' }]);
	const text = valid.find(({ file }) => file === 'seeds/actors.yaml')?.text ?? '';
	const doubles = compile([...valid, { file: 'seeds/actors/all.yaml', text }]).diagnostics;
	expect(doubles).toHaveLength(3);
	expect(doubles[2]?.message).toContain('this and other records are in seeds/actors.yaml as well');
});

test('a fingerprint of another article is reported, and not each quotation', () => {
	const other = valid.find(({ file }) => file === 'seeds/fingerprints/birch-comment.json')?.text ?? '';
	const input = valid.map((one) =>
		one.file === 'seeds/fingerprints/alder-report.json' ? { ...one, text: other } : one,
	);
	for (const files of [input, input.filter(({ file }) => !file.startsWith('seeds/originals/'))]) {
		const { diagnostics } = compile(files);
		expect(diagnostics.filter(({ code }) => code === 'fingerprint-differs')).toHaveLength(1);
		expect(diagnostics.filter(({ code }) => code === 'quotation-not-found')).toEqual([]);
	}
});

test('faults of the copy are reported beside a record that cannot be read', () => {
	const both = edited('seeds/events.yaml', 'status: asserted', 'status: sure').map((one) =>
		one.file === copy ? { ...one, text: one.text.replace('title: A tie', 'title: A *tie') } : one,
	);
	expect(compile(both).diagnostics.map(({ code }) => code)).toEqual(['schema-shape', 'copy-markup']);
});

test('a duplicate record is reported once, at its second place', () => {
	const text = valid.find(({ file }) => file === 'seeds/events.yaml')?.text.split(/^(?=- id: bridge-closed)/m)[0] ?? '';
	const again = { file: 'seeds/events/later.yaml', text: text.replace("cameo: '050'", "cameo: '161'") };
	const { diagnostics } = compile([...valid, again]);
	expect(diagnostics).toMatchObject([{ file: again.file, line: 1, column: 7, code: 'duplicate-id' }]);
});

test('an unreadable source does not make its fingerprint an unknown file', () => {
	const torn = edited('seeds/sources/birch-comment.yaml', /^id: /m, 'id: "');
	const { diagnostics } = compile(torn);
	expect(new Set(diagnostics.map(({ file }) => file))).toEqual(new Set(['seeds/sources/birch-comment.yaml']));
});

test('faults in five files are reported at once', () => {
	const each = ['seeds/story.yaml', 'seeds/eras.yaml', 'seeds/newsroom.yaml', 'seeds/figures.yaml', 'seeds/ties.yaml'];
	const torn = valid.map(({ file, text }) => (each.includes(file) ? { file, text: `${text}\n- ]` } : { file, text }));
	const reported = compile(torn).diagnostics.map(({ file }) => file);
	expect([...new Set(reported)]).toEqual([...each].sort());
});
