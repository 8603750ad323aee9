/** The edition that was released last, record by record: after it, no record changes without a correction. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { chartsOf } from '#lib/model/charts.ts';
import { FOLLOWS, RECORD_LISTS } from '#lib/model/record-lists.ts';
import type { Story } from '#lib/model/story.ts';
import { order, quoted, type Tell } from './diagnostic.ts';

/** Made by `npm run seeds -- --release`; until then nothing has been released. */
export const releasedFile = 'seeds/released.json';
const logFile = 'seeds/corrections.yaml';

export const releasedShape = z.strictObject({
	/** The day of that release. */
	released: z.iso.date(),
	/** By id, the first 16 digits of the SHA-256 of the record with its passages. */
	records: z.record(z.string(), z.string().regex(/^[0-9a-f]{16}$/)),
	/** Steps, those under old names too, and charts: they are addresses as well. */
	steps: z.array(z.string()).default([]),
	charts: z.array(z.string()).default([]),
});
export type Released = z.infer<typeof releasedShape>;

/** What is to be kept of a story when it is released. */
export function releaseOf(story: Story): Released {
	const passages = (id: string) =>
		story.annotations.flatMap(({ source, exact, about }) =>
			about.filter(({ record }) => record === id).map(({ stance }) => [source, exact, stance]),
		);
	const records = Object.keys(RECORD_LISTS)
		.flatMap((list) => story[list as keyof typeof RECORD_LISTS] as readonly { readonly id: string }[])
		.map((record): [string, string] => {
			const content = JSON.stringify([record, passages(record.id)], (key, value: unknown) =>
				FOLLOWS.has(key) ? undefined : value,
			);
			return [record.id, createHash('sha256').update(content).digest('hex').slice(0, 16)];
		});
	return {
		released: story.newsroom.released,
		records: Object.fromEntries(records.sort(([a], [b]) => order(a, b))),
		steps: stepsOf(story),
		charts: chartsOf(story.copy),
	};
}

/** The ids under which a story's steps are found, old ones included. */
const stepsOf = ({ copy }: Story): string[] =>
	copy.chapters.flatMap(({ steps }) => steps.flatMap(({ id, formerly }) => [id, ...formerly])).sort(order);

/** Tells each step and chart whose address is public and leads nowhere any more. */
function checkPlaces(story: Story, { released, steps, charts }: Released, tell: Tell): void {
	const spot = { file: `src/copy/${story.copy.language}.aml`, line: 1, column: 1 };
	const now = new Set(stepsOf(story));
	for (const id of steps.filter((step) => !now.has(step))) {
		const message = `the step ${quoted(id)} was released on ${released} and is gone, but its address is public; put it back, or write “formerly: ${id}” in the step that its address, its card and its embeds lead to`;
		tell(spot, 'released-gone', message);
	}
	const drawn: readonly string[] = chartsOf(story.copy);
	for (const id of charts.filter((chart) => !drawn.includes(chart))) {
		const message = `the chart ${quoted(id)} was released on ${released} and is gone, but others have embedded it; put its words and a step back`;
		tell(spot, 'released-gone', message);
	}
}

/** Tells each record that is not what was released, and that no correction since then names; and what is gone. */
export function checkReleased(story: Story, released: Released, tell: Tell): void {
	checkPlaces(story, released, tell);
	const spot = { file: logFile, line: 1, column: 1 };
	const now = new Map(Object.entries(releaseOf(story).records));
	const before = new Map(Object.entries(released.records));
	const logged = new Set(
		story.corrections.filter(({ date }) => date >= released.released).flatMap(({ records }) => records),
	);
	const renamed = new Set([...story.events, ...story.ties, ...story.contacts].flatMap(({ formerly }) => formerly));
	for (const id of before.keys()) {
		if (now.has(id) || renamed.has(id)) continue;
		const message = `${quoted(id)} was released on ${released.released} and is gone, but its address is public; put it back, and log what is wrong with it`;
		tell(spot, 'released-gone', message);
	}
	for (const [id, hash] of now) {
		if (before.get(id) === hash || logged.has(id)) continue;
		const what = before.has(id) ? 'is not what was released' : 'is new since the release';
		const message = `${quoted(id)} ${what} on ${released.released}; add an entry that names it under records, with what it said, what it says and why`;
		tell(spot, 'change-unlogged', message);
	}
}
