/** What every sentence of the copy must have, and what no sentence may. */
import type { TellCopy } from './copy-diagnostic.ts';
import { ownMark, type Piece } from './copy-inline.ts';
import { quoted, type Spot } from './diagnostic.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const title = /(?:^|[\s(“‘])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Gov|Rep|Gen|Lt|Col|St|Jr|Sr|No|vs)\.\s*$/;
const initials = /(?:^|[\s(“‘])(?:[A-Z]\.)+\s*$/;
const opener =
	/^[“‘(]?(?:A|After|All|An|And|As|At|Before|But|By|For|From|He|Her|His|If|In|It|Its|Later|No|Not|On|One|She|So|That|The|Their|Then|There|These|They|This|Those|To|Two|What|When|While|Who|With|Yet)\b/;

/**
 * Tells every sentence that neither cites a record nor is marked as the desk's own. A mark may stand before or after
 * the full stop. `line` is where the text begins; a piece's own column says where in that line.
 */
export function tellUnproved(pieces: readonly Piece[], line: Spot, tell: TellCopy): void {
	const letters = pieces.flatMap((piece) =>
		piece.letters.map((letter) => ({ ...letter, isProof: piece.type === 'cite' })),
	);
	const text = letters.map(({ letter }) => letter).join('');
	// The mark says nothing to the segmenter: a blank in its place keeps every offset.
	for (const { start, end } of sentences(text.replaceAll(ownMark, ' '))) {
		const sentence = text.slice(start, end).replaceAll(ownMark, '').trim();
		if (!/\p{L}/u.test(sentence)) continue;
		if (letters.slice(start, end).some(({ letter, isProof }) => isProof || letter === ownMark)) continue;
		const column = letters[start + text.slice(start, end).search(/\S/)]?.column ?? line.column;
		tell(
			{ ...line, column },
			'copy-sentence-without-evidence',
			`${quoted(sentence)} cites nothing; write [words](record-id), or {own} at its end if it is the desk's own`,
		);
	}
}

/** Where sentences begin and end (excluded); "Sen." ends none, "U.S." only before a word that opens one. */
export function sentences(text: string): { start: number; end: number }[] {
	const spans: { start: number; end: number }[] = [];
	let start = 0;
	for (const { segment, index } of segmenter.segment(text)) {
		const end = index + segment.length;
		const said = text.slice(start, end);
		if (title.test(said) || (initials.test(said) && !opener.test(text.slice(end)))) continue;
		spans.push({ start, end });
		start = end;
	}
	if (start < text.length) spans.push({ start, end: text.length });
	return spans;
}

const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const days = '\\d{1,2}(?:(?:\\s*[–-]\\s*|,\\s+|\\s+(?:and|or|to)\\s+)\\d{1,2})*(?!\\d)';
const year = '(?<![\\d.,])(?:19|20)\\d\\d(?:s|[–-](?:19|20)?\\d\\d)?(?![\\d.,]*\\d)';
const allowed = new RegExp(`\\b${days}\\s+${month}|${month}\\s+${days}|${year}|\\p{L}\\d+`, 'gu');

/**
 * Tells every number that the writer typed, but for years, dates and names such as G8: numbers come from the seeds.
 */
export function tellTyped(pieces: readonly Piece[], line: Spot, tell: TellCopy): void {
	const letters = pieces.flatMap((piece) => piece.letters);
	const text = letters.map(({ letter }) => letter).join('');
	const rest = text.replace(allowed, (found) => ' '.repeat(found.length));
	for (const { index, 0: number } of rest.matchAll(/\d(?:[\d.,]*\d)?/g)) {
		const first = letters[index];
		if (!first?.isTyped) continue;
		tell(
			{ ...line, column: first.column },
			'copy-typed-number',
			`the number ${number} is typed; take it from the seeds as {figure-id}, or write it as a word up to ten`,
		);
	}
}
