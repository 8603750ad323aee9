import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import archieml from 'archieml';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyCodes } from '#compile/copy/codes.ts';
import { outline, type Block } from '#compile/copy/outline.ts';
import { parseCopy } from '#compile/copy/read.ts';
import { formatDiagnostic } from '#compile/diagnostic.ts';
import { known } from './records.ts';

const folder = import.meta.dirname;
const samples = join(folder, 'samples');
const read = (text: string) => parseCopy({ file: 'en.aml', text }, known);
const report = (text: string) => read(text).diagnostics.map(formatDiagnostic).join('\n') + '\n';
const whole = readFileSync(join(folder, 'whole/en.aml'), 'utf8');

// The one code that a folder cannot reasonably hold a sample of.
const generated = { 'copy-too-large': 'x'.repeat(1_000_001) };

test('has a sample for every code, and no other', () => {
	expect([...readdirSync(samples), ...Object.keys(generated)].sort()).toEqual([...copyCodes].sort());
});

test.each(readdirSync(samples))('tells %s with its place and what to write instead', async (code) => {
	const text = readFileSync(join(samples, code, 'en.aml'), 'utf8');
	expect(report(text)).toContain(` ${code} `);
	await expect(report(text)).toMatchFileSnapshot(join(samples, code, 'diagnostics.txt'));
	expect(read(text).copy).toBeNull();
});

test('refuses a story of a million characters', () => {
	expect(report(generated['copy-too-large'])).toBe(
		'en.aml:1:1 copy-too-large the copy has more than a million characters; write a shorter story\n',
	);
});

test('parses a copy file into chapters, steps and the text of charts', async () => {
	const { copy, diagnostics } = read(whole);
	expect(diagnostics).toEqual([]);
	await expect(JSON.stringify(copy, null, '\t') + '\n').toMatchFileSnapshot(join(folder, 'whole/copy.json'));
});

test('reads the same whatever ends a line and with a byte order mark in front', () => {
	expect(read('\ufeff' + whole.replaceAll('\n', '\r\n'))).toEqual(read(whole));
	expect(read(whole.replaceAll('\n', '\r'))).toEqual(read(whole));
});

/** A copy as the ArchieML library reads it and as ours does; null where ours reports something. */
function bothReadings(text: string) {
	const reported: string[] = [];
	const found = outline('en.aml', text, (_, code) => reported.push(code));
	if (found === null || reported.length > 0) return null;
	const fields = (block: Block) => Object.fromEntries([...block.fields].map(([name, { text }]) => [name, text]));
	const named = (blocks: readonly Block[]) => Object.fromEntries(blocks.map((block) => [block.name, fields(block)]));
	const { charts = {}, sources = {}, story = [], ...top } = archieml.load(text);
	return {
		library: { top, charts, sources, story },
		ours: {
			top: fields(found.copy),
			charts: named(found.charts),
			sources: named(found.sources),
			story: found.story.map((item) =>
				item.kind === 'text' ? { type: 'text', value: item.line } : { type: item.kind, value: fields(item) },
			),
		},
	};
}

test('reads the same words as the ArchieML library, in every file whose blocks it can tell apart', () => {
	const copies = ['src/copy/en.aml', ...readdirSync(samples).map((code) => join(samples, code, 'en.aml'))];
	const texts = copies.map((file) => readFileSync(file, 'utf8')).filter((text) => !/^:/m.test(text));
	const readings = [whole, ...texts].map(bothReadings).filter((both) => both !== null);
	for (const { library, ours } of readings) expect(ours).toEqual(library);
	expect(readings.length).toBeGreaterThan(30);
});

test('reads the same words as the ArchieML library, whatever an editor writes, or reports it', () => {
	const lines = whole.split('\n');
	const line = fc.oneof(
		fc.constantFrom(...lines),
		fc.constantFrom(
			'Note: a word',
			'\\Note: a word',
			'{}',
			'[]',
			'{.step}',
			'{ .step }',
			'[+story]',
			'[.list]',
			'* one',
		),
		fc.constantFrom(
			':end',
			':ignore',
			'\ttitle : With\tblanks ',
			'a.b: dotted',
			'  ',
			'https://example.org',
			'\\:end',
			'{.step} more',
		),
	);
	let accepted = 0;
	fc.assert(
		fc.property(fc.nat(lines.length), fc.nat(2), fc.array(line, { maxLength: 3 }), (at, cut, added) => {
			const both = bothReadings(lines.toSpliced(at, cut, ...added).join('\n'));
			if (both === null) return;
			accepted += 1;
			expect(both.ours).toEqual(both.library);
		}),
		{ numRuns: 2000 },
	);
	expect(accepted).toBeGreaterThan(100);
});

describe('what stands between :skip and :endskip', () => {
	const lines = whole.split('\n').slice(0, -1);
	test('is ignored anywhere', () => {
		for (let at = 0; at <= lines.length; at += 1) {
			const skipped = lines.toSpliced(at, 0, ':skip', '{.step}', 'nonsense {', 'title: none', ':end', ':endskip');
			const { copy, diagnostics } = read(skipped.join('\n') + '\n');
			expect({ at, copy, diagnostics }).toEqual({ at, copy: read(whole).copy, diagnostics: [] });
		}
	});

	test('is as if the lines were empty, from any line to any of the next six', () => {
		for (let start = 0; start < lines.length; start += 1) {
			for (let end = start + 1; end <= Math.min(start + 6, lines.length); end += 1) {
				const cut = lines.toSpliced(end, 0, ':endskip').toSpliced(start, 0, ':skip');
				const empty = cut.map((line, i) => (i < start || i > end + 1 ? line : ''));
				expect({ start, end, ...read(cut.join('\n')) }).toEqual({ start, end, ...read(empty.join('\n')) });
			}
		}
	});

	test('is not printed, and all other paragraphs are', () => {
		const texts = (text: string) => JSON.stringify(read(text).copy?.chapters).match(/"text":"[^"]*"/g) ?? [];
		const story = lines.indexOf('[+story]');
		const paragraphs = lines.flatMap((line, at) =>
			at > story && / .*\.(?: \{own\})?$/.test(line) && !/^\w+:/.test(line) ? at : [],
		);
		expect(paragraphs).toHaveLength(7);
		const added = (at: number) => lines.toSpliced(at, 0, ':skip', 'Secret. {own}', ':endskip').join('\n');
		for (const at of paragraphs) expect(texts(added(at))).toEqual(texts(whole));
	});
});

test('gives a copy or diagnostics inside the file, whatever it reads', () => {
	const lines = whole.split('\n');
	const line = fc.oneof(
		fc.constantFrom(...lines, '{}', '[]', '__proto__.x: y', '{.step}', '[+story]', ':end', ':ignore'),
		fc.string({ unit: fc.constantFrom(...Array.from('[]{}():\\. ax1“\t')) }),
		fc.string({ unit: 'binary' }),
	);
	const text = fc.oneof(
		fc.array(line).map((some) => some.join('\n')),
		fc.tuple(fc.nat(lines.length), line).map(([index, other]) => lines.with(index % lines.length, other).join('\n')),
	);
	fc.assert(
		fc.property(text, (input) => {
			const { copy, diagnostics } = read(input);
			expect(copy === null).toBe(diagnostics.length > 0);
			const ends = input.replace(/\r\n?/g, '\n').split('\n').length;
			for (const one of diagnostics) {
				expect(one.line).toBeGreaterThan(0);
				expect(one.line).toBeLessThanOrEqual(ends + 1);
				expect(copyCodes).toContain(one.code);
			}
		}),
		{ numRuns: 1000 },
	);
	expect({}).not.toHaveProperty('x');
});
