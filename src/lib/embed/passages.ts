import type { Records } from '#lib/behaviours/evidence/evidence.ts';
import type { Passage, PanelEntry } from '#lib/model/evidence.ts';
import type { Stance } from '#lib/model/records.ts';

/** The records in a page, as `Passages.svelte` writes them, so that an embed makes no request for them. */
export function recordsIn(root: ParentNode): Records {
	const articles = new Map(
		[...root.querySelectorAll('.passages > ul > li')].map((article): [string, Pick<Passage, 'genre' | 'published'>] => [
			textOf(article, 'cite'),
			{ genre: textOf(article, 'span'), published: textOf(article, 'span + span') },
		]),
	);
	const passage = (quotation: Element): Passage => {
		const source = textOf(quotation, 'cite');
		return {
			source,
			...(articles.get(source) ?? { genre: '', published: '' }),
			place: textOf(quotation, 'span'),
			stance: (textOf(quotation, 'em') || 'supports') as Stance,
			exact: textOf(quotation, 'p'),
		};
	};
	return Object.fromEntries(
		[...root.querySelectorAll<HTMLElement>('[data-record]')].map((part) => [
			part.dataset['record'] ?? '',
			{ ...entry(part), passages: [...part.querySelectorAll('blockquote')].map(passage) },
		]),
	);
}

/** The words of a part, without the punctuation that styles add. */
const textOf = (place: ParentNode | null, selector: string): string =>
	place?.querySelector(selector)?.textContent.trim() ?? '';

/** A fact about a record itself, not about one of its answers: a question's element contains those, too. */
const fact = (part: ParentNode | null, name: string): string => textOf(part, `:scope > .facts > [data-said="${name}"]`);

const entry = (part: HTMLElement): Omit<PanelEntry, 'passages'> => ({
	// An answer is shown with its question.
	title: [textOf(part, ':scope > h3'), textOf(part.closest('section'), 'h2')].filter(Boolean).join(': '),
	date: fact(part, 'date'),
	basis: fact(part, 'basis'),
	status: fact(part, 'status'),
	support: fact(part, 'support'),
	dispute: fact(part, 'dispute') || fact(part.parentElement, 'dispute'),
});
