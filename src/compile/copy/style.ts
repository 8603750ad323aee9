/** Style rules for all sentences of the copy: no words of guilt, no visible markup, no overlong sentence. */
import { quoted } from '#compile/diagnostic.ts';
import type { CopyReporter } from './codes.ts';
import { spotOf, type Sentence } from './proof/sentences.ts';

/** Reviewed by hand: our own words call nobody any of these. */
export const guilt =
	/\b(?:guilt\w*|collu(?:de|des|ded|ding|sion)|conspir\w+|crooks?|crooked|criminals?|sp(?:y|ies|ying|ymaster)|traitors?|treason\w*|puppets?|brib(?:e|es|ed|ery)|perjur\w+|complicit\w*|culprits?|lied|liars?|stooges?)\b/giu;

const MOST_WORDS = 40;

const markup: readonly (readonly [RegExp, string])[] = [
	[
		/\*+|(?<![\p{L}\p{N}])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}])|~~|`+/gu,
		'it would be printed literally; remove it, the copy has no bold and no italics',
	],
	[/<\/?[a-z!][^>]*>?/giu, 'it would be printed literally; remove it, the copy has no HTML'],
	[/&(?:#\w+|[a-z]+\d*);/giu, 'it would be printed literally; write the character itself'],
	[
		/^(?:#{1,6}|>|[-+•]|\d+[.)])\s/gu,
		'it would be printed literally; the copy has no headings or lists within its text',
	],
	[/!\[|\]\[/gu, 'it would be printed literally; write [words](record-id)'],
	[
		/\b(?:https?:\/\/|www\.)\S+|\b[\w.+-]+@[\w-]+\.[a-z]{2,}\b/giu,
		'external links are not allowed; name the place in words, or cite the record that was read there: [words](record-id)',
	],
	[/-{2,}/gu, 'write a dash: – or —'],
	[/\.{3,}/gu, 'write one character: …'],
	[/["„‟«»‹›＂]/gu, 'write “ before the words and ” after them'],
	[/['‚‛´]/gu, 'write ’'],
];

/** Reports words of guilt, markup that would be printed, and sentences that are too long. */
export function reportStyle(sentence: Sentence, report: CopyReporter): void {
	const { text } = sentence;
	for (const { index, 0: word } of text.matchAll(guilt)) {
		if (isQuoted(text, index)) continue;
		report(
			spotOf(sentence, index),
			'copy-guilt',
			`${quoted(word)} implies guilt in our own words; say what was done and who says so, or quote it with “ and ”`,
		);
	}
	for (const [pattern, instead] of markup) {
		for (const { index, 0: mark } of text.matchAll(pattern))
			report(spotOf(sentence, index), 'copy-markup', `${quoted(mark)} is not supported; ${instead}`);
	}
	const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
	if (words > MOST_WORDS)
		report(
			spotOf(sentence, 0),
			'copy-long-sentence',
			`this sentence has ${String(words)} words, more than ${String(MOST_WORDS)}; write two`,
		);
}

/** Whether this place is inside a quotation, whose words are the article's. */
function isQuoted(text: string, index: number): boolean {
	const before = text.slice(0, index);
	return before.lastIndexOf('“') > before.lastIndexOf('”');
}
