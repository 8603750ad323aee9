/** The differences between two exports, in words for a correction. */
import { createHash } from 'node:crypto';
import { parse } from 'node-html-parser';
import type { Copy, Paragraph } from '#lib/model/copy.ts';
import { FOLLOWS, RECORD_LISTS } from '#lib/model/record-lists.ts';
import type { Story } from '#lib/model/story.ts';
import { chunksOf } from '#bundles/formats/png.ts';
import { capitalised } from '#lib/model/text.ts';
import { decoded } from '#bundles/bundle.ts';

/** An export's files by their paths. */
export type Exported = ReadonlyMap<string, Uint8Array>;

const kinds = { ...RECORD_LISTS, annotations: 'passage', eras: 'period' } as const;

type Fields = Readonly<Record<string, unknown>> & { readonly id: string };

/** A file at any place in an export: the archive has the site in a folder. */
const fileOf = (files: Exported, path: string): Uint8Array | undefined => files.get(path) ?? files.get(`site/${path}`);

/** The story of an export. Throws if it has none, naming the targets that do. */
function storyOf(files: Exported, name: string): Story {
	const bytes = fileOf(files, 'data/story.json');
	if (!bytes) throw new Error(`${name} has no data/story.json: give an export of --target site or archive`);
	try {
		return JSON.parse(decoded(bytes)) as Story;
	} catch {
		throw new Error(`${name}: data/story.json is not JSON`);
	}
}

const quoted = (text: string): string => `“${text}”`;

function inWords(value: unknown): string {
	if (value === null || value === undefined || value === '') return 'nothing';
	if (typeof value === 'string') return quoted(value);
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(inWords).join(', ');
	const fields = value as Readonly<Record<string, unknown>>;
	const chief = fields['words'] ?? fields['value'] ?? fields['name'] ?? fields['topic'] ?? fields['record'];
	const rest = [fields['basis'], fields['status'], fields['stance'], fields['code']].filter(
		(part) => typeof part === 'string',
	);
	return chief === undefined
		? JSON.stringify(value)
		: `${inWords(chief)}${rest.length > 0 ? ` (${rest.join(', ')})` : ''}`;
}

const nameOf = (record: Fields): string => {
	const { title, name, label, question, exact, id } = record as Readonly<Record<string, unknown>>;
	const words = [title, name, label, question, exact].find((text): text is string => typeof text === 'string');
	return words === undefined || words === id ? String(id) : `${quoted(words)} (${String(id)})`;
};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A sentence for each property that changed; for a list, what was added and removed. */
function changed(kind: string, before: Fields, now: Fields): string[] {
	const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((key) => !FOLLOWS.has(key));
	return keys
		.filter((key) => !isSame(before[key], now[key]))
		.map((key) => {
			const [was, is] = [before[key], now[key]];
			const head = `The ${kind} ${nameOf(now)}: its ${key} `;
			if (!Array.isArray(was) || !Array.isArray(is)) return `${head}was ${inWords(was)} and is now ${inWords(is)}.`;
			const [gone, come] = [was, is].map((list: readonly unknown[], at) =>
				list.filter((one) => ![is, was][at]?.some((other) => isSame(one, other))),
			);
			const parts = [
				...(gone?.length ? [`no longer has ${inWords(gone)}`] : []),
				...(come?.length ? [`now has ${inWords(come)}`] : []),
			];
			return `${head}${parts.join(', and ') || 'are in another order'}.`;
		});
}

function records(before: Story, now: Story): string[] {
	return Object.entries(kinds).flatMap(([list, kind]) => {
		const [old, young] = [before, now].map(
			(story) =>
				new Map((story[list as keyof typeof kinds] as unknown as readonly Fields[]).map((one) => [one.id, one])),
		) as [Map<string, Fields>, Map<string, Fields>];
		return [
			...[...old.values()].filter(({ id }) => !young.has(id)).map((one) => `The ${kind} ${nameOf(one)} was taken out.`),
			...[...young.values()].flatMap((one) => {
				const was = old.get(one.id);
				return was ? changed(kind, was, one) : [`The ${kind} ${nameOf(one)} is new.`];
			}),
		];
	});
}

const plain = (paragraph: Paragraph): string => paragraph.map(({ text }) => text).join('');

const sentencesIn = (text: string): string[] =>
	[...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment.trim());

/** The sentences of the copy by their place. */
function places({ title, description, standfirst, chapters, charts }: Copy): Map<string, readonly string[]> {
	const all: [string, readonly string[]][] = [
		['The title of the story', [title]],
		['The description of the story', sentencesIn(description)],
		['The standfirst', sentencesIn(plain(standfirst))],
		...chapters.flatMap((chapter): [string, readonly string[]][] => [
			[`The title of the chapter ${chapter.id}`, [chapter.title]],
			[`The chapter ${quoted(chapter.short)}`, chapter.intro.flatMap((paragraph) => sentencesIn(plain(paragraph)))],
			...chapter.steps.flatMap((step): [string, readonly string[]][] => [
				[`The heading of the step ${step.id}`, [step.heading]],
				[`The step ${step.id}`, step.text.flatMap((paragraph) => sentencesIn(plain(paragraph)))],
				[`The description of the step ${step.id}`, sentencesIn(step.description)],
			]),
		]),
		...Object.values(charts).flatMap((chart): [string, readonly string[]][] => [
			[`The title of the chart ${chart.id}`, [chart.title]],
			[`How to read the chart ${chart.id}`, sentencesIn(chart.how)],
			[`The source line of the chart ${chart.id}`, sentencesIn(chart.credit)],
			[`The description of the chart ${chart.id}`, sentencesIn(chart.description)],
		]),
	];
	return new Map(all);
}

function sentences(before: Copy, now: Copy): string[] {
	const [old, young] = [places(before), places(now)];
	return [...new Set([...old.keys(), ...young.keys()])].flatMap((place) => {
		const [was, is] = [old.get(place) ?? [], young.get(place) ?? []];
		const gone = was.filter((sentence) => !is.includes(sentence));
		const come = is.filter((sentence) => !was.includes(sentence));
		return Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => {
			const [from, to] = [gone[at], come[at]];
			if (from === undefined) return `${place} now also says: ${quoted(to ?? '')}`;
			if (to === undefined) return `${place} no longer says: ${quoted(from)}`;
			return `${place} said ${quoted(from)} and now says ${quoted(to)}`;
		});
	});
}

/** A chart as its page draws it: its marks by record, and its markup. */
function drawn(
	files: Exported,
	chart: string,
): { readonly marks: ReadonlySet<string>; readonly drawing: string } | null {
	const page = fileOf(files, `embed/${chart}/index.html`);
	const figure = page && parse(decoded(page)).querySelector(`figure[data-chart="${chart}"]`);
	if (!figure) return null;
	const marks = figure.querySelectorAll('.drawing a[data-id]').map((mark) => mark.getAttribute('data-id') ?? '');
	return { marks: new Set(marks), drawing: figure.querySelectorAll('.drawing').join('') };
}

function charts(before: Exported, now: Exported, ids: readonly string[]): string[] {
	return ids.flatMap((id) => {
		const [was, is] = [drawn(before, id), drawn(now, id)];
		if (!was || !is) return was ? [`The chart ${id} was taken out.`] : is ? [`The chart ${id} is new.`] : [];
		const gone = [...was.marks].filter((mark) => !is.marks.has(mark));
		const come = [...is.marks].filter((mark) => !was.marks.has(mark));
		const changes = [
			...(come.length > 0 ? [`The chart ${id} now also draws ${come.join(', ')}.`] : []),
			...(gone.length > 0 ? [`The chart ${id} no longer draws ${gone.join(', ')}.`] : []),
		];
		if (changes.length === 0 && was.drawing !== is.drawing)
			return [`The chart ${id} draws the same records differently.`];
		return changes;
	});
}

/** `charts/ties.light.svg` → `the still pictures of the chart ties`; null for compressed copies and anything else. */
function pictureOf(path: string): string | null {
	const chart = /^(?:site\/)?charts\/([\w-]+)\.(?:.*\.)?(?:svg|png)$/.exec(path)?.[1];
	if (chart !== undefined) return `the still pictures of the chart ${chart}`;
	const card = /^(?:site\/)?share\/([\w-]+)\.png$/.exec(path)?.[1];
	return card === undefined ? null : `the sharing card of ${card === 'opening' ? 'the story' : `the step ${card}`}`;
}

/** A hash of the visible picture, without its metadata: that holds the hash of all data and the licence. */
function pictureHash(path: string, bytes: Uint8Array): string {
	const hash = createHash('sha256');
	if (path.endsWith('.svg')) hash.update(decoded(bytes).replace(/<metadata>.*?<\/metadata>/s, ''));
	else
		for (const { type, content } of chunksOf(bytes) ?? [{ type: 'none', content: bytes }])
			if (type !== 'tEXt') hash.update(type).update(content);
	return hash.digest('hex');
}

function pictures(before: Exported, now: Exported): string[] {
	const sums = (files: Exported): Map<string, string> => {
		const all = new Map<string, string>();
		for (const [path, bytes] of files) {
			const picture = /^(?:site\/)?v\//.test(path) ? null : pictureOf(path);
			if (picture !== null) all.set(picture, `${all.get(picture) ?? ''} ${pictureHash(path, bytes)}`);
		}
		return all;
	};
	const [old, young] = [sums(before), sums(now)];
	return [...new Set([...old.keys(), ...young.keys()])].sort().flatMap((picture) => {
		if (!young.has(picture)) return [`${capitalised(picture)}: taken out.`];
		if (!old.has(picture)) return [`${capitalised(picture)}: new.`];
		return old.get(picture) === young.get(picture) ? [] : [`${capitalised(picture)}: changed.`];
	});
}

/**
 * The changes from one export to the other: a sentence each, in the order of the story.
 * @param names how errors call the two
 * @throws Error if one of them has no story
 */
export function differences(before: Exported, now: Exported, names: readonly [string, string]) {
	const [old, young] = [storyOf(before, names[0]), storyOf(now, names[1])];
	const ids = [...new Set([...Object.keys(old.copy.charts), ...Object.keys(young.copy.charts)])];
	return {
		records: records(old, young),
		sentences: sentences(old.copy, young.copy),
		charts: charts(before, now, ids),
		pictures: pictures(before, now),
	};
}
