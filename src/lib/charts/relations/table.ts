import { between, scoredEvents, type WordsSlice } from './describe.ts';
import { inWords, sourceList } from '#lib/charts/words.ts';
import type { Table } from '#lib/model/chart.ts';
import { signed } from '#lib/model/numbers.ts';
import type { Event, Id } from '#lib/model/records.ts';
import type { Subject } from '#lib/model/subject.ts';

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
