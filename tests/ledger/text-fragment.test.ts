import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textFragment } from '#lib/ledger/text-fragment.ts';

test('names the words, and the words before and after where they are needed', () => {
	expect(textFragment({ exact: 'a new round', prefix: '', suffix: '' })).toBe('#:~:text=a%20new%20round');
	expect(textFragment({ exact: 'reset', prefix: 'of a " ', suffix: ' in' })).toBe('#:~:text=of%20a%20%22-,reset,-in');
});

test('syntax inside the words is encoded, so that they come back whole', () => {
	fc.assert(
		fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (exact) => {
			fc.pre(exact.trim() !== '' && exact.isWellFormed());
			const directive = textFragment({ exact, prefix: '', suffix: '' }).slice('#:~:text='.length);
			expect(directive).not.toMatch(/[-,&]/);
			expect(decodeURIComponent(directive)).toBe(exact.trim());
		}),
	);
});
