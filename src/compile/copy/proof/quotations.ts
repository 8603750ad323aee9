/** Checks that words in quotation marks stand in a cited passage. */
import type { Id } from '#lib/model/records.ts';
import { quoted } from '#compile/diagnostic.ts';
import type { CopyReporter } from '#compile/copy/codes.ts';
import type { Data } from './data.ts';
import { spotOf, type Sentence } from './sentences.ts';

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

/** Makes quotation marks and spaces uniform. */
function plain(text: string): string {
	return text.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"').replaceAll(/\s+/g, ' ');
}
