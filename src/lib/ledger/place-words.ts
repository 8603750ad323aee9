import type { Annotation, Source } from '#lib/model/records.ts';

const fractions: readonly (readonly [number, string])[] = [
	[1 / 10, 'a tenth of the way'],
	[1 / 5, 'a fifth of the way'],
	[1 / 4, 'a quarter of the way'],
	[1 / 3, 'a third of the way'],
	[2 / 5, 'two fifths of the way'],
	[1 / 2, 'half-way'],
	[3 / 5, 'three fifths of the way'],
	[2 / 3, 'two thirds of the way'],
	[3 / 4, 'three quarters of the way'],
	[4 / 5, 'four fifths of the way'],
	[9 / 10, 'nine tenths of the way'],
];

/**
 * Where in an article a passage begins, for a reader with the article in hand: "at the start", "about a third of the way
 * in", "at the end".
 * @param start its first character, counted from 0
 * @param length of the article, in characters; at least 1
 */
export function placeInWords(start: number, length: number): string {
	const share = start / length;
	if (share < 0.05) return 'at the start';
	if (share >= 0.95) return 'at the end';
	const [, name] = fractions.reduce((best, one) => (Math.abs(one[0] - share) < Math.abs(best[0] - share) ? one : best));
	return `about ${name} in`;
}

/** The same, with the part of the article if that is not its body: "at the start, in a caption". */
export function placeOf(
	{ start, part }: Pick<Annotation, 'start' | 'part'>,
	{ length }: Pick<Source, 'length'>,
): string {
	const place = placeInWords(start, length);
	if (part === 'body') return place;
	return `${place}, in ${part === 'headline' || part === 'standfirst' ? 'the' : 'a'} ${part}`;
}
