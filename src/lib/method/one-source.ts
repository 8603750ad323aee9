/** How much rests on a single article, era by era. */
import type { Event, Id, Source } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';

export interface EraSupport {
	readonly era: Id;
	readonly label: string;
	readonly events: number;
	/** Those told by one article, with that article. */
	readonly single: readonly { readonly event: Event; readonly source: Source | undefined }[];
}

export interface OneSource {
	/** Share (0–1) of all events. */
	readonly share: number;
	readonly events: number;
	readonly single: number;
	readonly eras: readonly EraSupport[];
	/** The eras, from the first on, in which a single article tells every event; with that article. */
	readonly early: { readonly until: string; readonly events: number; readonly source: Source } | null;
}

export function oneSource({ events, eras, sources }: Pick<Story, 'events' | 'eras' | 'sources'>): OneSource {
	const source = (id: Id | undefined) => sources.find((one) => one.id === id);
	const byEra = eras.map(({ id, label }): EraSupport => {
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

function early(eras: readonly EraSupport[]): OneSource['early'] {
	const source = eras[0]?.single[0]?.source;
	if (source === undefined) return null;
	const isWhole = (era: EraSupport) =>
		era.single.length === era.events && era.single.every((one) => one.source?.id === source.id);
	const end = eras.findIndex((era) => !isWhole(era));
	const whole = eras.slice(0, end < 0 ? eras.length : end);
	const last = whole.at(-1);
	if (last === undefined) return null;
	return { until: last.label, events: whole.reduce((sum, era) => sum + era.events, 0), source };
}
