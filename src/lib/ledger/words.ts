/** The codes of the records in words, as in the codebook. */
import type { Actor, ContactStatus, Dyad, EventStatus, Genre, Stated } from '#lib/model/records.ts';
import { directionOf, kindInWords, type Subject } from '#lib/model/subject.ts';

export const genres: Readonly<Record<Genre, string>> = {
	analysis: 'An analysis: reporting, with its author’s reading of it.',
	'aggregated news': 'Aggregated news: a report put together from the reports of others.',
	'fact-check': 'A fact-check: it takes up a claim, and rates it.',
	'news report': 'A news report: what somebody said or did.',
	opinion: 'An opinion: it argues its author’s view.',
};

export const eventStatuses: Readonly<Record<EventStatus, string>> = {
	asserted: 'an article says so in its own voice',
	reported: 'an article gives it as somebody’s word',
	alleged: 'an article tells it with a doubt of its own, as an allegation or as what seems so',
	disputed: 'an article, or a person in it, denies it',
	announced: 'no article says that it took place',
};

export const contactStatuses: Readonly<Record<ContactStatus, string>> = {
	confirmed: 'a participant said so in public, or a published picture shows it',
	reported: 'an article tells it, as its own or others’ reporting',
	alleged: 'told as an allegation, or told by some and denied by others',
	proposed: 'planned, offered or announced; no article says that it came about',
	denied: 'it stands in the articles only as something denied',
};

/** "an act of the United States towards Russia", "an act of both". */
export function dyadInWords(dyad: Dyad, subject: Subject): string {
	const direction = directionOf(dyad, subject);
	if (direction) return `an act of ${direction.map(({ name }) => name).join(' towards ')}`;
	if (dyad === 'mutual') return 'an act of both';
	return dyad === 'internal'
		? `no act of one ${subject.parties.one} towards another`
		: 'others act or are acted upon, with one of the two or without';
}

/** "Russian person", "state", "organisation of neither state", and the basis if no article states it. */
export function actorKind({ kind, side, sideFrom }: Actor, subject: Subject): string {
	if (kind === 'state') return 'state';
	const from = sideFrom ? `, ${basisInWords({ value: '', ...sideFrom })}` : '';
	const what = kind === 'group' ? 'group of persons' : kind;
	const clause = side === 'unknown' ? what : kindInWords({ kind: what, side }, subject);
	return from === '' ? clause : `${clause}${from}`;
}

/** The basis of a fact about an article. */
export function basisInWords({ basis, note }: Stated): string {
	const how = { stated: 'stated in the text', inferred: 'inferred', outside: 'known from outside the text' }[basis];
	return [how, note].filter(Boolean).join('; ');
}

/** "33 percent". */
export const percent = (share: number): string => `${Math.round(share * 100)} percent`;

/** Cut after a whole word to at most `length` characters, including an ellipsis. */
export function shortened(text: string, length: number): string {
	if (text.length <= length) return text;
	const words = text.slice(0, length - 1);
	const end = words.lastIndexOf(' ');
	return `${(end > 0 ? words.slice(0, end) : words).replace(/[\s,;:–-]+$/, '')}…`;
}
