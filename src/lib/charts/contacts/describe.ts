/** The network in words: the names of marks, and when contacts took place. */
import type { Actor, Contact, Source } from '#lib/model/records.ts';
import { kindInWords, type Subject } from '#lib/model/subject.ts';
import { knownInWords } from '#lib/model/words.ts';
import { compactDate } from '#lib/charts/dates.ts';
import { inWords, support } from '#lib/charts/words.ts';
import { capitalised } from '#lib/model/text.ts';

/** The accessible name of a contact: what, its status, when, and how many of the sources report or dispute it. */
export function contactName(contact: Contact, sources: readonly Source[]): string {
	// The words on the mark come first, for speech input.
	const written = [contact.short, whenLabel(contact), contact.status, contact.sources.length].join(', ');
	const facts = `Status: ${contact.status}. ${capitalised(whenInWords(contact))}; ${knownInWords(contact)}`;
	return `${written}. ${contact.title}. ${facts}. ${capitalised(support(contact, sources))}`;
}

/** A reported time is attributed; a confirmed or planned one is not. */
const isSaid = ({ status }: Contact): boolean => status === 'reported' || status === 'alleged' || status === 'denied';

/** "said to be of December 2016", "planned for 11 July 2017", "no date given (between 2008 and 2017)". */
export function whenInWords(contact: Contact): string {
	const { date, status } = contact;
	if (!date.given) return date.words;
	if (status === 'proposed') return `planned for ${date.words}`;
	return isSaid(contact) ? `said to be of ${date.words}` : date.words;
}

/**
 * When, in short, on a mark, where its status follows: "10 Dec 2015", "2016–Jan ’17", "no date given". The other way round,
 * "reported 10 Dec 2015" would date the report.
 */
export function whenLabel({ date }: Contact): string {
	return compactDate(date);
}

/** The accessible name of an actor in the network; the words beside the mark come first. */
export function actorName(
	actor: Actor,
	{ contacts, degree, written }: { contacts: number; degree: 1 | 2; written: readonly string[] },
	subject: Subject,
): string {
	const circle = degree === 2 ? ', wider circle' : '';
	return `${written.join(' ')}. ${actor.name}, ${kindInWords(actor, subject)}, ${inWords(contacts)} ${contacts === 1 ? 'contact' : 'contacts'}${circle}`;
}
