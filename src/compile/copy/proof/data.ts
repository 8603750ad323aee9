/** The data in the form in which the copy counts and cites them. */
import { group } from 'd3';
import { pointedAtIn } from '#lib/model/charts.ts';
import { RECORD_LISTS } from '#lib/model/record-lists.ts';
import type { Id } from '#lib/model/records.ts';
import type { PositionKind } from '#lib/model/questions.ts';
import type { Story } from '#lib/model/story.ts';

/** A record with values derived from others: which charts draw it, how many articles mention it. */
export type Row = Readonly<Record<string, unknown>>;

/** Ids, as the keys of a set or of a map. */
export type IdSet = Pick<ReadonlySet<Id>, 'has' | 'keys'>;

export interface Data {
	/** By plural: `events`, `ties` … */
	readonly rows: ReadonlyMap<string, readonly Row[]>;
	/** By key, the different values that these rows have, but for none; by plural. */
	readonly values: (kind: string) => ReadonlyMap<string, ReadonlySet<unknown>>;
	/** The record with this id, if a chart may draw it. */
	readonly drawable: (id: Id) => Row | undefined;
	/** Current ids by former ids. */
	readonly renamed: ReadonlyMap<string, Id>;
	/** The ids that a sentence may cite. */
	readonly records: IdSet;
	readonly idsOf: (plural: string) => ReadonlySet<Id>;
	readonly eras: readonly Id[];
	readonly ids: ReadonlySet<string>;
	readonly firstYear: number;
	readonly lastYear: number;
	/** The first and last year of an era, or of the whole period for any other frame. */
	readonly yearsOf: (frame: string) => readonly [number, number];
	/** The dates of a record, and the passages that support it. */
	readonly evidence: (record: Id) => Evidence;
}

export interface Evidence {
	/** EDTF, with the words that a reader sees. */
	readonly dates: readonly { readonly edtf: string; readonly words: string }[];
	/** Each passage with the words just before and after it, as far as the seeds have them. */
	readonly passages: readonly string[];
	/** The publication dates of the articles that hold those passages, EDTF. */
	readonly published: readonly string[];
	readonly value: number | null;
}

type Records = Pick<Story, keyof typeof RECORD_LISTS | 'annotations'> & {
	readonly eras: readonly { readonly id: Id; readonly from: string; readonly to: string }[];
};

export function dataOf(records: Records): Data {
	const { sources, actors, events, ties, contacts, questions, positions, quotations, figures, annotations, eras } =
		records;
	const taking = new Set(contacts.flatMap(({ participants }) => participants));
	const byQuestion = group(positions, ({ question }) => question);
	const drawnPositions = pointedAtIn('position');
	const rows = new Map<string, readonly Row[]>([
		['sources', sources.map((source) => ({ ...source, drawn: pointedAtIn('source') }))],
		['actors', actors.map((actor) => ({ ...actor, drawn: taking.has(actor.id) ? pointedAtIn('actor') : [] }))],
		[
			'events',
			events.map((event) => ({
				...event,
				score: event.cameo?.goldstein ?? null,
				drawn: isScoredBetween(event) ? pointedAtIn('event') : [],
			})),
		],
		['ties', ties.map((tie) => ({ ...tie, drawn: pointedAtIn('tie') }))],
		['contacts', contacts.map((contact) => ({ ...contact, drawn: pointedAtIn('contact') }))],
		[
			'questions',
			questions.map((question) => ({
				...question,
				...answersOf(byQuestion.get(question.id) ?? []),
				drawn: pointedAtIn('question'),
			})),
		],
		[
			'positions',
			positions.map((position) => ({
				...position,
				drawn: position.position === 'silent' ? [] : drawnPositions,
			})),
		],
		['quotations', quotations.map((quotation) => ({ ...quotation }))],
		['figures', figures.map((figure) => ({ ...figure }))],
		['passages', annotations.map((annotation) => ({ ...annotation }))],
		['facts', sources.flatMap(factsOf)],
		['eras', eras.map((era) => ({ ...era }))],
	]);
	const byId = new Map<Id, Row>();
	const ids = new Set<string>();
	for (const [kind, all] of rows) {
		const areRecords = Object.hasOwn(RECORD_LISTS, kind);
		for (const row of all) {
			const id = String(row['id']);
			ids.add(id);
			if (areRecords) byId.set(id, row);
		}
	}
	const passages = new Map(annotations.map((annotation) => [annotation.id, annotation]));
	const publishedBy = new Map(sources.map(({ id, published }) => [id, published.edtf]));
	const yearOf = (day: string | undefined): number => Number(day?.slice(0, 4) ?? 0);
	const [firstYear, lastYear] = [yearOf(eras[0]?.from), yearOf(eras.at(-1)?.to)];
	const values = new Map<string, ReturnType<Data['values']>>();
	return {
		rows,
		values: (kind) => {
			const found = values.get(kind) ?? valuesIn(rows.get(kind) ?? []);
			values.set(kind, found);
			return found;
		},
		drawable: (id) => {
			const row = byId.get(id);
			return row && 'drawn' in row ? row : undefined;
		},
		renamed: new Map(
			[...events, ...ties, ...contacts].flatMap(({ id, formerly }) => formerly.map((old) => [old, id] as const)),
		),
		records: byId,
		idsOf: (plural) => new Set((rows.get(plural) ?? []).map((row) => String(row['id']))),
		eras: eras.map(({ id }) => id),
		ids,
		firstYear,
		lastYear,
		yearsOf: (frame) => {
			const era = eras.find(({ id }) => id === frame);
			return era ? [yearOf(era.from), yearOf(era.to)] : [firstYear, lastYear];
		},
		evidence: (id) => {
			const row = byId.get(id) ?? {};
			const ids = Array.isArray(row['evidence']) ? (row['evidence'] as Id[]) : [];
			const read = ids.flatMap((each) => passages.get(each) ?? []);
			return {
				dates: Object.values(row).flatMap(datesIn),
				passages: read.map(({ prefix, exact, suffix }) => [prefix, exact, suffix].join(' ')),
				published: read.flatMap(({ source }) => publishedBy.get(source) ?? []),
				value: typeof row['value'] === 'number' ? row['value'] : null,
			};
		},
	};
}

function valuesIn(rows: readonly Row[]): ReadonlyMap<string, ReadonlySet<unknown>> {
	const found = new Map<string, Set<unknown>>();
	for (const row of rows)
		for (const [key, value] of Object.entries(row)) {
			const values = found.get(key) ?? new Set();
			found.set(key, values);
			if (!isNone(value)) values.add(value);
		}
	return found;
}

/** The events that the chart of relations draws: those with a score that are not within one side. */
function isScoredBetween({ cameo, dyad }: Story['events'][number]): boolean {
	return typeof cameo?.goldstein === 'number' && dyad !== 'internal';
}

const KINDS: readonly PositionKind[] = ['affirms', 'denies', 'qualifies', 'silent'];

/** How many articles take each position on a question, and how many take any. */
function answersOf(positions: Story['positions']): Record<string, number> {
	const kinds = positions.map(({ position }) => position);
	const count = (kind: PositionKind): number => kinds.filter((each) => each === kind).length;
	const spoken = kinds.filter((kind) => kind !== 'silent');
	const by = Object.fromEntries(KINDS.map((kind) => [kind, count(kind)]));
	return { ...by, speaking: spoken.length, answers: new Set(spoken).size };
}

function factsOf({ id, publisher, headline, byline }: Story['sources'][number]): Row[] {
	return Object.entries({ publisher, headline, byline }).flatMap(([name, fact]) =>
		fact === null ? [] : [{ id: `${name} of ${id}`, source: id, name, basis: fact.basis }],
	);
}

function datesIn(value: unknown): Evidence['dates'] {
	if (isSpan(value)) return value.edtf === '' ? [] : [value];
	return Array.isArray(value)
		? value.flatMap((each: unknown) =>
				datesIn(typeof each === 'object' && each !== null && 'date' in each ? each.date : null),
			)
		: [];
}

/** The value, or the fault: what is wrong, and what to write instead. */
export type Result<T> = { readonly value: T } | { readonly fault: string };

export function compares(left: number, sign: string, right: number): boolean {
	if (sign === '=') return left === right;
	if (sign === '!=') return left !== right;
	if (sign === '<') return left < right;
	if (sign === '<=') return left <= right;
	return sign === '>' ? left > right : left >= right;
}

export function isSpan(
	value: unknown,
): value is { readonly min: string; readonly max: string; readonly edtf: string; readonly words: string } {
	return typeof value === 'object' && value !== null && 'edtf' in value && 'min' in value;
}

export function isNone(value: unknown): boolean {
	return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
