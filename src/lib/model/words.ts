/** Words that follow from a record wherever it is shown. */
import type { Annotation, Contact, Quotation, Tie } from './records.ts';

/** The words, with an ellipsis at an end that is cut off within a sentence; without quotation marks. */
export function shown({ exact, clipped }: Pick<Annotation, 'exact' | 'clipped'>): string {
	return `${clipped.includes('start') ? '…' : ''}${exact}${clipped.includes('end') ? '…' : ''}`;
}

/** "Newsweek called Kislyak “the most radioactive man in Washington”"; without a lead "Mark Galeotti: “…”". */
export function quotationInWords(
	quotation: Pick<Quotation, 'exact' | 'clipped' | 'lead'>,
	speaker: string,
	words = shown(quotation),
): string {
	return `${speaker}${quotation.lead ? ` ${quotation.lead}` : ':'} “${words}”`;
}

/**
 * When a contact was known: "since 26 May 2017"; "by 27 June 2017" if that is the date of the article itself; "between May
 * and June 2017" if there is no one date.
 */
export function whenKnown({ known: { edtf, basis, words } }: Contact): string {
	if (edtf.startsWith('[')) return words;
	const isArticles = /^\d{4}-\d\d-\d\d$/.test(edtf) && basis.startsWith('inferred from the article');
	return `${isArticles ? 'by' : 'since'} ${words}`;
}

/** The same after a date: "known since 26 May 2017", "became known between May and June 2017". */
export const knownInWords = (contact: Contact): string =>
	`${contact.known.edtf.startsWith('[') ? 'became known' : 'known'} ${whenKnown(contact)}`;

/** The outcome of a tie, with the article's own word if it says more: "cut (seized)". */
export function outcomeInWords({ outcome, ended }: Tie): string {
	const what = outcome === 'ended in dispute' ? 'ended, why is disputed' : outcome;
	return ended === null || ended === outcome ? what : `${what} (${ended})`;
}
