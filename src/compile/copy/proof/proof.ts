/** Checks that each sentence is proved: it cites a record, or it is marked `{own}` and its checks hold. */
import { quoted } from '#compile/diagnostic.ts';
import { judgeCheck, UNDECIDABLE, type Judging } from './checks.ts';
import type { CopyReporter } from '#compile/copy/codes.ts';
import type { Mark } from '#compile/copy/inline.ts';
import { spotOf, type Sentence } from './sentences.ts';

/** Words that state how many or in which order about all of the data. */
const quantifier =
	/\b(?:every(?:thing|body|one|where)?|all|only|most(?:ly)?|almost|nearly|none|nobody|nothing|nowhere|never|always|half|majority|(?:more|fewer|less) than|at (?:least|most)|largest|biggest|highest|lowest|longest|shortest|fewest|in (?:the|their) order|the rest|no (?:articles?|sources?|questions?|answers?|events?|acts?|ties|tie|contacts?|records?|dates?|days?|pictures?|person|persons|people|one|other|two))\b/giu;

interface Check {
	readonly text: string;
	/** From the brace that it stands in. */
	readonly offset: number;
}

/** The separate checks in a mark. */
export function checksOf(mark: Extract<Mark, { type: 'own' }>): Check[] {
	const start = '{own:'.length;
	return [...mark.checks.matchAll(/[^;]+/g)].flatMap(({ index, 0: text }) =>
		text.trim() === '' ? [] : [{ text: text.trim(), offset: start + index + text.length - text.trimStart().length }],
	);
}

/** Reports a sentence that neither cites nor is marked as ours; returns whether it is proved. */
export function reportUnproved(sentence: Sentence, allowsFocus: boolean, report: CopyReporter): boolean {
	const { text, cites, marks } = sentence;
	if (marks.some(({ type }) => type === 'broken')) return false;
	const focus = marks.find(({ type }) => type === 'focus');
	if (focus && !allowsFocus)
		report(
			focus.at,
			'copy-focus-mark',
			'{focus} stands only in the description of a step that has a focus; write [words](record-id)',
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
