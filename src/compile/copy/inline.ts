/** Parses running text into pieces: citations, links to pages, interpolated numbers, and marks such as `{own}`. */
import type { Inline } from '#lib/model/copy.ts';
import type { Id } from '#lib/model/records.ts';
import { quoted, type Spot } from '#compile/diagnostic.ts';
import { nearest } from '#compile/nearest.ts';
import type { CopyReporter } from './codes.ts';
import { countable, readNumber } from './proof/counts.ts';
import type { Data } from './proof/data.ts';
import { MOST_IN_WORDS, printedNumber, type NumberForm } from './proof/numerals.ts';

export interface FigureValue {
	readonly value: number;
	/** Years are never spelled out or written with a comma. */
	readonly isYear: boolean;
	/** The printed form, if the copy may not choose it. */
	readonly printed?: string;
}

export interface Known {
	readonly figures: ReadonlyMap<Id, FigureValue>;
	readonly data: Data;
	/** Whether the seeds are free of faults; otherwise checks that need them are skipped. */
	readonly isSound: boolean;
}

/**
 * `own`: our words, with their checks; `focus`: the records in focus prove it; `broken`: an unreadable link, already
 * reported; `number`: printed from the data, where `text` is the expression and `value` its result.
 */
export type Mark = (
	| { readonly type: 'own'; readonly checks: string }
	| { readonly type: 'focus' }
	| { readonly type: 'broken' }
	| { readonly type: 'number'; readonly text: string; readonly value: number }
) & { readonly at: Spot };

/** One letter of the printed text: where in the line it comes from, and whether the writer typed it. */
export interface Letter {
	/** Empty for a mark without text. */
	readonly letter: string;
	readonly column: number;
	readonly isTyped: boolean;
	readonly mark?: Mark;
}

export interface Piece {
	readonly type: Inline['type'];
	/** A record's id or a page's address; empty for plain text. */
	readonly target: string;
	readonly letters: readonly Letter[];
}

const braces = /^\{([^{}]*)\}/;
const target = /^\]\(([^()\s]*)\)/;
const escaped = new Set(['[', ']', '{', '}', '\\']);

/** Longest expression or address in characters. */
const LONGEST = 500;

/** The pieces of one line, which begins at `at`. Faulty pieces are reported and left out. */
export function inlinePieces(text: string, at: Spot, known: Known, report: CopyReporter): Piece[] {
	const pieces: Piece[] = [];
	let letters: Letter[] = [];
	let printed = '';
	let link: number | null = null;
	const spot = (index: number): Spot => ({ ...at, column: at.column + index });
	const add = (letter: string, index: number, isTyped: boolean, mark?: Mark): void => {
		const column = at.column + index;
		for (const [i, one] of letter.split('').entries())
			letters.push({ letter: one, column, isTyped, ...(mark && i === 0 ? { mark } : {}) });
		if (mark && letter === '') letters.push({ letter, column, isTyped, mark });
		printed += letter;
	};
	const reportLink = (index: number, code: 'copy-unclosed-bracket' | 'copy-empty-link', message: string): void => {
		report(spot(index), code, message);
		add('', index, false, { type: 'broken', at: spot(index) });
	};
	const flush = (type: Piece['type'], to: string): void => {
		if (letters.length > 0) pieces.push({ type, target: to, letters });
		letters = [];
	};

	let index = 0;
	while (index < text.length) {
		const letter = text.charAt(index);
		const rest = text.slice(index, index + LONGEST);
		if (letter === '\\' && index === 0) {
			// At the start of a line the backslash only keeps ArchieML from reading a block.
			index += 1;
		} else if (letter === '\\' && escaped.has(text.charAt(index + 1))) {
			add(text.charAt(index + 1), index + 1, true);
			index += 2;
		} else if (letter === '\\') {
			report(spot(index), 'copy-markup', 'this backslash would be printed literally; remove it');
			index += 1;
		} else if (letter === '{') {
			const inner = braces.exec(rest)?.[1];
			if (inner === undefined) {
				report(
					spot(index),
					'copy-unclosed-brace',
					'this brace is not closed; write {figure-id}, {own}, or \\{ for a brace',
				);
				index += 1;
				continue;
			}
			const own = /^own(?::(.*))?$/.exec(inner);
			if (own) add('', index, false, { type: 'own', checks: own[1] ?? '', at: spot(index) });
			else if (/^own\s/.test(inner))
				report(spot(index), 'copy-own-shape', 'a check needs a colon before it; write {own: <check>}, or {own}');
			else if (inner === 'focus') add('', index, false, { type: 'focus', at: spot(index) });
			else {
				const isFirst = /(?:^|[.!?…][”’)]*\s+)[“‘(]?$/.test(printed);
				const number = readInterpolated(inner, isFirst, known);
				if ('value' in number)
					add(number.printed, index, false, { type: 'number', text: inner, value: number.value, at: spot(index) });
				else report(spot(index), number.code, number.fault);
			}
			index += inner.length + 2;
		} else if (letter === '[') {
			if (link !== null) reportLink(link, 'copy-unclosed-bracket', unclosed);
			flush('text', '');
			link = index;
			index += 1;
		} else if (letter === ']') {
			const to = target.exec(rest)?.[1];
			if (link === null || to === undefined) reportLink(link ?? index, 'copy-unclosed-bracket', unread(rest));
			else if (letters.length === 0 || to === '')
				reportLink(link, 'copy-empty-link', 'this link has no words or leads nowhere; write [words](record-id)');
			else if (/^[/#.]/.test(to)) flush('page', to);
			else if (known.data.records.has(to)) flush('cite', to);
			else {
				if (/^[a-z][a-z0-9+.-]*:|^www\./i.test(to)) report(spot(index + 2), 'copy-outside-link', outside);
				else report(spot(index + 2), 'copy-dangling-record', dangling(to, known));
				// Counts as cited, so that the sentence is not also reported as unproved.
				flush('cite', to);
			}
			link = null;
			index += to === undefined ? 1 : to.length + 3;
		} else if (letter === '}') {
			report(spot(index), 'copy-unclosed-brace', unopened);
			index += 1;
		} else {
			add(letter, index, true);
			index += 1;
		}
	}
	if (link !== null) reportLink(link, 'copy-unclosed-bracket', unclosed);
	flush('text', '');
	return pieces;
}

const unopened = 'this closing brace has no opening one; write {figure-id}, {own}, or \\} for a brace';
const unclosed = 'this bracket does not make a link; write [words](record-id), or \\[ and \\] for brackets';

/** Why the text after a closing bracket is no address. */
function unread(rest: string): string {
	if (/^\]\s+\([^()\s]*\)/.test(rest)) return 'there is a space between ] and ( of this link; write [words](record-id)';
	if (/^\]\([^()]*\s[^()]*\)/.test(rest))
		return 'there is a space in the target of this link; write [words](record-id)';
	if (/^\]\([^()]*$/.test(rest) || /^\]\(\S*\s/.test(rest))
		return 'this link is not closed; write ) behind the id, as in [words](record-id)';
	return unclosed;
}

const outside =
	'external links are not allowed; name the place in words, or cite the record that was read there: [words](record-id)';

type Interpolated =
	| { readonly value: number; readonly printed: string }
	| { readonly code: 'copy-dangling-figure' | 'copy-count-shape'; readonly fault: string };

/** A figure of the seeds or a count of the data, in the form that the writer asks for. */
function readInterpolated(inner: string, isFirst: boolean, known: Known): Interpolated {
	const [, text = '', form = null] = /^(.*?)(?:\s+as\s+(\S+))?$/.exec(inner.trim()) ?? [];
	if (form !== null && form !== 'digits' && form !== 'words' && form !== 'ordinal')
		return {
			code: 'copy-count-shape',
			fault: `a number can be printed “as digits”, “as words” or “as ordinal”, not as ${quoted(form)}`,
		};
	const figure = known.figures.get(text);
	if (figure?.printed !== undefined && form !== null)
		return { code: 'copy-count-shape', fault: `this is printed as in its chart; remove “as ${form}”` };
	if (figure?.printed !== undefined) return { value: figure.value, printed: figure.printed };
	if (figure) return printedAs(figure.value, form, isFirst, figure.isYear);
	if (!/\s/.test(text) && !countable(known.data).includes(text))
		return {
			code: 'copy-dangling-figure',
			fault: `no figure has the id ${suggest(text, [...known.figures.keys(), ...countable(known.data)])}`,
		};
	const count = readNumber(text, known.data);
	if ('fault' in count) return { code: 'copy-count-shape', fault: count.fault };
	if (count.value === 0 && known.isSound && /\s/.test(text))
		return {
			code: 'copy-count-shape',
			fault: `${quoted(text)} matches nothing; correct it, or say so in words, followed by {own: ${text} = 0}`,
		};
	return printedAs(count.value, form, isFirst, text.endsWith('-year'));
}

function printedAs(value: number, form: NumberForm | null, isFirst: boolean, isYear: boolean): Interpolated {
	if (isYear) return { value, printed: String(value) };
	if (form !== null && form !== 'digits' && !(Number.isInteger(value) && value >= 0 && value <= MOST_IN_WORDS))
		return { code: 'copy-count-shape', fault: `${String(value)} is printed in digits only; remove “as ${form}”` };
	return { value, printed: printedNumber(value, form, isFirst) };
}

function dangling(id: string, known: Known): string {
	const now = known.data.renamed.get(id);
	if (now !== undefined) return `${quoted(id)} is now called ${now}; write that`;
	if (known.data.ids.has(id)) return `${quoted(id)} is a passage or a period; cite a record that it bears on`;
	return `no record has the id ${suggest(id, known.data.records.keys())}`;
}

export function suggest(id: string, known: Iterable<string>): string {
	const near = nearest(id, known);
	return `${quoted(id)}; ${near === null ? 'write one that the seeds have' : `did you mean “${near}”?`}`;
}

/** The letters as printed: without marks that stand alone, and the space before them. */
export function printedLetters(letters: readonly Letter[]): Letter[] {
	const printed: Letter[] = [];
	for (const letter of letters) {
		if (letter.letter !== '') printed.push(letter);
		else while (printed.at(-1)?.letter.trim() === '') printed.pop();
	}
	return printed;
}

/** The printed text of the pieces, without marks. */
export function inlineText(pieces: readonly Piece[]): Inline[] {
	return pieces.flatMap(({ type, target: to, letters }): Inline[] => {
		const text = printedLetters(letters)
			.map(({ letter }) => letter)
			.join('');
		if (text === '') return [];
		if (type === 'cite') return [{ type, text, record: to }];
		return type === 'page' ? [{ type, text, page: to }] : [{ type, text }];
	});
}
