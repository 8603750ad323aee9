import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '#compile/compile.ts';
import { codes } from '#compile/diagnostic.ts';
import { copyCodes } from '#compile/copy/codes.ts';
import { sample } from './project.ts';
import { holds } from '#tests/quality/holds.ts';

const valid = sample('_valid');
const bytes = JSON.stringify(compile(valid).story);

test('gives the same bytes whatever the order of the files', () => {
	fc.assert(
		fc.property(fc.shuffledSubarray(valid, { minLength: valid.length }), (input) => {
			expect(JSON.stringify(compile(input).story)).toBe(bytes);
		}),
		{ numRuns: 5, examples: [[[...valid].reverse()]] },
	);
}, 30_000);

test('gives the same diagnostics whatever the order of the files', () => {
	const broken = sample('schema-shape');
	expect(compile([...broken].reverse())).toEqual(compile(broken));
});

test.each([
	['Pacific/Kiritimati', 'tr_TR.UTF-8'],
	['America/Los_Angeles', 'ja_JP.UTF-8'],
])(
	'gives the same bytes in the time zone %s and the locale %s',
	(zone, locale) => {
		const env = { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale };
		const script = join(import.meta.dirname, 'print-story.ts');
		expect(execFileSync(process.execPath, ['--import', 'tsx', script], { env, encoding: 'utf8' })).toBe(bytes);
	},
	30_000,
);

const known: readonly string[] = [...codes, ...copyCodes];
const nasty = fc.constantFrom(
	'\0',
	'\ud800',
	'\ufeff',
	'\r\n',
	'\t',
	'__proto__: 1\n',
	'constructor',
	'&a [*a, *a]',
	'<<: *a',
	'- ',
	'? ',
	': ',
	'{',
	'}',
	'[',
	']',
	'"',
	"'",
	'|\n',
	'>\n',
	'---\n',
	'...\n',
	'!!js/function x',
	'# ',
	'id: fern\n',
	'\u202e',
	'%YAML 9.9\n',
	'ß',
	'999999999999',
);
const noise = fc.oneof(
	nasty,
	fc.string({ unit: 'binary', maxLength: 30 }),
	fc.array(nasty, { maxLength: 20 }).map((parts) => parts.join('')),
);

/** A file of the valid sample, partly or entirely replaced by noise. */
const hurt = fc
	.record({ file: fc.constantFrom(...valid), at: fc.nat(), length: fc.nat({ max: 40 }), noise, isAll: fc.boolean() })
	.map(({ file: { file, text }, at, length, noise: put, isAll }) => {
		const start = at % (text.length + 1);
		return { file, text: isAll && length > 30 ? put : text.slice(0, start) + put + text.slice(start + length) };
	});

function expectSense(input: Parameters<typeof compile>[0]): void {
	const { story, diagnostics } = compile(input);
	expect(story === null).toBe(diagnostics.length > 0);
	for (const { file, line, column, code, message } of diagnostics) {
		const text = input.find((given) => given.file === file)?.text ?? '';
		expect(known).toContain(code);
		expect(message).toMatch(/^[^\p{Cc}\p{Cs}]+$/u);
		expect(line).toBeGreaterThan(0);
		expect(line).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length);
		expect(column).toBeGreaterThan(0);
	}
}

test('gives a story or diagnostics inside the files for whatever bytes, and never throws', ({ task }) => {
	const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
	const property = fc.property(hurt, ({ file, text }) => {
		expectSense(valid.map((given) => (given.file === file ? { file, text } : given)));
	});
	// A failure names the seed and the path to it.
	fc.assert(property, { numRuns: 1000, seed });
	holds(task, 'security/fuzzed-seeds', `1000 runs, seed ${String(seed)}`);
}, 300_000);

const long = 140_000;
const costly: Record<string, string> = {
	'ten million characters in a line': 'x'.repeat(10_000_000),
	'a line of a hundred thousand letters': 'x'.repeat(long),
	'brackets inside brackets': '['.repeat(long),
	'records inside records': '{a: '.repeat(long / 4),
	'lists inside lists': '- '.repeat(long / 2),
	'an alias bomb': Array.from(
		{ length: 20 },
		(_, i) => `a${String(i)}: &a${String(i)} [*a${String(i - 1)}, *a${String(i - 1)}]`,
	).join('\n'),
	'ten thousand keys': Array.from({ length: 10_000 }, (_, i) => `a${String(i)}: 1`).join('\n'),
	'closing brackets': ']'.repeat(long),
	commas: `[${','.repeat(long)}]`,
	'quotation marks': '"'.repeat(long),
	'control characters': '\x01'.repeat(long),
};

test.each(Object.entries(costly))(
	'is done with %s within two seconds of processor time',
	(_, text) => {
		const start = process.cpuUsage();
		const { diagnostics } = compile(
			valid.map((given) => (given.file === 'seeds/events.yaml' ? { ...given, text } : given)),
		);
		expect(process.cpuUsage(start).user).toBeLessThan(2_000_000);
		expect(diagnostics.some(({ file }) => file === 'seeds/events.yaml')).toBe(true);
	},
	30_000,
);
