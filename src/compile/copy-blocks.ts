/** The blocks that ArchieML found, with their places, to chapters, steps and the charts' words. */
import type { Chapter, ChartCopy, ChartId, Claim, Copy, Paragraph, SourceCopy, Step } from '#lib/model/copy.ts';
import { readClaims, type JudgeClaim } from './copy-claims.ts';
import type { TellCopy } from './copy-diagnostic.ts';
import { fieldsOf, need, readChartId, readLine, readParagraph, type Fields } from './copy-fields.ts';
import { suggest, type Known } from './copy-inline.ts';
import type { Block, Outline } from './copy-outline.ts';
import { tellStory } from './copy-story.ts';
import { quoted, type Spot } from './diagnostic.ts';

export interface KnownWords extends Known {
	readonly frames: readonly string[];
	readonly share: JudgeClaim;
}

/** A step or chapter as read, with the place to point at if it does not fit the others. */
export type Placed<T> = T & { readonly at: Spot; readonly frameAt: Spot; readonly idAt: Spot };

/**
 * Expects `data` as ArchieML loads the text that `found` outlines, so that the items of both stories correspond. What is
 * missing becomes an empty string; everything wrong is told.
 */
export function readCopy(data: Record<string, unknown>, found: Outline, known: KnownWords, tell: TellCopy): Copy {
	const top = fieldsOf(found.copy, data);
	const line = (fields: Fields, field: string): string => readLine(fields, field, known, tell);
	need(top, ['language', 'title', 'standfirst', 'description'], tell);
	const { charts, claims } = readCharts(data['charts'], found.charts, known, tell);
	const chapters = readStory(data['story'], found, known, tell);
	tellStory(chapters, found, known.sources, tell);
	const description = line(top, 'description');
	return {
		language: top.text('language'),
		title: line(top, 'title'),
		standfirst: readParagraph(top.text('standfirst'), top.at('standfirst'), known, tell, false),
		description,
		chapters: chapters.map(({ id, title, short, chart, pull, people, shows, isAfterword, intro, steps }) => ({
			...{ id, title, short, chart, pull, people, shows, isAfterword, intro },
			steps: steps.map(withoutPlace),
		})),
		charts,
		sources: readSources(data['sources'], found, known, tell),
		claims: [
			...readClaims(top, 'story', description, known, tell),
			...claims,
			...chapters.flatMap(({ steps }) => steps.flatMap((step) => step.claims)),
		],
	};
}

function withoutPlace({ id, chapter, chart, frame, focus, heading, text, description }: Step): Step {
	return { id, chapter, chart, frame, focus, heading, text, description };
}

function readCharts(
	data: unknown,
	blocks: readonly Block[],
	known: KnownWords,
	tell: TellCopy,
): Pick<Copy, 'charts' | 'claims'> {
	const values = (data ?? {}) as Record<string, unknown>;
	const charts: Partial<Record<ChartId, ChartCopy>> = {};
	const claims: Claim[] = [];
	for (const block of blocks) {
		const id = readChartId(block.name, block.at, tell);
		if (id === null) continue;
		if (charts[id]) tell(block.at, 'copy-repeated-field', `{charts.${id}} stands here a second time; write it once`);
		const fields = fieldsOf(block, values[id]);
		need(fields, ['title', 'how', 'credit', 'description'], tell);
		const line = (field: string): string => readLine(fields, field, known, tell);
		const title = line('title');
		charts[id] = { id, title, how: line('how'), credit: line('credit'), description: line('description') };
		claims.push(...readClaims(fields, id, title, known, tell));
	}
	const wordsOf = (id: ChartId): ChartCopy => charts[id] ?? { id, title: '', how: '', credit: '', description: '' };
	return {
		charts: {
			relations: wordsOf('relations'),
			ties: wordsOf('ties'),
			contacts: wordsOf('contacts'),
			accounts: wordsOf('accounts'),
		},
		claims,
	};
}

/** The words about each source, by its id, each once. */
function readSources(data: unknown, found: Outline, known: KnownWords, tell: TellCopy): Record<string, SourceCopy> {
	const values = (data ?? {}) as Record<string, unknown>;
	const sources: Record<string, SourceCopy> = {};
	for (const block of found.sources) {
		if (!known.sources.has(block.name))
			tell(block.at, 'copy-dangling-record', `no source has the id ${suggest(block.name, known.sources)}`);
		else if (sources[block.name])
			tell(block.at, 'copy-repeated-field', `{sources.${block.name}} stands here a second time; write it once`);
		const fields = fieldsOf(block, values[block.name]);
		need(fields, ['voice', 'unknown'], tell);
		const line = (field: string): string => readLine(fields, field, known, tell);
		sources[block.name] = { voice: line('voice'), unknown: line('unknown') };
	}
	return sources;
}

type DraftStep = Placed<Step> & { readonly text: Paragraph[]; readonly claims: readonly Claim[] };
export type DraftChapter = Placed<Omit<Chapter, 'steps' | 'intro'>> & {
	readonly intro: Paragraph[];
	readonly steps: DraftStep[];
};

function readStory(data: unknown, found: Outline, known: KnownWords, tell: TellCopy): DraftChapter[] {
	const values = Array.isArray(data) ? (data as { value?: unknown }[]) : [];
	const chapters: DraftChapter[] = [];
	for (const [index, item] of found.story.entries()) {
		const value = values[index]?.value;
		const chapter = chapters.at(-1);
		if (item.kind === 'text') {
			const paragraph = readParagraph(typeof value === 'string' ? value : '', item.at, known, tell);
			const place = chapter?.steps.at(-1)?.text ?? chapter?.intro;
			if (place) place.push(paragraph);
			else tell(item.at, 'copy-stray-line', 'this text stands before the first {.chapter}; move it into a chapter');
			continue;
		}
		const fields = fieldsOf(item, value);
		if (item.kind === 'chapter') chapters.push(readChapter(fields, known, tell));
		else if (chapter) chapter.steps.push(readStep(fields, chapter, known, tell));
		else
			tell(
				item.at,
				'copy-step-before-chapter',
				'this step stands before the first {.chapter}; write a chapter above it',
			);
	}
	return chapters;
}

function readId(fields: Fields, tell: TellCopy): string {
	const id = fields.text('id');
	if (id !== '' && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
		tell(
			fields.at('id'),
			'copy-id-shape',
			`${quoted(id)} is not an id; write lower-case words joined by single hyphens`,
		);
	return id;
}

function readChartOf(fields: Fields, byDefault: ChartId | null, tell: TellCopy): ChartId | null {
	const name = fields.text('chart');
	if (name === '') return byDefault;
	return name === 'none' ? null : readChartId(name, fields.at('chart'), tell);
}

function placed(fields: Fields): { at: Spot; frameAt: Spot; idAt: Spot } {
	return { at: fields.block.at, frameAt: fields.at('frame'), idAt: fields.at('id') };
}

function readChapter(fields: Fields, known: KnownWords, tell: TellCopy): DraftChapter {
	need(fields, ['id', 'title', 'short'], tell);
	const line = (field: string): string => readLine(fields, field, known, tell);
	const chart = readChartOf(fields, null, tell);
	return {
		...placed(fields),
		id: readId(fields, tell),
		title: line('title'),
		short: line('short'),
		chart,
		pull: readPull(fields, known, tell),
		people: readIds(fields, 'people', known.actors, 'actor', tell),
		shows: readWord(fields, 'shows', 'sources', tell),
		isAfterword: readWord(fields, 'place', 'after', tell) !== null,
		intro: [],
		steps: [],
	};
}

function readStep(fields: Fields, chapter: DraftChapter, known: KnownWords, tell: TellCopy): DraftStep {
	const chart = readChartOf(fields, chapter.chart, tell);
	need(fields, chart === null ? ['id', 'heading'] : ['id', 'heading', 'description'], tell);
	const frame = fields.text('frame') || 'all';
	const frames = chart === 'relations' ? ['all', ...known.frames.filter((one) => one !== 'all')] : ['all'];
	if (!frames.includes(frame))
		tell(
			fields.at('frame'),
			'copy-unknown-frame',
			`this chart has no frame ${quoted(frame)}; write ${frames.join(', ')}`,
		);
	const id = readId(fields, tell);
	const heading = readLine(fields, 'heading', known, tell);
	return {
		...placed(fields),
		id,
		chapter: chapter.id,
		chart,
		frame,
		focus: readIds(fields, 'focus', known.records, 'record', tell),
		heading,
		text: [],
		claims: readClaims(fields, id, heading, known, tell),
		description: readLine(fields, 'description', known, tell),
	};
}

/** The quotation that opens a chapter; null where none is asked for. */
function readPull(fields: Fields, known: Known, tell: TellCopy): string | null {
	const id = fields.text('pull');
	if (id === '') return null;
	if (!known.quotations.has(id))
		tell(
			fields.at('pull'),
			'copy-pull-not-quotation',
			`a chapter is opened by a quotation of the seeds; none has the id ${suggest(id, known.quotations)}`,
		);
	return id;
}

/** The ids that a field lists, each of which must be among `known`. */
function readIds(fields: Fields, field: string, known: ReadonlySet<string>, kind: string, tell: TellCopy): string[] {
	const at = fields.at(field);
	const ids = [...fields.text(field).matchAll(/[^,\s]+/g)];
	for (const { index, 0: id } of ids) {
		if (!known.has(id))
			tell({ ...at, column: at.column + index }, 'copy-dangling-record', `no ${kind} has the id ${suggest(id, known)}`);
	}
	return ids.map(([id]) => id);
}

/** The one word that a field may hold; null where it is left out. */
function readWord<T extends string>(fields: Fields, field: string, word: T, tell: TellCopy): T | null {
	const text = fields.text(field);
	if (text !== '' && text !== word)
		tell(
			fields.at(field),
			'copy-unknown-word',
			`${quoted(text)} means nothing here; write “${field}: ${word}”, or leave it out`,
		);
	return text === word ? word : null;
}
