/** The last released edition, record by record: after it, no record changes without a correction. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { FOLLOWS, RECORD_LISTS } from '#lib/model/record-lists.ts';
import type { Story } from '#lib/model/story.ts';
import type { BlockSpots } from '#compile/copy/outline.ts';
import { fixedPages } from '#compile/copy/fixed-pages.ts';
import { order, quoted, type Spot, type Reporter } from '#compile/diagnostic.ts';
import type { Item, SubjectSeed } from './items.ts';

const logFile = 'seeds/corrections.yaml';

export const releasedShape = z.strictObject({
	released: z.iso.date(),
	/** By id, the first 16 digits of the SHA-256 of the record with its passages. */
	records: z.record(z.string(), z.string().regex(/^[0-9a-f]{16}$/, 'put back what npm run seeds -- --release wrote')),
	/** Ids of steps, chapters and charts, former ones too, in order, and pages: these are public addresses as well. */
	steps: z.array(z.string()).default([]),
	chapters: z.array(z.string()).default([]),
	charts: z.array(z.string()).default([]),
	pages: z.array(z.string()).default([]),
});
export type Released = z.infer<typeof releasedShape>;

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
		...placesOf(story),
	};
}

/** Places where a removed address can be redirected: blocks of the copy, and `seeds/story.yaml`. */
export interface Spots {
	readonly copy: BlockSpots;
	readonly subject: Item<SubjectSeed>;
}

interface Named {
	readonly id: string;
	readonly formerly: readonly string[];
}

/** All ids of these, former ones too, in order. */
const idsOf = (all: readonly Named[]): string[] => all.flatMap(({ id, formerly }) => [id, ...formerly]);

/** The parts of a story that have addresses beside the records. */
const placesOf = ({ copy, subject }: Story) => ({
	steps: idsOf(copy.chapters.flatMap(({ steps }) => steps)),
	chapters: idsOf(copy.chapters),
	charts: idsOf(Object.values(copy.charts)),
	pages: [...fixedPages, ...Object.keys(subject.formerly)],
});

/** Reports each step, chapter, chart and page whose public address no longer leads anywhere. */
function checkPlaces(story: Story, released: Released, spots: Spots, report: Reporter): void {
	const now = placesOf(story);
	const start = { file: `src/copy/${story.copy.language}.aml`, line: 1, column: 1 };
	const gone = (what: string) => `${what} was released on ${released.released} and is missing, but its URL is public`;
	const { chapters } = story.copy;
	const named = {
		steps: chapters.flatMap(({ steps }) => steps),
		chapters,
		charts: Object.values(story.copy.charts),
	} as const satisfies Record<string, readonly Named[]>;
	const instead = {
		steps: 'in the step that its URL, its card and its embeds lead to',
		chapters: 'in the chapter that its URL leads to',
		charts: 'in the block {charts.<chart>} of the chart that its URL, its pictures and its embeds lead to',
	};
	for (const kind of ['steps', 'chapters', 'charts'] as const) {
		const one = kind.slice(0, -1);
		/** The block in this one's place, or before it. */
		const near = (id: string): Spot => {
			const before = released[kind].slice(0, released[kind].indexOf(id)).reverse();
			const left = before.flatMap((other) => named[kind].filter((each) => idsOf([each]).includes(other)))[0];
			return spots.copy.get(`${one} ${(left ?? named[kind][0])?.id ?? ''}`) ?? start;
		};
		for (const id of released[kind].filter((each) => !now[kind].includes(each)))
			report(
				near(id),
				'released-gone',
				`${gone(`the ${one} ${quoted(id)}`)}; restore it, or write “formerly: ${id}” ${instead[kind]}`,
			);
	}
	for (const page of released.pages.filter((each) => !now.pages.includes(each)))
		report(
			spots.subject.at('formerly'),
			'released-gone',
			`${gone(`the page ${page}`)}; restore it, or write “${page}” under “formerly” here, below the page that it leads to, as in “formerly: { /method/: [${page}] }”`,
		);
}

/** Reports each record that differs from the release without a later correction, and each that is gone. */
export function checkReleased(story: Story, released: Released, spots: Spots, report: Reporter): void {
	checkPlaces(story, released, spots, report);
	const spot = { file: logFile, line: 1, column: 1 };
	const now = new Map(Object.entries(releaseOf(story).records));
	const before = new Map(Object.entries(released.records));
	const logged = new Set(
		story.corrections.filter(({ date }) => date >= released.released).flatMap(({ records }) => records),
	);
	const renamed = new Set([...story.events, ...story.ties, ...story.contacts].flatMap(({ formerly }) => formerly));
	for (const id of before.keys()) {
		if (now.has(id) || renamed.has(id)) continue;
		const message = `${quoted(id)} was released on ${released.released} and is missing, but its URL is public; either restore it and log here what is wrong with it, or write the id under “formerly” of the event, tie or contact that replaces it`;
		report(spot, 'released-gone', message);
	}
	const unlogged = [...now].flatMap(([id, hash]) => (before.get(id) === hash || logged.has(id) ? [] : id));
	for (const isNew of [false, true]) {
		const ids = unlogged.filter((id) => before.has(id) !== isNew);
		if (ids.length === 0) continue;
		const isOne = ids.length === 1;
		const what = `${isOne ? 'has' : 'have'} ${isNew ? 'been added' : 'changed'} since the release`;
		const message = `${ids.map(quoted).join(', ')} ${what} of ${released.released}; add an entry with ${isOne ? 'it' : 'them'} under “records”, and with what it said, what it says and why`;
		report(spot, 'change-unlogged', message);
	}
}
