/** The two codings: the record of each row, agreement, and how differences were settled. */
import type { Accounted, Story } from '#lib/model/story.ts';
import { namesIn } from './words.ts';

export function coding(story: Story) {
	const { accounted } = story.report;
	const { units, only, root, score, resamples } = story.method.reliability;
	const named = namesIn(story);
	const events = new Map(story.events.map((event) => [event.id, event]));
	const fate = (one: Accounted['fate']) => accounted.filter((row) => row.fate === one).length;
	const by = (coder: string) => accounted.filter(({ row }) => row.startsWith(coder)).length;
	return {
		rows: { a: by('a'), b: by('b') },
		fates: { taken: fate('taken'), merged: fate('merged'), 'left out': fate('left out') },
		/** Rows that are not a record of their own, with the reason. */
		aside: accounted
			.filter((row) => row.fate !== 'taken')
			.map(({ row, record, why }) => ({ row, into: record === null ? null : named(record), why: why ?? '' })),
		root,
		score,
		resamples,
		only: { a: only.a.map(named), b: only.b.map(named) },
		disagreements: units
			.filter(({ a, b }) => a.code !== b.code)
			.map(({ record, a, b }) => ({
				record: named(record),
				a,
				b,
				/** Null for a contact, which has no code. */
				settled: events.get(record)?.cameo ?? null,
				why: events.get(record)?.settled ?? '',
				isContact: story.kinds[record] === 'contact',
				isScored: a.goldstein !== b.goldstein,
			})),
	};
}
