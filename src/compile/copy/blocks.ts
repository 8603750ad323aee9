/** The blocks that ArchieML found, with their places, to chapters, steps and the charts' words. */
import { CHARTS, chartIds, chartsOf, type ChartId } from '#lib/model/charts.ts';
import type { Chapter, ChartCopy, Claim, Copy, Paragraph, SourceCopy, Step } from '#lib/model/copy.ts';
import { quoted, type Spot } from '#compile/diagnostic.ts';
import { readClaims } from './claims.ts';
import type { TellCopy } from './codes.ts';
import type { Data } from './data.ts';
import { fieldsOf, need, readChartId, type Fields } from './fields.ts';
import { readFocus, readIds } from './focus.ts';
import { suggest } from './inline.ts';
import type { Block, Outline } from './outline.ts';
import { tellPages } from './pages.ts';
import { tellStory } from './story.ts';
import { readName, readWords, type KnownWords, type Place, type Words } from './words.ts';

/** A step or chapter as read, with the place to point at if it does not fit the others. */
export type Placed<T> = T & { readonly at: Spot; readonly frameAt: Spot; readonly idAt: Spot };

/** What every part is read with, and the links that are judged once all are read. */
interface Desk {
	readonly known: KnownWords;
	readonly tell: TellCopy;
	readonly links: Words['pages'][number][];
}

/** Words of which nothing on the page beside them proves any. */
const nowhere: Place = { focus: [], years: [], speaksOfData: true };

/** Words about all of it, which may name its first and its last year. */
export const spanned = (data: Data): Place => ({ ...nowhere, years: data.yearsOf('all') });

/**
 * Expects `data` as ArchieML loads the text that `found` outlines, so that the items of both stories correspond. What is
 * missing becomes an empty string; everything wrong is told.
 */
export function readCopy(data: Record<string, unknown>, found: Outline, known: KnownWords, tell: TellCopy): Copy {
	const desk: Desk = { known, tell, links: [] };
	const top = fieldsOf(found.copy, data);
	need(top, ['language', 'title', 'standfirst', 'description'], tell);
	const { charts, claims } = readCharts(data['charts'], found.charts, desk);
	const chapters = readStory(data['story'], found, desk);
	tellStory(chapters, found, known.sources, tell);
	const span = spanned(known.data);
	const title = words(top, 'title', span, desk);
	const description = words(top, 'description', claimed(top, span), desk).text;
	const copy = {
		language: top.text('language'),
		title: title.text,
		titleProse: title.prose,
		standfirst: words(top, 'standfirst', span, desk).prose,
		description,
		chapters: chapters.map(
			({ id, title, titleProse, short, chart, pull, people, shows, isAfterword, intro, steps }) => ({
				...{ id, title, titleProse, short, chart, pull, people, shows, isAfterword, intro },
				steps: steps.map(withoutPlace),
			}),
		),
		charts,
		sources: readSources(data['sources'], found, desk),
		claims: [
			...readClaims(top, 'story', description, known, tell),
			...claims,
			...chapters.flatMap(({ steps }) => steps.flatMap((step) => step.claims)),
		],
	};
	const steps = chapters.flatMap((chapter) => chapter.steps.map(({ id }) => id));
	const places = { anchors: [...chapters.map(({ id }) => id), ...steps], steps, charts: chartsOf(copy) };
	tellPages(desk.links, places, known.data, tell);
	return copy;
}

function withoutPlace(step: Step): Step {
	const { id, formerly, chapter, chart, frame, focus, heading, headingProse, text, description } = step;
	return { id, formerly, chapter, chart, frame, focus, heading, headingProse, text, description };
}

/** The place of the words that the block's `claims` are about. */
function claimed(fields: Fields, place: Place): Place {
	return { ...place, isClaimed: fields.text('claims') !== '' };
}

/** The words of a field, none if it is missing. */
function words(fields: Fields, field: string, place: Place, desk: Desk): Words {
	return paragraph(fields.text(field), fields.at(field), place, desk);
}

function paragraph(text: string, at: Spot, place: Place, { known, tell, links }: Desk): Words {
	const read = readWords(text, at, place, known, tell);
	links.push(...read.pages);
	return read;
}

function readCharts(data: unknown, blocks: readonly Block[], desk: Desk): Pick<Copy, 'charts' | 'claims'> {
	const { known, tell } = desk;
	const values = (data ?? {}) as Record<string, unknown>;
	const charts: Partial<Record<ChartId, ChartCopy>> = {};
	const claims: Claim[] = [];
	const span = spanned(known.data);
	for (const block of blocks) {
		const id = readChartId(block.name, block.at, tell);
		if (id === null) continue;
		if (charts[id]) tell(block.at, 'copy-repeated-field', `{charts.${id}} stands here a second time; write it once`);
		const fields = fieldsOf(block, values[id]);
		need(fields, ['title', 'how', 'credit', 'description'], tell);
		const line = (field: string, speaksOfData: boolean): string =>
			words(fields, field, { ...span, speaksOfData }, desk).text;
		const title = words(fields, 'title', claimed(fields, span), desk).text;
		const [how, credit] = [line('how', false), line('credit', false)];
		charts[id] = { id, title, how, credit, description: line('description', true) };
		claims.push(...readClaims(fields, id, title, known, tell));
	}
	return {
		// In the order of the register, whatever that of the file.
		charts: Object.fromEntries(chartIds.flatMap((id) => (charts[id] ? [[id, charts[id]]] : []))),
		claims,
	};
}

/** The words about each source, by its id, each once. */
function readSources(data: unknown, found: Outline, desk: Desk): Record<string, SourceCopy> {
	const { known, tell } = desk;
	const values = (data ?? {}) as Record<string, unknown>;
	const sources: Record<string, SourceCopy> = {};
	for (const block of found.sources) {
		if (!known.sources.has(block.name))
			tell(block.at, 'copy-dangling-record', `no source has the id ${suggest(block.name, known.sources)}`);
		else if (sources[block.name])
			tell(block.at, 'copy-repeated-field', `{sources.${block.name}} stands here a second time; write it once`);
		const fields = fieldsOf(block, values[block.name]);
		need(fields, ['voice', 'unknown'], tell);
		const line = (field: string): string => words(fields, field, nowhere, desk).text;
		sources[block.name] = { voice: line('voice'), unknown: line('unknown') };
	}
	return sources;
}

type DraftStep = Placed<Step> & { readonly text: Paragraph[]; readonly claims: readonly Claim[] };
export type DraftChapter = Placed<Omit<Chapter, 'steps' | 'intro'>> & {
	readonly intro: Paragraph[];
	readonly steps: DraftStep[];
};

function readStory(data: unknown, found: Outline, desk: Desk): DraftChapter[] {
	const { tell } = desk;
	const values = Array.isArray(data) ? (data as { value?: unknown }[]) : [];
	const chapters: DraftChapter[] = [];
	for (const [index, item] of found.story.entries()) {
		const value = values[index]?.value;
		const chapter = chapters.at(-1);
		if (item.kind === 'text') {
			const { prose } = paragraph(item.text, item.at, nowhere, desk);
			const place = chapter?.steps.at(-1)?.text ?? chapter?.intro;
			if (place) place.push(prose);
			else tell(item.at, 'copy-stray-line', 'this text stands before the first {.chapter}; move it into a chapter');
			continue;
		}
		const fields = fieldsOf(item, value);
		if (item.kind === 'chapter') chapters.push(readChapter(fields, desk));
		else if (chapter) chapter.steps.push(readStep(fields, chapter, desk));
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

function readChapter(fields: Fields, desk: Desk): DraftChapter {
	const { known, tell } = desk;
	need(fields, ['id', 'title', 'short'], tell);
	const title = words(fields, 'title', nowhere, desk);
	return {
		...placed(fields),
		id: readId(fields, tell),
		title: title.text,
		titleProse: title.prose,
		short: readName(fields.text('short'), fields.at('short'), known, tell),
		chart: readChartOf(fields, null, tell),
		pull: readPull(fields, known, tell),
		people: readIds(fields, 'people', known.actors, 'actor', tell).map(({ id }) => id),
		shows: readWord(fields, 'shows', 'sources', tell),
		isAfterword: readWord(fields, 'place', 'after', tell) !== null,
		intro: [],
		steps: [],
	};
}

function readStep(fields: Fields, chapter: DraftChapter, desk: Desk): DraftStep {
	const { known, tell } = desk;
	const chart = readChartOf(fields, chapter.chart, tell);
	need(fields, chart === null ? ['id', 'heading'] : ['id', 'heading', 'description'], tell);
	const frame = fields.text('frame') || 'all';
	const frames = chart !== null && CHARTS[chart].byEra ? ['all', ...known.eras] : ['all'];
	const isFrame = frames.includes(frame);
	if (!isFrame)
		tell(
			fields.at('frame'),
			'copy-unknown-frame',
			`this chart has no frame ${quoted(frame)}; write ${frames.join(', ')}`,
		);
	const id = readId(fields, tell);
	const focus = readFocus(fields, chart, isFrame ? frame : 'all', known, tell);
	const heading = words(fields, 'heading', claimed(fields, nowhere), desk);
	const shown: Place = { focus, years: known.data.yearsOf(frame), speaksOfData: true };
	return {
		...placed(fields),
		id,
		formerly: fields.text('formerly').match(/[^,\s]+/g) ?? [],
		chapter: chapter.id,
		chart,
		frame,
		focus,
		heading: heading.text,
		headingProse: heading.prose,
		text: [],
		claims: readClaims(fields, id, heading.text, known, tell),
		description: words(fields, 'description', shown, desk).text,
	};
}

/** The quotation that opens a chapter; null where none is asked for. */
function readPull(fields: Fields, known: KnownWords, tell: TellCopy): string | null {
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
