/** Sentence and quotation boundaries, negations and hedges, as the fingerprint stores them. */
import type { Token } from './tokens.ts';

/**
 * Markers at a word: `s` a sentence begins, `e` one ends, `o` a quotation opens, `c` one closes; the word is `n` a
 * negation, `d` a doubt, `r` of saying, `a` of attitude.
 */
export type Marker = 's' | 'e' | 'o' | 'c' | 'n' | 'd' | 'r' | 'a';

/** Words beside which nothing may be quoted alone without care. The lists over-report; a coder settles each case with `sense`. */
const cues: readonly (readonly [Marker, RegExp])[] = [
	[
		'n',
		/\b(?:not|no|never|nobody|nothing|none|neither|nor|without|hardly|[a-z]+n't|refus(?:e|ed|al)|fail(?:ed|ing|s)?|den(?:y|ies|ied|ial))\b/giu,
	],
	[
		'd',
		/\b(?:alleg\p{L}+|reported(?:ly)?|rumou?rs?|apparently|seems?|appears?|might|may|could|would|should|perhaps|maybe|probably|possib\p{L}+|suppos\p{L}+|claim\p{L}*|if|whether|unclear|likely|doubt\p{L}*|dubious|suspect\p{L}*)\b/gu,
	],
	[
		'r',
		/\b(?:sa(?:id|ys?)|t(?:old|ells)|according|believe[sd]?|insist(?:ed|s)|accus\p{L}+|argue[sd]?|suggest\p{L}*|call(?:ed|s)|termed|describe[sd])\b/giu,
	],
	[
		'a',
		/\b(?:amazed|scared|worried|fear\p{L}*|hop(?:e|es|ed|ing)|regret\p{L}*|absurd|unfortunately|sorry|concerned|imagine)\b/giu,
	],
];

const shortened = /(?:\b\p{Lu}|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Ms|Mrs|Dr|St|No))$/u;
const sentenceEnd = /[.?!]+(?:["')\]]|\(#\))*\s+(?=["'([]*[\p{Lu}\p{N}])/gu;
const isWord = /^[\p{L}\p{N}\p{M}]/u;

/** One entry a marker: the distance in tokens from the one before, and the marker: `0s 4n 7e`. */
export function markersOf(paragraphs: readonly string[], tokens: readonly Token[]): string {
	const words = tokens.flatMap((token, index) => (isWord.test(token.bare) ? [{ index, start: token.start }] : []));
	/** The first word from a place on, and the last one before it. */
	const from = (place: number) => words.find(({ start }) => start >= place)?.index;
	const before = (place: number) => words.findLast(({ start }) => start < place)?.index;
	const found: { readonly index: number; readonly marker: Marker }[] = [];
	const add = (index: number | undefined, marker: Marker) => {
		if (index !== undefined) found.push({ index, marker });
	};
	let base = 0;
	for (const paragraph of paragraphs) {
		const place = (at: number) => base + [...paragraph.slice(0, at)].length;
		for (const [start, end] of sentences(paragraph)) {
			add(from(place(start)), 's');
			add(before(place(end)), 'e');
		}
		for (const [open, close] of quotations(paragraph)) {
			add(from(place(open)), 'o');
			add(before(place(close)), 'c');
		}
		for (const [marker, pattern] of cues) {
			for (const { index } of paragraph.matchAll(pattern)) add(from(place(index)), marker);
		}
		base += [...paragraph].length + 1;
	}
	found.sort((a, b) => a.index - b.index || (a.marker < b.marker ? -1 : 1));
	return found.map(({ index, marker }, i) => `${String(index - (found[i - 1]?.index ?? 0))}${marker}`).join(' ');
}

/** The markers of each token by its index, parsed back. */
export function readMarkers(markers: string): ReadonlyMap<number, readonly Marker[]> {
	const read = new Map<number, Marker[]>();
	let index = 0;
	for (const [, step, marker] of markers.matchAll(/(\d+)([a-z])/g)) {
		index += Number(step);
		read.set(index, [...(read.get(index) ?? []), marker as Marker]);
	}
	return read;
}

function sentences(paragraph: string): [number, number][] {
	const ends = [...paragraph.matchAll(sentenceEnd)]
		.filter(({ 0: mark, index }) => !mark.startsWith('.') || !shortened.test(paragraph.slice(0, index)))
		.map(({ 0: mark, index }) => index + mark.length);
	const starts = [0, ...ends];
	return starts.map((start, i) => [start, starts[i + 1] ?? paragraph.length]);
}

/** From an opening quotation mark to its closing one; single marks only where they cannot be apostrophes. */
function quotations(paragraph: string): [number, number][] {
	const double = [...paragraph.matchAll(/"/g)].map(({ index }) => index);
	const pairs = double.flatMap((open, i): [number, number][] => {
		const close = double[i + 1];
		return i % 2 === 0 && close !== undefined ? [[open + 1, close]] : [];
	});
	const single = [...paragraph.matchAll(/(?<=^|[\s("])'(?=\p{L})(?:[^']|'(?=\p{L}))*'(?!\p{L})/gu)];
	return [...pairs, ...single.map(({ 0: text, index }): [number, number] => [index + 1, index + text.length])];
}
