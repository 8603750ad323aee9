/** Numbers as English prose has them: words up to ten, digits from there on. */
import { grouped } from '#lib/model/numbers.ts';
import { capitalised } from '#lib/model/text.ts';

const units =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
		' ',
	);
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const irregular = new Map([
	['one', 'first'],
	['two', 'second'],
	['three', 'third'],
	['five', 'fifth'],
	['eight', 'eighth'],
	['nine', 'ninth'],
	['twelve', 'twelfth'],
]);

export type NumberForm = 'digits' | 'words' | 'ordinal';

/** As much as `inWords` can say. */
export const MOST_IN_WORDS = 99;

/** Expects a whole number from 0 to 99. */
function inWords(value: number): string {
	if (value < 20) return units[value] ?? '';
	const rest = value % 10;
	return `${tens[Math.floor(value / 10)] ?? ''}${rest === 0 ? '' : `-${units[rest] ?? ''}`}`;
}

/** Expects a whole number from 0 to 99. */
function ordinal(value: number): string {
	const words = inWords(value);
	const last = words.slice(words.lastIndexOf('-') + 1);
	const end = irregular.get(last) ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`);
	return words.slice(0, words.length - last.length) + end;
}

/**
 * A number as it is printed: in words up to ten, and up to 99 with a capital where it opens a sentence; else in digits.
 * @param form what the writer asked for instead; null for nothing
 */
export function printedNumber(value: number, form: NumberForm | null, isFirst: boolean): string {
	const canSay = Number.isInteger(value) && value >= 0 && value <= MOST_IN_WORDS;
	const inLetters = canSay && form !== 'digits' && (form !== null || isFirst || value <= 10);
	if (!inLetters) return grouped(value);
	const words = form === 'ordinal' ? ordinal(value) : inWords(value);
	return isFirst ? capitalised(words) : words;
}

const known = new Map<string, { readonly value: number; readonly isOrdinal: boolean }>([
	...Array.from({ length: MOST_IN_WORDS + 1 }, (_, value) => [inWords(value), { value, isOrdinal: false }] as const),
	...Array.from({ length: MOST_IN_WORDS + 1 }, (_, value) => [ordinal(value), { value, isOrdinal: true }] as const),
	['twice', { value: 2, isOrdinal: false }],
	['dozen', { value: 12, isOrdinal: false }],
	['hundred', { value: 100, isOrdinal: false }],
	['thousand', { value: 1000, isOrdinal: false }],
	['million', { value: 1_000_000, isOrdinal: false }],
]);

/** What a word of number says; null for any other. */
export function numeralOf(word: string): { readonly value: number; readonly isOrdinal: boolean } | null {
	return known.get(word.toLowerCase()) ?? null;
}

/** Matches every word of number, the longest first. */
export const numeralPattern = [...known.keys()].sort((a, b) => b.length - a.length).join('|');
