import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asPrinted, fingerprint, isConsistent, locate, normalise, tokenCount } from '#compile/evidence/fingerprint.ts';

const find = (text: string, exact: string, prefix = '', suffix = '') =>
	locate(fingerprint(text), { exact, prefix, suffix }).map(({ start, end }) => [start, end]);

const river = 'The “long” river runs to the sea, and the long river runs to the sea again.';

// Spans are cut between tokens, so that each test text is a list of tokens, each after a space or not.
const token = fc.oneof(
	fc.constantFrom('Putin', 'said', '900', 'naïve', 'Кисляк', '𝔘𝔖'),
	fc.constantFrom('.', ',', '"', '—', '💬'),
);
const tokens = fc.array(fc.record({ token, spaced: fc.boolean() }), { minLength: 5, maxLength: 60 }).map((list) =>
	list.map(({ token: text, spaced }, i) => {
		const last = list[i - 1]?.token ?? '';
		const glues = /[\p{L}\p{N}]$/u.test(last) && /^[\p{L}\p{N}]/u.test(text);
		return i > 0 && (spaced || glues) ? ` ${text}` : text;
	}),
);
const spanned = tokens.chain((list) =>
	fc.tuple(fc.nat(list.length - 4), fc.integer({ min: 4, max: list.length })).map(([from, length]) => ({
		text: list.join(''),
		before: list.slice(0, from).join(''),
		span: list.slice(from, from + length).join(''),
		after: list.slice(from + length).join(''),
	})),
);

test('finds any span of four tokens or more at its place', () => {
	fc.assert(
		fc.property(spanned, ({ text, before, span }) => {
			const start = [...before].length + (span.startsWith(' ') ? 1 : 0);
			const end = [...(before + span)].length;
			expect(find(text, span)).toContainEqual([start, end]);
		}),
		{ numRuns: 300 },
	);
});

test('gives only places at which the text has the very words', () => {
	fc.assert(
		fc.property(spanned, ({ text, span }) => {
			for (const [start, end] of find(text, span)) {
				expect([...normalise(text)].slice(start, end).join('')).toBe(normalise(span));
			}
		}),
		{ numRuns: 300 },
	);
});

test('does not find a span in which anything was changed', () => {
	const change = fc.constantFrom('x', ' but', ',', '!', '7');
	fc.assert(
		fc.property(spanned, fc.nat(), change, ({ text, span }, at, added) => {
			const characters = [...span];
			const place = at % characters.length;
			const changed = [...characters.slice(0, place), added, ...characters.slice(place)].join('');
			fc.pre(!normalise(text).includes(normalise(changed)));
			expect(find(text, changed)).toEqual([]);
		}),
		{ numRuns: 300 },
	);
});

test('finds the same with other line breaks, quotation marks or Unicode composition', () => {
	const print = fingerprint('It is  “naïve”,\nhe said,\u00a0and left.');
	const plain = fingerprint('It is "nai\u0308ve", he said, and left.');
	expect(print).toEqual({ ...plain, marks: '6“ 12”', breaks: '14' });
	expect([plain.marks, plain.breaks]).toEqual(['', '']);
});

test('restores the quotation marks of a quotation, and says where its lines end, including at its edges', () => {
	const text = ' Said:\n“It’s\n over,” he\nsaid. ';
	const print = fingerprint(text);
	const quoted = (exact: string, prefix: string, suffix: string) =>
		locate(print, { exact, prefix, suffix }).map((place) => asPrinted(print, exact, place));
	expect(quoted('"It\'s over," he', '', '')).toEqual([{ printed: '“It’s over,” he', breaks: [5] }]);
	expect(quoted('over', 'Said: "It\'s ', '," he said')).toEqual([{ printed: 'over', breaks: [-7, -1, 9] }]);
	expect(normalise(text).slice(7, 11)).toBe("It's");
});

test('finds both places of repeated words, and one place with prefix or suffix', () => {
	expect(find(river, 'river runs to the sea')).toEqual([
		[11, 32],
		[47, 68],
	]);
	expect(find(river, 'river runs to the sea', 'and the long')).toEqual([[47, 68]]);
	expect(find(river, 'river runs to the sea', '', ', and')).toEqual([[11, 32]]);
	expect(find(river, 'river runs to the sea', 'and the long', ', and')).toEqual([]);
});

test('finds fewer than four tokens only with the words round them', () => {
	expect(find(river, 'again')).toEqual([]);
	expect(find(river, 'again', 'to the sea')).toEqual([[69, 74]]);
	expect(tokenCount('to the sea again')).toBe(4);
});

test('finds no words that begin or end in the middle of a word', () => {
	expect(find(river, 'iver runs to the sea')).toEqual([]);
	expect(find(river, 'river runs to the se')).toEqual([]);
});

test('tells whether there is a space between words and marks', () => {
	expect(find('He said "no" and left.', 'said "no" and')).toHaveLength(1);
	expect(find('He said "no" and left.', 'said " no" and')).toEqual([]);
	expect(find('He said "no"and left.', 'said "no" and')).toEqual([]);
});

test('makes a valid fingerprint of any text, and never throws', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const print = fingerprint(text);
			expect(isConsistent(print)).toBe(true);
			expect(normalise(normalise(text))).toBe(normalise(text));
			expect(locate(print, { exact: text, prefix: '', suffix: '' }).length > 0).toBe(tokenCount(text) >= 4);
		}),
	);
});

test('knows a fingerprint from which something is missing', () => {
	const print = fingerprint(river);
	expect(isConsistent({ ...print, starts: print.starts.replace(/ \d+$/, '') })).toBe(false);
	expect(isConsistent({ ...print, hashes: print.hashes.slice(0, -8) })).toBe(false);
	expect(isConsistent({ ...print, length: 10 })).toBe(false);
});
