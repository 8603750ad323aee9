import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexed } from '#lib/stills/palette.ts';

const pixels = (...greys: number[]): Uint8Array => new Uint8Array(greys.flatMap((grey) => [grey, grey, grey, 255]));

/** The greys of a picture after its colours were chosen. */
function greys(given: Uint8Array, most: number): (number | undefined)[] {
	const { palette, pixels } = indexed(given, most);
	return [...pixels].map((index) => palette[index]?.[0]);
}

test('the rarest colours become the nearest of the others', () => {
	expect(greys(pixels(0, 0, 0, 200, 200, 190, 9), 2)).toEqual([0, 0, 0, 200, 200, 200, 0]);
});

test('a colour keeps its parts in their order', () => {
	expect(indexed(new Uint8Array([1, 2, 3, 255]), 1).palette).toEqual([[1, 2, 3]]);
});

test('a picture of few colours stays as it is, and is not written to', () => {
	const pixel = pixels(1, 2, 3, 3);
	expect(greys(pixel, 3)).toEqual([1, 2, 3, 3]);
	indexed(pixel, 1);
	expect(pixel).toEqual(pixels(1, 2, 3, 3));
});

test('never more colours than asked for, and each one of those given', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1 }),
			fc.integer({ min: 1, max: 9 }),
			(given, most) => {
				expect(indexed(pixels(...given), most).palette.length).toBeLessThanOrEqual(most);
				expect(greys(pixels(...given), most).every((grey) => grey !== undefined && given.includes(grey))).toBe(true);
			},
		),
	);
});
