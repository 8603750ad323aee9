import { expect, test } from 'vitest';
import { compile } from '#compile/compile.ts';
import type { File } from '#compile/parse.ts';
import { releasedFile, releaseOf } from '#compile/released.ts';
import { present } from '#tests/present.ts';
import { holds } from '#tests/quality/holds.ts';
import { sample } from './project.ts';

const valid = sample('_valid');
const released: File = {
	file: releasedFile,
	text: JSON.stringify(releaseOf(present(compile(valid).story))),
};

/** The released sample with one file changed. */
const changed = (file: string, change: (text: string) => string): File[] =>
	[...valid, released].map((one) => (one.file === file ? { ...one, text: change(one.text) } : one));
const told = (input: readonly File[]) => compile(input).diagnostics.map(({ code, message }) => `${code} ${message}`);

const anotherLabel = (text: string) => text.replace('label: The Alder', 'label: Alder');
const entry = (date: string) => `
- id: alder-name
  date: '${date}'
  records: [alder-report]
  old: The Alder
  new: Alder
  why: It has no article.
`;

test('what was released compiles, and so does what a later correction names', ({ task }) => {
	expect(told([...valid, released])).toEqual([]);
	const source = changed('seeds/sources/alder-report.yaml', anotherLabel);
	expect(source).not.toEqual([...valid, released]);
	expect(told(source).join()).toMatch(/^change-unlogged “alder-report” is not what was released/);
	const logged = (date: string) =>
		source.map((one) =>
			one.file === 'seeds/corrections.yaml' ? { ...one, text: one.text + entry(date).slice(1) } : one,
		);
	expect(told(logged('2020-02-01'))).toEqual([]);
	expect(told(logged('2019-12-31')).join()).toContain('change-unlogged');
	holds(task, 'provenance/corrections', 'a change since the release stops the build until it is logged');
});

test('a passage is part of every record that it bears on', () => {
	const input = changed('seeds/sources/alder-report.yaml', (text) =>
		text.replace('closed the bridge for good', 'closed the bridge for'),
	);
	const unlogged = told(input).filter((line) => line.startsWith('change-unlogged'));
	expect(unlogged.map((line) => /“(.*?)”/.exec(line)?.[1])).toEqual(['bridge-closed', 'bridge']);
});

test('a step that was released keeps its address: under its id, or as a former one of the step that it leads to', () => {
	const renamed = (more = '') =>
		changed('src/copy/en.aml', (text) => text.replace('id: closing\n', `id: shut\n${more}`));
	expect(told(renamed())).toEqual([
		expect.stringMatching(/^released-gone the step “closing” .* write “formerly: closing”/),
	]);
	expect(told(renamed('formerly: closing\n'))).toEqual([]);
});

test('a chart that was released is not left out', () => {
	const without = changed('src/copy/en.aml', (text) =>
		text
			.replace(/\{charts\.ties\}[^]*?\{\}\n/, '')
			.replace(/\{\.chapter\}\nid: chapter-ties[^]*?(?=\{\.chapter\}\nid: chapter-contacts)/, ''),
	);
	expect(told(without).filter((one) => one.startsWith('released-gone the chart'))).toEqual([
		expect.stringMatching(/the chart “ties” .* put its words and a step back/),
	]);
});
