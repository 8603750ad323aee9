/** Everything that the method page says, computed from the story. */
import type { Story } from '#lib/model/story.ts';
import { claimMatrix } from './claim-matrix.ts';
import { coding } from './coding.ts';
import { indexBars } from './index-bars.ts';
import { oneSource } from './one-source.ts';
import { outside } from './outside.ts';
import { namesIn } from './records.ts';

/** Krippendorff's bounds, as the compiler judges by them. */
export const bounds = { firm: 0.8, tentative: 0.667 };

/** The page's slice of the story. */
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
