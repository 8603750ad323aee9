/** Checks that each sentence is proved: it cites a record, or it is marked `{own}` and its checks hold; and that a cited passage has what it quotes. */
import { quoted } from '#compile/diagnostic.ts';
import { judgeCheck, UNDECIDABLE, type Judging } from './checks.ts';
import type { CopyReporter } from '#compile/copy/codes.ts';
import type { Mark } from '#compile/copy/inline.ts';
import { spotOf, type Sentence } from './sentences.ts';
import type { Id } from '#lib/model/records.ts';
import type { Data } from './data.ts';

/** Words that state how many or in which order about all of the data. */
const quantifier =
	/\b(?:every(?:thing|body|one|where)?|all|only|most(?:ly)?|almost|nearly|none|nobody|nothing|nowhere|never|always|half|majority|(?:more|fewer|less) than|at (?:least|most)|largest|biggest|highest|lowest|longest|shortest|fewest|in (?:the|their) order|the rest|no (?:articles?|sources?|questions?|answers?|events?|acts?|ties|tie|contacts?|records?|dates?|days?|pictures?|person|persons|people|one|other|two))\b/giu;

/** The separate checks in a mark; `offset` is from its brace. */
export function checksOf(mark: Extract<Mark, { type: 'own' }>) {
	const start = '{own:'.length;
	return [...mark.checks.matchAll(/[^;]+/g)].flatMap(({ index, 0: text }) =>
		text.trim() === '' ? [] : [{ text: text.trim(), offset: start + index + text.length - text.trimStart().length }],
	);
}

/** Reports a sentence that neither cites nor is marked as ours; returns whether it is proved. */
export function reportUnsupported(sentence: Sentence, allowsFocus: boolean, report: CopyReporter): boolean {
	const { text, cites, marks } = sentence;
	if (marks.some(({ type }) => type === 'broken')) return false;
	const focus = marks.find(({ type }) => type === 'focus');
	if (focus && !allowsFocus)
		report(
			focus.at,
			'copy-focus-mark',
			'{focus} is only allowed in the description of a step that has a focus; write [words](record-id)',
		);
	if (cites.length > 0 || marks.some(({ type }) => type !== 'number')) return true;
	report(
		spotOf(sentence, 0),
		'copy-sentence-without-evidence',
		`${quoted(text)} cites nothing; write [words](record-id), or at its end {own} if it is ours, {own: <check>} if the data can decide it`,
	);
	return false;
}

/**
 * Reports each check that cannot be read or does not hold, and a sentence of ours that states a quantity without a check.
 * @param speaksOfData whether words such as “all” are about the data, and not about how a chart is drawn
 */
export function reportOwn(sentence: Sentence, judging: Judging, speaksOfData: boolean, report: CopyReporter): void {
	const { text, marks, cites } = sentence;
	const own = marks.flatMap((mark) => (mark.type === 'own' ? mark : []));
	const checks = own.flatMap((mark) =>
		checksOf(mark).map((check) => ({ ...check, at: { ...mark.at, column: mark.at.column + check.offset } })),
	);
	for (const { text: check, at } of checks) {
		const verdict = judgeCheck(check, judging);
		if ('fault' in verdict) report(at, 'copy-own-shape', verdict.fault);
		else if (!verdict.value.holds)
			report(
				at,
				'copy-own-false',
				`the check ${quoted(check)} is false: ${verdict.value.instead}; correct the sentence ${quoted(text)}, then the check`,
			);
	}
	if (
		!speaksOfData ||
		own.length === 0 ||
		checks.length > 0 ||
		cites.length > 0 ||
		marks.some(({ type }) => type !== 'own')
	)
		return;
	for (const { index, 0: word } of text.matchAll(quantifier)) {
		report(
			spotOf(sentence, index),
			'copy-own-unchecked',
			`${quoted(word)} makes a claim about the data, and no check proves it; write {own: <check>}, or {own: ${UNDECIDABLE}} if no record could decide it`,
		);
	}
}

const marks = /“([^“”]+)”|‘([^‘’]+(?:’\p{L}[^‘’]*)*)’(?!\p{L})/gu;

/** @param inPlace what the paragraph or field cites; a quotation that is a link belongs to the record it leads to */
export function reportQuotations(sentence: Sentence, inPlace: readonly Id[], data: Data, report: CopyReporter): void {
	for (const { index, 0: whole } of sentence.text.matchAll(marks)) {
		const words = whole.slice(1, -1);
		const links = new Set(sentence.links.slice(index, index + whole.length));
		const [link = null] = links;
		const cites = links.size === 1 && link !== null ? [link] : inPlace;
		const passages = cites.flatMap((id) => data.evidence(id).passages.map(plain));
		// An ellipsis stands for omitted words; a full stop or comma at the end may be the sentence's own.
		const parts = plain(words)
			.split(/\s*…\s*/)
			.map((part) => part.replace(/^\W+$|[.,]$/, '').trim())
			.filter((part) => part !== '');
		if (passages.some((passage) => holdsInOrder(passage, parts))) continue;
		const where =
			cites.length === 0 ? 'and no record is cited here' : `are in no passage of ${cites.slice(0, 4).join(', ')}`;
		report(
			spotOf(sentence, index),
			'copy-quotation-unfounded',
			`the quoted words ${quoted(words)} ${cites.length === 0 ? 'need a record, ' : ''}${where}; copy the article’s words, cite the record that has them, or remove the quotation marks`,
		);
	}
}

function holdsInOrder(passage: string, parts: readonly string[]): boolean {
	let from = 0;
	for (const part of parts) {
		const at = indexOf(passage, part, from);
		if (at < 0) return false;
		from = at + part.length;
	}
	return parts.length > 0;
}

/** The first letter may differ in case from the article's. */
function indexOf(passage: string, part: string, from: number): number {
	const first = part.charAt(0);
	const forms = [first.toLowerCase(), first.toUpperCase()].map((letter) =>
		passage.indexOf(letter + part.slice(1), from),
	);
	return Math.min(...forms.filter((at) => at >= 0), Infinity) === Infinity
		? -1
		: Math.min(...forms.filter((at) => at >= 0));
}

function plain(text: string): string {
	return text.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"').replaceAll(/\s+/g, ' ');
}
