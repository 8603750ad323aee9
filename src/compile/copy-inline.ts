/** Running text of the copy to pieces: citations, links to pages, interpolated figures. */
import type { Inline } from '#lib/model/copy.ts';
import type { Id } from '#lib/model/records.ts';
import type { TellCopy } from './copy-diagnostic.ts';
import { quoted, type Spot } from './diagnostic.ts';
import { nearest } from './nearest.ts';

/** What the words may refer to. */
export interface Known {
	/** Whether a record has this id, and all of them for suggestions. */
	readonly records: ReadonlySet<Id>;
	readonly quotations: ReadonlySet<Id>;
	readonly sources: ReadonlySet<Id>;
	readonly actors: ReadonlySet<Id>;
	/** Each figure's number as a reader sees it. */
	readonly figures: ReadonlyMap<Id, string>;
}

/** One letter of the finished text: the place in the line that it came from, and whether the writer typed it. */
export interface Letter {
	readonly letter: string;
	readonly column: number;
	readonly isTyped: boolean;
}

export interface Piece {
	readonly type: Inline['type'];
	/** The id of a record or the address of a page; empty for text. */
	readonly target: string;
	readonly letters: readonly Letter[];
}

/** Stands in the letters where the writer wrote `{own}`; never in the finished text. */
export const ownMark = '\ue000';

const figure = /^\{([^{}\s]*)\}/;
const target = /^\]\(([^()\s]*)\)/;
const escaped = new Set(['[', ']', '{', '}', '\\']);

/** The pieces of one line. Whatever is wrong is told and left out. `at` is where the text begins. */
export function inlinePieces(text: string, at: Spot, known: Known, tell: TellCopy): Piece[] {
	const pieces: Piece[] = [];
	let letters: Letter[] = [];
	let link: number | null = null;
	const spot = (index: number): Spot => ({ ...at, column: at.column + index });
	const add = (letter: string, index: number, isTyped: boolean): void => {
		for (const one of letter.split('')) letters.push({ letter: one, column: at.column + index, isTyped });
	};
	const flush = (type: Piece['type'], to: string): void => {
		if (letters.length > 0) pieces.push({ type, target: to, letters });
		letters = [];
	};

	let index = 0;
	while (index < text.length) {
		const letter = text.charAt(index);
		const rest = text.slice(index, index + 200);
		if (letter === '\\' && index === 0) {
			// At the start of a line the backslash only keeps ArchieML from taking the line for a block.
			index += 1;
		} else if (letter === '\\' && escaped.has(text.charAt(index + 1))) {
			add(text.charAt(index + 1), index + 1, true);
			index += 2;
		} else if (letter === '{') {
			const name = figure.exec(rest)?.[1];
			if (name === undefined) {
				tell(
					spot(index),
					'copy-unclosed-brace',
					'this brace is not closed; write {figure-id}, {own}, or \\{ for a brace',
				);
				index += 1;
				continue;
			}
			const value = name === 'own' ? ownMark : known.figures.get(name);
			if (value === undefined)
				tell(spot(index), 'copy-dangling-figure', `no figure has the id ${suggest(name, known.figures.keys())}`);
			else add(value, index, false);
			index += name.length + 2;
		} else if (letter === '[') {
			if (link !== null) tell(spot(link), 'copy-unclosed-bracket', unclosed);
			flush('text', '');
			link = index;
			index += 1;
		} else if (letter === ']') {
			const to = target.exec(rest)?.[1];
			if (link === null || to === undefined) tell(spot(link ?? index), 'copy-unclosed-bracket', unclosed);
			else if (letters.length === 0 || to === '')
				tell(spot(link), 'copy-empty-link', 'this link has no words or leads nowhere; write [words](record-id)');
			else if (isPage(to)) flush('page', to);
			else if (known.records.has(to)) flush('cite', to);
			else {
				tell(spot(index + 2), 'copy-dangling-record', `no record has the id ${suggest(to, known.records)}`);
				// As if it were cited, so that the sentence is not reported for having no evidence as well.
				flush('cite', to);
			}
			link = null;
			index += to === undefined ? 1 : to.length + 3;
		} else if (letter === '}') {
			tell(spot(index), 'copy-unclosed-brace', 'nothing was opened here; write {figure-id}, {own}, or \\} for a brace');
			index += 1;
		} else {
			add(letter, index, true);
			index += 1;
		}
	}
	if (link !== null) tell(spot(link), 'copy-unclosed-bracket', unclosed);
	flush('text', '');
	return pieces;
}

const unclosed = 'this bracket does not make a link; write [words](record-id), or \\[ and \\] for brackets';

/** An address on the site, from its root: `/method/`. */
function isPage(to: string): boolean {
	return /^\/(?:[a-z0-9.-]+\/)*(?:#[a-z0-9-]+)?$/.test(to);
}

/** A mistyped id, and what to write instead. */
export function suggest(id: string, known: Iterable<string>): string {
	const near = nearest(id, known);
	return `${quoted(id)}; ${near === null ? 'write one that the seeds have' : `did you mean “${near}”?`}`;
}

/** The finished text: neighbouring pieces of the same kind joined, the desk's marks and the space before them gone. */
export function inlineText(pieces: readonly Piece[]): Inline[] {
	const inlines: Inline[] = [];
	for (const { type, target: to, letters } of pieces) {
		const text = letters
			.map(({ letter }) => letter)
			.join('')
			.replace(new RegExp(`\\s*${ownMark}`, 'g'), '');
		if (text === '') continue;
		if (type === 'cite') inlines.push({ type, text, record: to });
		else if (type === 'page') inlines.push({ type, text, page: to });
		else inlines.push({ type, text });
	}
	return inlines;
}
