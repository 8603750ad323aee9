/** The relations chart in words: the name of each mark, and the table that holds the same rows. */
import { heardScore, signed, sourceList, support } from '#lib/charts/words.ts';
import type { Table } from '#lib/model/chart.ts';
import type { Cameo, Event, Id } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';

export type WordsSlice = Pick<Story, 'events' | 'sources' | 'actors'>;

/** An event with a score, as the chart draws it. */
export type ScoredEvent = Event & { readonly cameo: Cameo & { readonly goldstein: number } };

const BETWEEN: Readonly<Record<Event['dyad'], string>> = {
	'us-ru': 'United States → Russia',
	'ru-us': 'Russia → United States',
	mutual: 'United States and Russia',
	'third-party': 'others involved',
	internal: 'inside one state',
};

/** The events that have marks: scored, and not inside one state. Keeps their order. */
export function scoredEvents(events: readonly Event[]): ScoredEvent[] {
	return events.filter(
		(event): event is ScoredEvent => typeof event.cameo?.goldstein === 'number' && event.dyad !== 'internal',
	);
}

/** What a mark is called: title, between whom, status, date, score, and how many articles report it. */
export function markName(event: ScoredEvent, slice: Pick<Story, 'sources'>): string {
	const act = `${BETWEEN[event.dyad].replace('→', 'towards')}, ${event.status}, ${event.date.words}`;
	return `${event.title}. ${act}. Score ${heardScore(event.cameo.goldstein)}, ${support(event, slice.sources)}.`;
}

/** One row for each mark, in its order. */
export function relationsTable(slice: WordsSlice): Table {
	const names = new Map(slice.actors.map((actor) => [actor.id, actor.name]));
	return {
		caption: 'Scored events between the United States, Russia and third parties, as reported in these five articles',
		columns: ['Event', 'Date', 'Between', 'Code and name', 'Score', 'Status', 'Sources'],
		rows: scoredEvents(slice.events).map((event) => ({
			id: event.id,
			cells: [
				event.title,
				event.date.words,
				parties(event, names),
				`${event.cameo.code} ${event.cameo.name}`,
				signed(event.cameo.goldstein),
				event.status,
				sourceList(event, slice.sources),
			],
		})),
	};
}

function parties(event: Event, names: ReadonlyMap<Id, string>): string {
	const list = (ids: readonly Id[]): string => ids.map((id) => names.get(id) ?? id).join(', ');
	if (!event.initiators.length || !event.targets.length) return BETWEEN[event.dyad];
	return `${list(event.initiators)} ${event.dyad === 'mutual' ? 'and' : '→'} ${list(event.targets)}`;
}
