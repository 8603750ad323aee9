/** Last phase: sorts all lists, makes them safe for JSON, and adds counts. */
import type { Copy, Paragraph } from '#lib/model/copy.ts';
import type { Method, Newsroom } from '#lib/model/method.ts';
import { RECORD_LISTS } from '#lib/model/record-lists.ts';
import type { DateSpan, Kind } from '#lib/model/records.ts';
import type { Report, Story } from '#lib/model/story.ts';
import type { Subject } from '#lib/model/subject.ts';
import { order } from './diagnostic.ts';
import { withMeans } from './records/eras.ts';
import { network } from './places/network.ts';
import type { Resolved } from './resolve.ts';

/** The story in the form that pages use. The same seeds give the same bytes. */
export function emit(resolved: Resolved, subject: Subject, copy: Copy, method: Method, newsroom: Newsroom): Story {
	const { sources, questions, positions, annotations } = resolved;
	const events = byDate(resolved.events, ({ date }) => date);
	const contacts = byDate(resolved.contacts, ({ date }) => date);
	const actors = byId(resolved.actors);
	const places = new Map(annotations.map(({ id }, i) => [id, i]));
	const quotations = [...resolved.quotations].sort(
		(a, b) => (places.get(a.annotation) ?? 0) - (places.get(b.annotation) ?? 0) || order(a.id, b.id),
	);
	return {
		subject,
		copy,
		sources,
		actors,
		events,
		ties: byDate(resolved.ties, ({ opened, cut }) => opened ?? cut),
		contacts,
		questions,
		positions,
		quotations,
		figures: byId(resolved.figures),
		annotations,
		eras: withMeans(resolved.eras, events),
		network: network(actors, contacts, subject),
		kinds: resolved.kinds,
		report: report(resolved, copy),
		method,
		corrections: resolved.corrections,
		newsroom,
	};
}

function byId<T extends { readonly id: string }>(records: readonly T[]): T[] {
	return [...records].sort((a, b) => order(a.id, b.id));
}

/** By earliest day, then latest, then id; records without a date last. */
function byDate<T extends { readonly id: string }>(records: readonly T[], date: (record: T) => DateSpan | null): T[] {
	const key = (record: T) => date(record)?.min ?? '~';
	return [...records].sort((a, b) => order(key(a), key(b)) || order(a.id, b.id));
}

function report(resolved: Resolved, copy: Copy): Report {
	const { sources, events } = resolved;
	const counts = Object.entries(RECORD_LISTS).map(([list, kind]) => [
		kind,
		resolved[list as keyof typeof RECORD_LISTS].length,
	]);
	const single = events.filter((event) => event.sources.length === 1).length;
	const steps = copy.chapters.flatMap((chapter) => chapter.steps);
	return {
		counts: {
			...(Object.fromEntries(counts) as Record<Kind, number>),
			annotation: resolved.annotations.length,
			step: steps.length,
			word: wordCount(copy),
		},
		singleSource: events.length === 0 ? 0 : single / events.length,
		quoted: Object.fromEntries(sources.map(({ id, quotedShare }) => [id, quotedShare])),
		accounted: resolved.accounted,
		verified: resolved.verified,
	};
}

/** Words that readers read in running order: titles, headings and paragraphs, but not charts, captions or descriptions. */
function wordCount({ title, standfirst, chapters }: Copy): number {
	const texts = [
		title,
		inWords(standfirst),
		...chapters.flatMap((chapter) => [
			chapter.title,
			...chapter.intro.map(inWords),
			...chapter.steps.flatMap((step) => [step.heading, ...step.text.map(inWords)]),
		]),
	];
	return texts
		.join(' ')
		.split(/\s+/)
		.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function inWords(paragraph: Paragraph): string {
	return paragraph.map(({ text }) => text).join('');
}
