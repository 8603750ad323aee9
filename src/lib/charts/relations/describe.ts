/** The relations chart in words: the name of each mark, and the table with the same rows. */
import { spokenScore, inWords, sourceList, support } from '#lib/charts/words.ts';
import { signed } from '#lib/model/numbers.ts';
import type { Table } from '#lib/model/chart.ts';
import { capitalised } from '#lib/model/text.ts';
import type { Cameo, Event, Id } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { directionOf, type Subject } from '#lib/model/subject.ts';
import { balance } from './eras.ts';

export type WordsSlice = Pick<Story, 'events' | 'sources' | 'actors' | 'subject'>;

/** An event with a score, as the chart draws it. */
export type ScoredEvent = Event & { readonly cameo: Cameo & { readonly goldstein: number } };

/** "United States → Russia", "United States and Russia", "others involved". */
function between({ dyad }: Event, subject: Subject): string {
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

/** The name of a mark: title, between whom, status, date, score, and how many articles report it. */
export function markName(event: ScoredEvent, slice: Pick<Story, 'sources' | 'subject'>): string {
	const act = `${between(event, slice.subject).replace('→', 'towards')}, ${event.status}, ${event.date.words}`;
	return `${event.title}. ${capitalised(act)}. Score ${spokenScore(event.cameo.goldstein)}, ${support(event, slice.sources)}.`;
}

/** The finding of each era, by its id, for the heading of a narrow drawing. */
export function relationsFindings({ events, eras }: Pick<Story, 'events' | 'eras'>): Readonly<Record<Id, string>> {
	const scored = scoredEvents(events);
	const scores = (era: Id): number[] => scored.filter((event) => event.era === era).map(({ cameo }) => cameo.goldstein);
	return Object.fromEntries(eras.map((era) => [era.id, balance(era, scores(era.id))]));
}

/** One row for each mark, in its order. */
export function relationsTable(slice: WordsSlice): Table {
	const names = new Map(slice.actors.map((actor) => [actor.id, actor.name]));
	const [first, second] = slice.subject.sides;
	return {
		caption: `Scored events between ${first.name}, ${second.name} and third parties, as reported in these ${inWords(slice.sources.length)} articles`,
		columns: ['Event', 'Date', 'Between', 'Code and name', 'Score', 'Status', 'Sources'],
		rows: scoredEvents(slice.events).map((event) => ({
			id: event.id,
			cells: [
				event.title,
				event.date.words,
				parties(event, names, slice.subject),
				`${event.cameo.code} ${event.cameo.name}`,
				signed(event.cameo.goldstein),
				event.status,
				sourceList(event, slice.sources),
			],
		})),
	};
}

function parties(event: Event, names: ReadonlyMap<Id, string>, subject: Subject): string {
	const list = (ids: readonly Id[]): string => ids.map((id) => names.get(id) ?? id).join(', ');
	if (!event.initiators.length || !event.targets.length) return between(event, subject);
	return `${list(event.initiators)} ${event.dyad === 'mutual' ? 'and' : '→'} ${list(event.targets)}`;
}
