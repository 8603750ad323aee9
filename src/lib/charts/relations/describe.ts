/** The relations chart in words: the name of each mark, and the table with the same rows. */
import { spokenScore, support } from '#lib/charts/words.ts';
import { capitalised } from '#lib/model/text.ts';
import type { Cameo, Event, Id } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { directionOf, type Subject } from '#lib/model/subject.ts';
import { balance } from './eras.ts';

export type WordsSlice = Pick<Story, 'events' | 'sources' | 'actors' | 'subject'>;

/** An event with a score, as the chart draws it. */
export type ScoredEvent = Event & { readonly cameo: Cameo & { readonly goldstein: number } };

/** "United States → Russia", "United States and Russia", "others involved". */
export function between({ dyad }: Event, subject: Subject): string {
	const direction = directionOf(dyad, subject);
	if (direction) return direction.map(({ short }) => short).join(' → ');
	if (dyad === 'mutual') return subject.sides.map(({ short }) => short).join(' and ');
	return dyad === 'internal' ? `inside one ${subject.parties.one}` : 'others involved';
}

/** The events that have marks: scored, and not within one side. Keeps their order. */
export function scoredEvents(events: readonly Event[]): ScoredEvent[] {
	return events.filter(
		(event): event is ScoredEvent => typeof event.cameo?.goldstein === 'number' && event.dyad !== 'internal',
	);
}

/**
 * The name of a mark: title, between whom, status, date, score, and how many articles report it. `isDated`: whether the words before
 * it have the date.
 */
export function markName(event: ScoredEvent, slice: Pick<Story, 'sources' | 'subject'>, isDated = false): string {
	const act = [
		between(event, slice.subject).replace('→', 'towards'),
		event.status,
		...(isDated ? [] : [event.date.words]),
	].join(', ');
	return `${event.title}. ${capitalised(act)}. Score ${spokenScore(event.cameo.goldstein)}, ${support(event, slice.sources)}.`;
}

/** The finding of each era, by its id, for the heading of a narrow drawing. */
export function relationsFindings({ events, eras }: Pick<Story, 'events' | 'eras'>): Readonly<Record<Id, string>> {
	const scored = scoredEvents(events);
	const scores = (era: Id): number[] => scored.filter((event) => event.era === era).map(({ cameo }) => cameo.goldstein);
	return Object.fromEntries(eras.map((era) => [era.id, balance(era, scores(era.id))]));
}
