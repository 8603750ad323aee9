import { expect, test } from 'vitest';
import { compile } from '#compile/compile.ts';
import type { File } from '#compile/seeds/items.ts';
import { releaseOf } from '#compile/seeds/released.ts';
import { releasedFile } from '#compile/seeds/files.ts';
import { present } from '#tests/present.ts';
import { holds } from '#tests/quality/holds.ts';
import { sample } from '#tests/compile/project.ts';

const valid = sample('_valid');
const released: File = {
	file: releasedFile,
	text: JSON.stringify(releaseOf(present(compile(valid).story))),
};

/** The released sample with one file changed. */
const changed = (file: string, change: (text: string) => string): File[] =>
	[...valid, released].map((one) => (one.file === file ? { ...one, text: change(one.text) } : one));
const report = (input: readonly File[]) => compile(input).diagnostics.map(({ code, message }) => `${code} ${message}`);

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
	expect(report([...valid, released])).toEqual([]);
	const source = changed('seeds/sources/alder-report.yaml', anotherLabel);
	expect(source).not.toEqual([...valid, released]);
	expect(report(source).join()).toMatch(/^change-unlogged “alder-report” has changed since the release of /);
	const logged = (date: string) =>
		source.map((one) =>
			one.file === 'seeds/corrections.yaml' ? { ...one, text: one.text + entry(date).slice(1) } : one,
		);
	expect(report(logged('2020-02-01'))).toEqual([]);
	expect(report(logged('2019-12-31')).join()).toContain('change-unlogged');
	holds(task, 'provenance/corrections', 'a change since the release stops the build until it is logged');
});

test('a passage is part of every record that it bears on', () => {
	const input = changed('seeds/sources/alder-report.yaml', (text) =>
		text.replace('closed the bridge for good', 'closed the bridge for'),
	);
	const unlogged = report(input).filter((line) => line.startsWith('change-unlogged'));
	expect(unlogged.join().match(/“.*?”/g)).toEqual(['“bridge”', '“bridge-closed”', '“records”']);
});

/** The released copy with one line replaced, and lines added below it. */
const copied = (line: string, written: string) =>
	changed('src/copy/en.aml', (text) => text.replace(`${line}\n`, `${written}\n`));

test.each([
	['step', 'id: closing', 'id: shut'],
	['chapter', 'id: chapter-ties', 'id: chapter-bonds'],
])(
	'a %s that was released keeps its address: under its id, or as a former one of what it leads to',
	(kind, was, is) => {
		const id = was.slice('id: '.length);
		expect(report(copied(was, is))).toEqual([
			expect.stringMatching(new RegExp(`^released-gone the ${kind} “${id}” .* write “formerly: ${id}”`)),
		]);
		expect(report(copied(was, `${is}\nformerly: ${id}`))).toEqual([]);
	},
);

test('a chart that was released is left out only where another has become it', () => {
	const left = (formerly = '') =>
		changed('src/copy/en.aml', (text) =>
			text
				.replace(/\{charts\.ties\}[^]*?\{\}\n/, '')
				.replace(/\{\.chapter\}\nid: chapter-ties[^]*?(?=\{\.chapter\}\nid: chapter-contacts)/, '')
				.replace('id: meeting\n', 'id: meeting\nformerly: closing\n')
				.replace('id: chapter-contacts\n', 'id: chapter-contacts\nformerly: chapter-ties\n')
				.replace('{charts.contacts}\n', `{charts.contacts}\n${formerly}`),
		);
	expect(report(left())).toEqual([
		expect.stringMatching(/^released-gone the chart “ties” .* write “formerly: ties” in the block \{charts\.<chart>\}/),
	]);
	expect(report(left('formerly: ties\n'))).toEqual([]);
});

test('a page that was released keeps its address, or leads to another page or a place in the story', () => {
	const { released: day, ...kept } = JSON.parse(released.text) as { released: string; pages: string[] };
	const before = { ...released, text: JSON.stringify({ ...kept, released: day, pages: [...kept.pages, '/how/'] }) };
	const reportOf = (formerly: string) =>
		report([
			...valid.map((one) => (one.file === 'seeds/story.yaml' ? { ...one, text: one.text + formerly } : one)),
			before,
		]);
	expect(reportOf('')).toEqual([expect.stringMatching(/^released-gone the page \/how\/ .*\[\/how\/\]/)]);
	expect(reportOf('formerly: { /method/: [/how/] }\n')).toEqual([]);
	expect(reportOf('formerly: { "/#chapter-ties": [/how/] }\n')).toEqual([]);
	expect(reportOf('formerly: { /metod/: [/how/] }\n')).toEqual([
		'copy-page-unknown there is no page “/metod/”; did you mean “/method/”?',
	]);
	expect(reportOf('formerly: { /method/: [/embed/how/] }\n').join()).toMatch(
		/^schema-shape .*charts and steps have “formerly”/,
	);
});

test('a missing block is reported at its former place, or at the block before it', () => {
	const { diagnostics } = compile(copied('id: closing', 'id: shut'));
	const line = valid
		.find(({ file }) => file === 'src/copy/en.aml')
		?.text.split('\n')
		.indexOf('id: opening');
	expect(diagnostics).toMatchObject([{ file: 'src/copy/en.aml', line, column: 1 }]);
});
