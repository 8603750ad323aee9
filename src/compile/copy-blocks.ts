/** The blocks that ArchieML found, with their places, to chapters, steps and the charts' words. */
import type { Chapter, ChartCopy, ChartId, Copy, Paragraph, Step } from '#lib/model/copy.ts';
import { chartIds } from './chart-ids.ts';
import type { TellCopy } from './copy-diagnostic.ts';
import { inlinePieces, inlineText, suggest, type Known } from './copy-inline.ts';
import type { Block, Outline } from './copy-outline.ts';
import { tellTyped, tellUnproved } from './copy-sentences.ts';
import { tellStory } from './copy-story.ts';
import { quoted, type Spot } from './diagnostic.ts';

export interface KnownWords extends Known {
	readonly frames: readonly string[];
}

/** A block and what it holds: `text` is what ArchieML read, `at` where that begins (or the block, if it is missing). */
interface Fields {
	readonly block: Block;
	text(field: string): string;
	at(field: string): Spot;
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
	const charts = readCharts(data['charts'], found.charts, known, tell);
	const chapters = readStory(data['story'], found, known, tell);
	tellStory(chapters, found, tell);
	return {
		language: top.text('language'),
		title: line(top, 'title'),
		standfirst: readParagraph(top.text('standfirst'), top.at('standfirst'), known, tell, false),
		description: line(top, 'description'),
		chapters: chapters.map(({ id, title, short, chart, intro, steps }) => ({
			id,
			title,
			short,
			chart,
			intro,
			steps: steps.map(withoutPlace),
		})),
		charts,
	};
}

function withoutPlace({ id, chapter, chart, frame, focus, heading, text, description }: Step): Step {
	return { id, chapter, chart, frame, focus, heading, text, description };
}

function fieldsOf(block: Block, value: unknown): Fields {
	const record = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
	return {
		block,
		text: (field) => (block.fields.has(field) && typeof record[field] === 'string' ? record[field] : ''),
		at: (field) => block.fields.get(field) ?? block.at,
	};
}

function need(fields: Fields, names: readonly string[], tell: TellCopy): void {
	for (const name of names) {
		if (fields.text(name) !== '') continue;
		if (name === 'description') tell(fields.at(name), 'copy-missing-description', 'there is no description; write “description:” and one sentence that says what a reader would see');
		else tell(fields.at(name), 'copy-missing-field', `“${name}” is missing; write “${name}:” and its words in this block`);
	}
}

/** One line of plain words, figures interpolated. */
function readLine(fields: Fields, field: string, known: Known, tell: TellCopy): string {
	const at = fields.at(field);
	const pieces = inlinePieces(fields.text(field), at, known, tell);
	tellTyped(pieces, at, tell);
	if (pieces.some(({ type }) => type !== 'text')) tell(at, 'copy-link-in-field', `“${field}” is plain text; move the link to a paragraph`);
	return inlineText(pieces)
		.map(({ text }) => text)
		.join('');
}

function readParagraph(text: string, at: Spot, known: Known, tell: TellCopy, needsProof = true): Paragraph {
	const pieces = inlinePieces(text, at, known, tell);
	tellTyped(pieces, at, tell);
	if (needsProof) tellUnproved(pieces, at, tell);
	return inlineText(pieces);
}

function readCharts(data: unknown, blocks: readonly Block[], known: Known, tell: TellCopy): Copy['charts'] {
	const values = (data ?? {}) as Record<string, unknown>;
	const charts: Partial<Record<ChartId, ChartCopy>> = {};
	for (const block of blocks) {
		const id = readChartId(block.name, block.at, tell);
		if (id === null) continue;
		if (charts[id]) tell(block.at, 'copy-repeated-field', `{charts.${id}} stands here a second time; write it once`);
		const fields = fieldsOf(block, values[id]);
		need(fields, ['title', 'how', 'credit', 'description'], tell);
		const line = (field: string): string => readLine(fields, field, known, tell);
		charts[id] = { id, title: line('title'), how: line('how'), credit: line('credit'), description: line('description') };
	}
	const wordsOf = (id: ChartId): ChartCopy => charts[id] ?? { id, title: '', how: '', credit: '', description: '' };
	return {
		relations: wordsOf('relations'),
		ties: wordsOf('ties'),
		contacts: wordsOf('contacts'),
		accounts: wordsOf('accounts'),
	};
}

function readChartId(name: string, at: Spot, tell: TellCopy): ChartId | null {
	const id = chartIds.find((known) => known === name) ?? null;
	if (id === null) tell(at, 'copy-unknown-chart', `there is no chart ${quoted(name)}; write ${chartIds.join(', ')} or none`);
	return id;
}

type DraftStep = Placed<Step> & { readonly text: Paragraph[] };
export type DraftChapter = Placed<Omit<Chapter, 'steps' | 'intro'>> & { readonly intro: Paragraph[]; readonly steps: DraftStep[] };

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
		else tell(item.at, 'copy-step-before-chapter', 'this step stands before the first {.chapter}; write a chapter above it');
	}
	return chapters;
}

function readId(fields: Fields, tell: TellCopy): string {
	const id = fields.text('id');
	if (id !== '' && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) tell(fields.at('id'), 'copy-id-shape', `${quoted(id)} is not an id; write lower-case words joined by single hyphens`);
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

function readChapter(fields: Fields, known: Known, tell: TellCopy): DraftChapter {
	need(fields, ['id', 'title', 'short'], tell);
	const line = (field: string): string => readLine(fields, field, known, tell);
	const chart = readChartOf(fields, null, tell);
	return { ...placed(fields), id: readId(fields, tell), title: line('title'), short: line('short'), chart, intro: [], steps: [] };
}

function readStep(fields: Fields, chapter: DraftChapter, known: KnownWords, tell: TellCopy): DraftStep {
	const chart = readChartOf(fields, chapter.chart, tell);
	need(fields, chart === null ? ['id', 'heading'] : ['id', 'heading', 'description'], tell);
	const frame = fields.text('frame') || 'all';
	const frames = chart === 'relations' ? ['all', ...known.frames.filter((one) => one !== 'all')] : ['all'];
	if (!frames.includes(frame)) tell(fields.at('frame'), 'copy-unknown-frame', `this chart has no frame ${quoted(frame)}; write ${frames.join(', ')}`);
	return {
		...placed(fields),
		id: readId(fields, tell),
		chapter: chapter.id,
		chart,
		frame,
		focus: readFocus(fields, known, tell),
		heading: readLine(fields, 'heading', known, tell),
		text: [],
		description: readLine(fields, 'description', known, tell),
	};
}

function readFocus(fields: Fields, known: Known, tell: TellCopy): string[] {
	const at = fields.at('focus');
	const ids = [...fields.text('focus').matchAll(/[^,\s]+/g)];
	for (const { index, 0: id } of ids) {
		if (!known.records.has(id)) tell({ ...at, column: at.column + index }, 'copy-dangling-record', `no record has the id ${suggest(id, known.records)}`);
	}
	return ids.map(([id]) => id);
}
