/** Turns the blocks of the story into chapters and steps. */
import { CHARTS, type ChartId } from '#lib/model/charts.ts';
import type { Chapter, Claim, Paragraph, Step } from '#lib/model/copy.ts';
import type { Id } from '#lib/model/records.ts';
import { quoted } from '#compile/diagnostic.ts';
import { readClaims } from './proof/checks.ts';
import type { Data, IdSet } from './proof/data.ts';
import type { CopyReporter } from './codes.ts';
import { need, readChartId, readWord } from './fields.ts';
import { readFormer, readId, readIds, type Listed } from './id-fields.ts';
import { suggest } from './inline.ts';
import type { Block, Outline } from './outline.ts';
import {
	claimed,
	nowhere,
	paragraph,
	readName,
	words,
	type CopyContext,
	type KnownWords,
	type Place,
} from './words.ts';

/** A step as read, with its block for later reports. */
export interface DraftStep {
	readonly block: Block;
	readonly former: readonly Listed[];
	readonly step: Step & { readonly text: Paragraph[] };
	readonly claims: readonly Claim[];
}

/** A chapter as read; its own steps have still to be added. */
export interface DraftChapter extends Pick<DraftStep, 'block' | 'former'> {
	readonly chapter: Omit<Chapter, 'steps'> & { readonly intro: Paragraph[] };
	readonly steps: DraftStep[];
}

export function readStory({ story }: Outline, context: CopyContext): DraftChapter[] {
	const { report } = context;
	const chapters: DraftChapter[] = [];
	const lines = new Map<string, number>();
	for (const item of story) {
		const last = chapters.at(-1);
		if (item.kind === 'text') {
			const { line, spot } = item;
			const before = lines.get(line);
			if (before !== undefined)
				report(spot, 'copy-repeated-field', `this paragraph is in line ${String(before)} already; write it once`);
			lines.set(line, spot.line);
			const { prose } = paragraph(line, spot, nowhere, context);
			const place = last?.steps.at(-1)?.step.text ?? last?.chapter.intro;
			if (place) place.push(prose);
			else report(spot, 'copy-stray-line', 'this text is before the first {.chapter}; move it into a chapter');
		} else if (item.kind === 'chapter') chapters.push(readChapter(item, context));
		else if (last) last.steps.push(readStep(item, last, context));
		else
			report(
				item.spot,
				'copy-step-before-chapter',
				'this step is before the first {.chapter}; write a chapter above it',
			);
	}
	return chapters;
}

function readChartOf(block: Block, byDefault: ChartId | null, report: CopyReporter): ChartId | null {
	const name = block.text('chart');
	if (name === '') return byDefault;
	return name === 'none' ? null : readChartId(name, block.at('chart'), report);
}

function readChapter(block: Block, context: CopyContext): DraftChapter {
	const { known, report } = context;
	need(block, ['id', 'title', 'short'], report);
	const title = words(block, 'title', nowhere, context);
	const former = readFormer(block, report);
	const chapter = {
		id: readId(block, report),
		formerly: former.map(({ id }) => id),
		title: title.text,
		titleProse: title.prose,
		short: readName(block.text('short'), block.at('short'), known, report),
		chart: readChartOf(block, null, report),
		pull: readPull(block, known, report),
		people: readIds(block, 'people', known.data.idsOf('actors'), 'actor', report).map(({ id }) => id),
		shows: readWord(block, 'shows', 'sources', report),
		isAfterword: readWord(block, 'place', 'after', report) !== null,
		intro: [],
	};
	return { block, former, chapter, steps: [] };
}

function readStep(block: Block, { chapter }: DraftChapter, context: CopyContext): DraftStep {
	const { known, report } = context;
	const chart = readChartOf(block, chapter.chart, report);
	need(block, chart === null ? ['id', 'heading'] : ['id', 'heading', 'description'], report);
	const frameName = block.text('frame') || 'all';
	const frames = chart !== null && CHARTS[chart].byEra ? ['all', ...known.data.eras] : ['all'];
	const isFrame = frames.includes(frameName);
	const frame = isFrame ? frameName : 'all';
	if (!isFrame)
		report(
			block.at('frame'),
			'copy-unknown-frame',
			`this chart has no frame ${quoted(frameName)}; write ${frames.join(', ')}`,
		);
	const id = readId(block, report);
	const focus = readFocus(block, chart, frame, known, report);
	const heading = words(block, 'heading', claimed(block, nowhere), context);
	const shown: Place = {
		focus: focus.filter((each) => known.data.records.has(each)),
		years: known.data.yearsOf(frame),
		speaksOfData: true,
	};
	// Without a valid frame and focus, the rest of the step cannot be checked.
	const isShown = isFrame && focus.every((each) => known.data.records.has(each) || known.data.eras.includes(each));
	const stepContext: CopyContext = isShown ? context : { ...context, known: { ...known, isSound: false } };
	const former = readFormer(block, report);
	const step = {
		id,
		formerly: former.map((one) => one.id),
		chapter: chapter.id,
		chart,
		frame,
		focus,
		heading: heading.text,
		headingProse: heading.prose,
		finding: words(block, 'finding', claimed(block, shown), context).text,
		text: [],
		description: words(block, 'description', isShown ? shown : { ...shown, focus: focus }, stepContext).text,
	};
	return { block, former, step, claims: readClaims(block, id, heading.text, known, report) };
}

/** The quotation that opens a chapter; null if it names none. */
function readPull(block: Block, known: KnownWords, report: CopyReporter): Id | null {
	const id = block.text('pull');
	if (id === '') return null;
	const quotations = known.data.idsOf('quotations');
	if (!quotations.has(id))
		report(
			block.at('pull'),
			'copy-pull-not-quotation',
			`“pull” must be the id of a quotation; none has the id ${suggest(id, quotations)}`,
		);
	return id;
}

/**
 * The records in focus, or the periods if the chart shows all of them. Reports unknown ids, and records that the chart
 * does not draw in the step's frame.
 */
function readFocus(block: Block, chart: ChartId | null, frame: string, known: KnownWords, report: CopyReporter): Id[] {
	const periods = new Set(chart !== null && CHARTS[chart].byEra && frame === 'all' ? known.data.eras : []);
	const { records } = known.data;
	const targets: IdSet = {
		has: (id) => periods.has(id) || records.has(id),
		keys: () => new Set([...records.keys(), ...periods]).keys(),
	};
	const ids = readIds(block, 'focus', targets, 'record', report);
	for (const { id, at } of known.isSound ? ids.filter((each) => !periods.has(each.id)) : []) {
		const why = known.data.records.has(id) ? notDrawn(id, chart, frame, known.data) : null;
		if (why !== null) report(at, 'copy-focus-not-drawn', why);
		if (chart === null) break;
	}
	return ids.map(({ id }) => id);
}

/** Why the chart does not draw the record in this step, and what to write instead; null if it does. */
function notDrawn(id: Id, chart: ChartId | null, frame: string, data: Data): string | null {
	if (chart === null) return 'this step has a focus but no chart; remove “focus”, or write “chart:”';
	const row = data.drawable(id);
	const drawn = Array.isArray(row?.['drawn']) ? (row['drawn'] as unknown[]).map(String) : [];
	if (!drawn.includes(chart)) {
		const where = drawn.length === 0 ? 'no chart draws it' : `it is drawn by ${drawn.join(', ')}`;
		return `the chart ${chart} does not draw “${id}”, ${where}; remove it from “focus”, and cite it in the text`;
	}
	if (frame === 'all' || row?.['era'] === frame) return null;
	return `“${id}” is not in the frame ${frame}; write “frame: ${String(row?.['era'])}” or “frame: all”, or remove it from “focus”`;
}
