import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fewColours } from '#lib/stills/palette.ts';

const pixels = (...greys: number[]): Uint8Array => new Uint8Array(greys.flatMap((grey) => [grey, grey, grey, 255]));

test('the rarest colours become the nearest of the others', () => {
	expect(fewColours(pixels(0, 0, 0, 200, 200, 190, 9), 2)).toEqual(pixels(0, 0, 0, 200, 200, 200, 0));
});

test('a picture of few colours stays as it is, and is not written to', () => {
	const given = pixels(1, 2, 3, 3);
	expect(fewColours(given, 3)).toEqual(pixels(1, 2, 3, 3));
	fewColours(given, 1);
	expect(given).toEqual(pixels(1, 2, 3, 3));
});

test('never more colours than asked for, and each one of those given', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1 }),
			fc.integer({ min: 1, max: 9 }),
			(greys, most) => {
				const left = new Set(new Uint32Array(fewColours(pixels(...greys), most).buffer));
				const given = new Set(new Uint32Array(pixels(...greys).buffer));
				expect(left.size).toBeLessThanOrEqual(most);
				expect([...left].every((colour) => given.has(colour))).toBe(true);
			},
		),
	);
});
