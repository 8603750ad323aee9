import { expect, test } from 'vitest';
import { nearest } from '#compile/nearest.ts';

test('finds the word that was meant', () => {
	expect(nearest('crimea-anexed', ['crimea', 'crimea-annexed', 'georgia-invaded'])).toBe('crimea-annexed');
	expect(nearest('a.E82', ['a.E81', 'b.E01'])).toBe('a.E81');
});

test('finds no word if none is similar', () => {
	expect(nearest('zzz', ['crimea-annexed'])).toBeNull();
	expect(nearest('flynn', [])).toBeNull();
	expect(nearest('x'.repeat(1_000_000), ['x'])).toBeNull();
});

test('takes the first of two that are equally near, whatever their order', () => {
	expect(nearest('flym', ['flyn', 'flyb'])).toBe('flyb');
	expect(nearest('flym', ['flyb', 'flyn'])).toBe('flyb');
});
