/** The data of the method page, computed from the story. */
import type { Story } from '#lib/model/story.ts';
import { indexBars } from './index-bars.ts';
import { claimMatrix } from './claim-matrix.ts';
import { coding } from './coding.ts';
import { namesIn, type Named } from './words.ts';
import type { Basis } from '#lib/model/records.ts';
import { oneSource } from './one-source.ts';

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
		verified: report.verified.fingerprint,
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
