import { expect, test } from 'vitest';
import { basisInWords, shortened } from '#lib/ledger/words.ts';
import { placeInWords } from '#lib/ledger/place-words.ts';

test.each([
	[0, 'at the start'],
	[40, 'at the start'],
	[100, 'about a tenth of the way in'],
	[340, 'about a third of the way in'],
	[510, 'about half-way in'],
	[920, 'about nine tenths of the way in'],
	[960, 'at the end'],
])('a passage that begins at %i of 1000 stands %s', (start, words) => {
	expect(placeInWords(start, 1000)).toBe(words);
});

test('words are cut between words, and only when they are too long', () => {
	expect(shortened('He could not do his job.', 30)).toBe('He could not do his job.');
	expect(shortened('He could not do his job, they said.', 26)).toBe('He could not do his job…');
	expect(shortened('abcdefghij', 5)).toBe('abcd…');
});

test('a fact about an article names its basis', () => {
	expect(basisInWords({ value: 'Vox', basis: 'outside', note: 'the text names none' })).toBe(
		'known from outside the text; the text names none',
	);
	expect(basisInWords({ value: 'x', basis: 'stated' })).toBe('stated in the text');
});
