/** The data of the method page, computed from the story. */
import type { Story } from '#lib/model/story.ts';
import { claimMatrix, indexBars } from './index-bars.ts';
import { coding } from './coding.ts';
import { namesIn, type Named } from './words.ts';
import type { Basis, Id, Source } from '#lib/model/records.ts';

/** Krippendorff's limits, as the compiler applies them. */
export const bounds = { firm: 0.8, tentative: 0.667 };

export function methodPage(story: Story) {
	const { method, events, eras, sources, contacts, ties, copy, report, corrections, newsroom } = story;
	const named = namesIn(story);
	const misleading = events
		.filter((event) => event.misleads !== null && event.cameo?.goldstein !== undefined)
		.sort((a, b) => (b.cameo?.goldstein ?? 0) - (a.cameo?.goldstein ?? 0));
	return {
		counts: { sources: sources.length, events: events.length, contacts: contacts.length, ties: ties.length },
		passages: report.counts.annotation,
		proved: report.verified.fingerprint,
		coding: coding(story),
		method,
		eras,
		bars: indexBars(method.results, eras),
		matrix: claimMatrix(method, story),
		claims: method.claims,
		copy: { title: copy.title, charts: copy.charts },
		oneSource: oneSource(story),
		misleading,
		sources,
		parties: story.subject.parties,
		outside: outside(story),
		corrections: corrections.map((correction) => ({ ...correction, records: correction.records.map(named) })),
		newsroom,
	};
}

export type MethodPage = ReturnType<typeof methodPage>;

/** Each record with the note that says from what; groups without a record are left out. */
function outside({ sources, actors }: Pick<Story, 'sources' | 'actors'>) {
	const publishers = (basis: Basis): Named[] =>
		sources
			.filter(({ publisher }) => publisher.basis === basis)
			.map(({ id, publisher }) => ({ id, title: noted(publisher.value, publisher.note) }));
	const sides = (basis: Basis): Named[] =>
		actors
			.filter(({ sideFrom }) => sideFrom?.basis === basis)
			.map(({ id, name, sideFrom }) => ({ id, title: noted(name, sideFrom?.note) }));
	return [
		{ what: 'Publishers known only from outside', records: publishers('outside') },
		{ what: 'Publishers inferred from the text', records: publishers('inferred') },
		{ what: 'Actors whose country is known only from outside', records: sides('outside') },
		{ what: 'Actors whose country is inferred', records: sides('inferred') },
	].filter(({ records }) => records.length > 0);
}

function noted(name: string, note: string | undefined): string {
	return note === undefined ? name : `${name} (${note})`;
}

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
	const isWhole = (era: Support) =>
		era.single.length === era.events && era.single.every((one) => one.source?.id === source.id);
	const end = eras.findIndex((era) => !isWhole(era));
	const whole = eras.slice(0, end < 0 ? eras.length : end);
	const last = whole.at(-1);
	if (last === undefined) return null;
	return { until: last.label, events: whole.reduce((sum, era) => sum + era.events, 0), source };
}
