/** Reads and checks the words of one field or paragraph. */
import { MONTHS } from '#lib/model/dates.ts';
import type { Paragraph } from '#lib/model/copy.ts';
import type { Id } from '#lib/model/records.ts';
import { quoted, type Spot } from '#compile/diagnostic.ts';
import type { Judging } from './proof/checks.ts';
import type { CopyReporter } from './codes.ts';
import { inlinePieces, inlineText, printedLetters, type Known, type Piece } from './inline.ts';
import type { Block } from './outline.ts';
import type { Data } from './proof/data.ts';
import { reportNumbers, type Allowed } from './proof/numbers.ts';
import { reportOwn, reportUnsupported, reportQuotations } from './proof/proof.ts';
import { sentencesOf } from './proof/sentences.ts';
import { reportStyle } from './style.ts';

export interface KnownWords extends Known, Judging {
	/** Addresses on the site that the seeds link to, with their places. */
	readonly leads: Words['pages'];
}

/** The context of words, which decides what may support them. */
export interface Place extends Allowed {
	/** Whether “all” and the like are about the data, and not about how a chart is drawn. */
	readonly speaksOfData: boolean;
}

export interface Words {
	/** With links, for pages that can show them. */
	readonly prose: Paragraph;
	readonly text: string;
	/** Ids of the cited records, each once. */
	readonly cites: readonly Id[];
	/** Addresses on the site that the words link to, with their places. */
	readonly pages: readonly { readonly page: string; readonly at: Spot }[];
}

/** What every part needs to be read; `links` are checked once all parts are read. */
export interface CopyContext {
	readonly known: KnownWords;
	readonly report: CopyReporter;
	readonly links: Words['pages'][number][];
}

/** Context of words that nothing beside them on the page supports. */
export const nowhere: Place = { focus: [], years: [], speaksOfData: true };

/** Context of words about the whole period: they may name its first and last year. */
export const spanned = (data: Data): Place => ({ ...nowhere, years: data.yearsOf('all') });

/** Context of words that the block's `claims` cover. */
export function claimed(block: Block, place: Place): Place {
	return { ...place, isClaimed: block.text('claims') !== '' };
}

export function words(block: Block, field: string, place: Place, context: CopyContext): Words {
	return paragraph(block.text(field), block.at(field), place, context);
}

export function paragraph(text: string, at: Spot, place: Place, { known, report, links }: CopyContext): Words {
	const read = readWords(text, at, place, known, report);
	links.push(...read.pages);
	return read;
}

export function readWords(text: string, at: Spot, place: Place, known: KnownWords, report: CopyReporter): Words {
	const pieces = inlinePieces(text, at, known, report);
	reportTyped(pieces, at, report);
	const cites = [...new Set(pieces.flatMap(({ type, target }) => (type === 'cite' ? target : [])))];
	// A quotation may come from any record that the words cite.
	const isLinked = cites.every((id) => known.data.records.has(id));
	reportUnclosed(pieces, at, report);
	for (const { index, 0: blank } of text.matchAll(/\t| {2,}/g))
		report(
			{ ...at, column: at.column + index },
			'copy-markup',
			`${quoted(blank)} is more than one space; write one space`,
		);
	for (const sentence of sentencesOf(pieces, at)) {
		if (!/\p{L}/u.test(sentence.text)) {
			const mark = sentence.marks[0];
			if (mark)
				report(
					mark.at,
					'copy-stray-line',
					'this mark has no sentence before it; write it behind the sentence, on the same line',
				);
			continue;
		}
		const isSupported = reportUnsupported(sentence, place.focus.length > 0, report);
		reportStyle(sentence, report);
		if (!known.isSound) continue;
		reportOwn(sentence, known, place.speaksOfData && place.isClaimed !== true, report);
		const isCited = sentence.cites.every((id) => known.data.records.has(id));
		if (isSupported && isCited) reportNumbers(sentence, place, known, report);
		if (isLinked && !sentence.marks.some(({ type }) => type === 'broken'))
			reportQuotations(sentence, cites.length > 0 ? cites : place.focus, known.data, report);
	}
	const prose = inlineText(pieces);
	const pages = pieces.flatMap(({ type, target, letters }) =>
		type === 'page'
			? [{ page: target, at: { ...at, column: (letters.at(-1)?.column ?? at.column) + '](.'.length } }]
			: [],
	);
	return { prose, text: prose.map((piece) => piece.text).join(''), cites, pages };
}

/** Reports each quotation that does not end on its line. */
function reportUnclosed(pieces: readonly Piece[], at: Spot, report: CopyReporter): void {
	let open: number | null = null;
	const unclosed = (column: number) => {
		report({ ...at, column }, 'copy-markup', 'this “ is never closed; write ” behind the words that are quoted');
	};
	for (const { letter, column } of pieces.flatMap(({ letters }) => letters)) {
		if (letter === '”' && open === null)
			report({ ...at, column }, 'copy-markup', 'this ” closes nothing; write “ before the words that are quoted');
		if (letter === '“' && open !== null) unclosed(open);
		if (letter === '“') open = column;
		if (letter === '”') open = null;
	}
	if (open !== null) unclosed(open);
}

/** A name of one or two words, such as a menu's: it states nothing and holds no link. */
export function readName(text: string, at: Spot, known: KnownWords, report: CopyReporter): string {
	const pieces = inlinePieces(text, at, known, report);
	const name = inlineText(pieces)
		.map((piece) => piece.text)
		.join('');
	if (
		pieces.some(({ type, letters }) => type !== 'text' || letters.some(({ isTyped }) => !isTyped)) ||
		/[\d.!?]/.test(name) ||
		name.split(/\s+/).length > 2
	)
		report(
			at,
			'copy-not-a-name',
			`“short” is a menu label, and ${quoted(name)} is not one; write one or two words without number or link`,
		);
	for (const sentence of sentencesOf(pieces, at)) reportStyle(sentence, report);
	return name;
}

const month = `(?:${MONTHS.join('|')})`;
const days = '\\d{1,2}(?:(?:\\s*[–-]\\s*|,\\s+|\\s+(?:and|or|to)\\s+)\\d{1,2})*(?!\\d)';
const year = '(?<![\\d.,])(?:19|20)\\d\\d(?:s|[–-](?:19|20)?\\d\\d)?(?![\\d.,]*\\d)';
const allowed = new RegExp(`\\b${days}\\s+${month}|${month}\\s+${days}|${year}|\\p{L}-?\\d+`, 'gu');

/** Reports every number typed in digits, except dates and names such as G8. */
function reportTyped(pieces: readonly Piece[], line: Spot, report: CopyReporter): void {
	const letters = printedLetters(pieces.flatMap((piece) => piece.letters));
	const text = letters.map(({ letter }) => letter).join('');
	const rest = text.replace(allowed, (found) => ' '.repeat(found.length));
	for (const { index, 0: number } of rest.matchAll(/\d(?:[\d.,]*\d)?/g)) {
		const first = letters[index];
		if (!first?.isTyped) continue;
		report(
			{ ...line, column: first.column },
			'copy-typed-number',
			`the number ${number} is typed; take it from the seeds as {figure-id}, or from the data as in {sources} or {ties cut=2014}`,
		);
	}
}
