/** Splits running text into sentences, each with its letters, citations and marks. */
import type { Id } from '#lib/model/records.ts';
import type { Spot } from '#compile/diagnostic.ts';
import type { Letter, Mark, Piece } from '#compile/copy/inline.ts';

export interface Sentence {
	/** As printed: without marks, and without space at its ends. */
	readonly text: string;
	/** One for each UTF-16 unit of `text`. */
	readonly letters: readonly Letter[];
	/** The record that each letter's link cites; null outside a link. */
	readonly links: readonly (Id | null)[];
	readonly cites: readonly Id[];
	readonly marks: readonly Mark[];
	readonly line: Spot;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const title = /(?:^|[\s(“‘])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Gov|Rep|Gen|Lt|Col|St|Jr|Sr|No|vs)\.\s*$/;
const initials = /(?:^|[\s(“‘])(?:[A-Z]\.)+\s*$/;
const opener =
	/^[“‘(]?(?:A|After|All|An|And|As|At|Before|But|By|For|From|He|Her|His|If|In|It|Its|Later|No|Not|On|One|She|So|That|The|Their|Then|There|These|They|This|Those|To|Two|What|When|While|Who|With|Yet)\b/;

/** The sentences of one line that begins at `line`. A mark belongs to the sentence before it, even after the full stop. */
export function sentencesOf(pieces: readonly Piece[], line: Spot): Sentence[] {
	const letters = pieces.flatMap(({ type, target, letters: own }) =>
		own.map((letter) => ({ letter, cite: type === 'cite' ? target : null })),
	);
	// A mark means nothing to the segmenter; a space in its place keeps every offset.
	const text = letters.map(({ letter }) => (letter.mark && !letter.letter.trim() ? ' ' : letter.letter)).join('');
	return sentences(text).map(({ start, end }) => {
		const own = letters.slice(start, end);
		const visible = own.filter(({ letter }) => letter.letter !== '');
		const first = visible.findIndex(({ letter }) => letter.letter.trim() !== '');
		const last = visible.findLastIndex(({ letter }) => letter.letter.trim() !== '');
		const printed = first < 0 ? [] : visible.slice(first, last + 1);
		return {
			text: printed.map(({ letter }) => letter.letter).join(''),
			letters: printed.map(({ letter }) => letter),
			links: printed.map(({ cite }) => cite),
			cites: [...new Set(own.flatMap(({ cite }) => cite ?? []))],
			marks: own.flatMap(({ letter }) => letter.mark ?? []),
			line,
		};
	});
}

export function spotOf({ letters, line }: Sentence, index: number): Spot {
	return { ...line, column: letters[index]?.column ?? line.column };
}

/** Start and end (exclusive) of each sentence. “Sen.” does not end one; “U.S.” does only before a word that begins one. */
function sentences(text: string): { start: number; end: number }[] {
	const spans: { start: number; end: number }[] = [];
	let start = 0;
	for (const { segment, index } of segmenter.segment(text)) {
		const end = index + segment.length;
		const words = text.slice(start, end);
		if (title.test(words) || (initials.test(words) && !opener.test(text.slice(end)))) continue;
		spans.push({ start, end });
		start = end;
	}
	if (start < text.length) spans.push({ start, end: text.length });
	return spans;
}
