import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textFragment } from '#lib/ledger/text-fragment.ts';

test('names the words, and the words before and after where they are needed', () => {
	expect(textFragment({ exact: 'a new round', prefix: '', suffix: '', breaks: [] })).toBe('#:~:text=a%20new%20round');
	expect(textFragment({ exact: 'reset', prefix: 'of a " ', suffix: ' in', breaks: [] })).toBe(
		'#:~:text=of%20a%20%22-,reset,-in',
	);
});

test('syntax inside the text is encoded, so that it is parsed back unchanged', () => {
	fc.assert(
		fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (exact) => {
			fc.pre(exact.trim() !== '' && exact.isWellFormed());
			const directive = textFragment({ exact, prefix: '', suffix: '', breaks: [] }).slice('#:~:text='.length);
			expect(directive).not.toMatch(/[-,&]/);
			expect(decodeURIComponent(directive)).toBe(exact.trim());
		}),
	);
});

test('words round a passage are named as far as its own paragraph has them, and without markup', () => {
	const fragment = (exact: string, prefix: string, suffix: string, breaks: number[] = []) =>
		decodeURIComponent(textFragment({ exact, prefix, suffix, breaks }).replace('#:~:text=', ''));
	expect(fragment('He left', 'A heading It rained. ', ', and', [-12])).toBe('It rained.-,He left,-, and');
	expect(fragment('He left', 'It ended. ', ' for good. Elsewhere', [-1, 17])).toBe('He left,-for good.');
	expect(fragment('A verdict It was so', '', '', [9])).toBe('A verdict,It was so');
	expect(fragment('said', 'My friend [Ann](#) ', '', [])).toBe('My friend Ann-,said');
	expect(fragment('Ann', 'My friend [', '](#) said')).toBe('My friend-,Ann,-said');
	expect(fragment('[One](#) and [Two](#) agree', '', '')).toBe('One and Two agree');
});
