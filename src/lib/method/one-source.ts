import type { Id, Source } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';

/** What one article alone tells, of all events (`share`: 0–1) and by era, with that article. */
export function oneSource({ events, eras, sources }: Pick<Story, 'events' | 'eras' | 'sources'>) {
	const source = (id: Id | undefined) => sources.find((one) => one.id === id);
	const byEra = eras.map(({ id, label }) => {
		const mine = events.filter(({ era }) => era === id);
		const single = mine.filter((event) => event.sources.length === 1);
		return {
			era: id,
			label,
			events: mine.length,
			single: single.map((event) => ({ event, source: source(event.sources[0]) })),
		};
	});
	const single = byEra.reduce((sum, era) => sum + era.single.length, 0);
	return {
		share: events.length === 0 ? 0 : single / events.length,
		events: events.length,
		single,
		eras: byEra,
		early: early(byEra),
	};
}

interface Support {
	readonly label: string;
	readonly events: number;
	readonly single: readonly { readonly source: Source | undefined }[];
}

/** The first eras in which one article tells all events, with that article. */
function early(eras: readonly Support[]) {
	const source = eras[0]?.single[0]?.source;
	if (source === undefined) return null;
	const isOfOneSource = (era: Support) =>
		era.single.length === era.events && era.single.every((one) => one.source?.id === source.id);
	const end = eras.findIndex((era) => !isOfOneSource(era));
	const first = eras.slice(0, end < 0 ? eras.length : end);
	const last = first.at(-1);
	if (last === undefined) return null;
	return { until: last.label, events: first.reduce((sum, era) => sum + era.events, 0), source };
}
