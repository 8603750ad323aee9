/** A random sample of statements of the story, for review by somebody who did not write them. */
import { parse } from '#compile/seeds/parse.ts';
import type { File, Item } from '#compile/seeds/items.ts';
import { citing } from '#lib/ledger/passages.ts';
import type { Story } from '#lib/model/story.ts';
import { contactName } from '#lib/charts/contacts/describe.ts';
import { markName as eventName, scoredEvents } from '#lib/charts/relations/describe.ts';
import { positionName } from '#lib/charts/accounts/describe.ts';
import { endingLabel, markName as tieName } from '#lib/charts/ties/describe.ts';
import { ledger } from '#lib/ledger/ledger.ts';
import type { Inline, Paragraph } from '#lib/model/copy.ts';
import type { Fact } from '#lib/model/ledger.ts';
import type { Id } from '#lib/model/records.ts';

const copyFile = 'src/copy/en.aml';

/**
 * Draws statements without repetition, all if there are fewer than requested; the same for the same story and seed.
 * Returns a paragraph each: number, kind and place, text, and the passages that it rests on.
 */
export function sample(story: Story, input: readonly File[], count: number, seed: number): string[] {
	const spotOf = places(story, input);
	const passagesOf = citing(story);
	const evidence = evidenceById(story);
	return drawn(points(story), count, seed).map((point, index) => {
		const passages = point.records.flatMap((id) => {
			const own = evidence.get(id) ?? [];
			return passagesOf({ id, evidence: own }).map(
				({ label, stance, place, shown }) => `   ${id}: ${label}, ${place}, ${stance}: “${shown}”`,
			);
		});
		const none = point.copy === null ? '   no passage' : '   cites nothing: ours';
		return [
			`${String(index + 1)}. ${point.kind}  ${spotOf(point)}`,
			`   ${point.text}`,
			...(passages.length > 0 ? passages : [none]),
		].join('\n');
	});
}

function evidenceById(story: Story): ReadonlyMap<string, readonly string[]> {
	const { events, ties, contacts, questions, positions, quotations, actors, figures, sources, annotations } = story;
	const all = [events, ties, contacts, questions, positions, quotations, actors, figures].flat();
	const own = (source: string) => annotations.filter((each) => each.source === source).map(({ id }) => id);
	return new Map([
		...all.map(({ id, evidence }) => [id, evidence] as const),
		...sources.map(({ id }) => [id, own(id)] as const),
	]);
}

/** `file:line` of a statement: of its record in the seeds, or of its text in the copy. */
function places(story: Story, input: readonly File[]): (point: Point) => string {
	const seeds = parse(input, () => undefined);
	const spots = new Map<string, string>();
	const add = (id: string, { file, line }: { readonly file: string; readonly line: number }) =>
		spots.set(id, `${file}:${String(line)}`);
	const items: readonly Item<object>[] = [...seeds.sources, ...Object.values(seeds.lists).flat()];
	for (const { record, at } of items) if ('id' in record && typeof record.id === 'string') add(record.id, at('id'));
	for (const { record, keyAt, at } of seeds.lists['questions.yaml']) {
		for (const { id } of story.sources) {
			const isSaid = Object.hasOwn(record.positions, id);
			add(`${record.id}--${id}`, isSaid ? keyAt('positions', id) : at('positions'));
		}
	}
	const lines = (input.find(({ file }) => file === copyFile)?.text ?? '').split(/\r?\n/).map(wordsOf);
	return ({ copy, records: [id = ''] }) => {
		if (copy === null) return spots.get(id) ?? id;
		const storyWords = wordsOf(copy);
		const common = lines.map((line) => [...storyWords].filter((word) => line.has(word)).length);
		// Numbers and links are written differently in the file. Of two lines with equally many of the words the shorter is taken.
		const most = Math.max(...common);
		const [best = 0] = [...lines.keys()]
			.filter((line) => common[line] === most)
			.sort((x, y) => (lines[x]?.size ?? 0) - (lines[y]?.size ?? 0));
		return `${copyFile}:${String(best + 1)}`;
	};
}

/** The words of a line, each once, without the targets of its links. */
function wordsOf(line: string): ReadonlySet<string> {
	return new Set(line.replace(/\]\([^)]*\)/g, ' ').match(/[\p{L}\p{N}]+/gu));
}

/** A random part of a list in random order (Fisher–Yates). */
function drawn<T>(list: readonly T[], count: number, seed: number): T[] {
	const rest = [...list];
	const next = lot(seed);
	return Array.from({ length: Math.min(count, list.length) }, () => {
		const [one] = rest.splice(Math.floor(next() * rest.length), 1);
		return one;
	}).filter((one): one is T => one !== undefined);
}

/** Pseudorandom numbers from 0 to 1, the same for the same seed (mulberry32). */
function lot(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

interface Point {
	/** "event", "sentence", "heading", "label of a mark" … */
	readonly kind: string;
	readonly text: string;
	/** The records it rests on. */
	readonly records: readonly Id[];
	/** Words of the copy, to be found in its file; null for what stands at its record. */
	readonly copy: string | null;
}

/** All points, in an order that depends on the story alone. */
export function points(story: Story): Point[] {
	return [...recordPoints(story), ...copyPoints(story), ...labelPoints(story)];
}

function recordPoints(story: Story): Point[] {
	const line = ({ term, pieces, note }: Fact): string =>
		`${term}: ${pieces.map(({ text }) => text).join('')}${note ? ` (${note})` : ''}`;
	const own = (facts: readonly Fact[]): Fact[] => facts.filter(({ term }) => !/^In the|^Read more/.test(term));
	return ledger(story).groups.flatMap(({ records }) =>
		records.flatMap((record): Point[] => [
			{
				kind: record.kind,
				text: [record.title, ...own([...record.lead, ...record.facts]).map(line)].join(' | '),
				records: [record.id],
				copy: null,
			},
			...record.positions.map((position) => ({
				kind: 'position',
				text: [
					`${record.title} ${position.label}: ${position.position}`,
					...(position.voice ? [`Voice: ${position.voice}`] : []),
					...[position.says, position.carries].filter(Boolean),
				].join(' | '),
				records: [position.id],
				copy: null,
			})),
		]),
	);
}

function copyPoints({ copy }: Story): Point[] {
	const plain = (kind: string, text: string, records: readonly Id[] = []): Point[] =>
		text === '' ? [] : [{ kind, text, records, copy: text }];
	const prose = (paragraphs: readonly Paragraph[]): Point[] =>
		paragraphs.flatMap(sentences).map(({ text, records }) => ({ kind: 'sentence', text, records, copy: text }));
	return [
		...plain('title', copy.title),
		...plain('description', copy.description),
		...prose([copy.standfirst]),
		...Object.values(copy.charts).flatMap((chart) => [
			...plain('title of a chart', chart.title),
			...plain('how to read a chart', chart.how),
			...plain('credit of a chart', chart.credit),
			...plain('alternative text', chart.description),
		]),
		...copy.chapters.flatMap((chapter) => [
			...plain('title of a chapter', chapter.title, chapter.pull === null ? [] : [chapter.pull]),
			...prose(chapter.intro),
			...chapter.steps.flatMap((step) => [
				...plain('heading', step.heading, [...new Set([...step.focus, ...step.text.flatMap(cited)])]),
				...(step.finding ? plain('finding', step.finding, step.focus) : []),
				...prose(step.text),
				...plain('alternative text', step.description, step.focus),
			]),
		]),
	];
}

const cited = (paragraph: Paragraph): Id[] => paragraph.flatMap((piece) => (piece.type === 'cite' ? piece.record : []));

/** The sentences of a paragraph, each with the records that it cites. */
function sentences(paragraph: Paragraph): { readonly text: string; readonly records: readonly Id[] }[] {
	const whole = paragraph.map(({ text }) => text).join('');
	const ends = [...whole.matchAll(/[.?!][”"’)]*\s+(?=[“"‘(]*\p{Lu})/gu)].map(
		({ 0: mark, index }) => index + mark.length,
	);
	const bounds = [0, ...ends, whole.length];
	let place = 0;
	const cites = paragraph.flatMap((piece: Inline) => {
		const from = place;
		place += piece.text.length;
		return piece.type === 'cite' ? [{ from, to: place, record: piece.record }] : [];
	});
	return bounds.slice(0, -1).flatMap((start, index) => {
		const end = bounds[index + 1] ?? start;
		const text = whole.slice(start, end).trim();
		const records = cites.filter(({ from, to }) => from < end && to > start).map(({ record }) => record);
		return text === '' ? [] : [{ text, records }];
	});
}

function labelPoints(story: Story): Point[] {
	const { sources, questions } = story;
	const names = new Map(story.actors.map(({ id, name }) => [id, name]));
	const label = (id: Id, text: string): Point => ({ kind: 'label of a mark', text, records: [id], copy: null });
	return [
		...scoredEvents(story.events).map((event) => label(event.id, `${event.short}. ${eventName(event, story)}`)),
		...story.ties.map((tie) => label(tie.id, `${tie.short}, ${endingLabel(tie)}. ${tieName(tie, story)}`)),
		...story.contacts.map((contact) => label(contact.id, contactName(contact, sources))),
		...story.positions.flatMap((position) => {
			const question = questions.find(({ id }) => id === position.question);
			const source = sources.find(({ id }) => id === position.source);
			return question && source
				? [label(position.id, `${question.short} ${positionName(position, question, source, names)}`)]
				: [];
		}),
	];
}
