/** Numbers as English prose writes them: words up to ten, digits above. */
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

/** The largest number that `inWords` supports. */
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
 * A number as printed: in words up to ten, and up to 99 with a capital at the start of a sentence; otherwise in digits.
 * @param form the form that the writer asks for; null for the default
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

/** The value of a number word; null for any other word. */
export function numeralOf(word: string): { readonly value: number; readonly isOrdinal: boolean } | null {
	return known.get(word.toLowerCase()) ?? null;
}

/** Matches every number word, the longest first. */
export const numeralPattern = [...known.keys()].sort((a, b) => b.length - a.length).join('|');
