/** Turns the blocks of the story into chapters and steps. */
import { CHARTS, type ChartId } from '#lib/model/charts.ts';
import type { Chapter, Claim, Paragraph, Step } from '#lib/model/copy.ts';
import { quoted, type Spot } from '#compile/diagnostic.ts';
import { readClaims } from './proof/claims.ts';
import type { CopyReporter } from './codes.ts';
import { claimed, nowhere, paragraph, words, type CopyContext } from './context.ts';
import { fieldsOf, need, readChartId, type Fields } from './fields.ts';
import { readFocus, readIds } from './focus.ts';
import { readFormer, reportShape, type Former } from './former.ts';
import { suggest } from './inline.ts';
import type { Outline } from './outline.ts';
import { readName, type KnownWords, type Place } from './words.ts';

/** A step or chapter as read, with its place for later reports. */
export type Placed<T> = T & {
	readonly at: Spot;
	readonly frameAt: Spot;
	readonly idAt: Spot;
	readonly former: readonly Former[];
};

type DraftStep = Placed<Step> & { readonly text: Paragraph[]; readonly claims: readonly Claim[] };
export type DraftChapter = Placed<Omit<Chapter, 'steps' | 'intro'>> & {
	readonly intro: Paragraph[];
	readonly steps: DraftStep[];
};

export function readStory(data: unknown, found: Outline, context: CopyContext): DraftChapter[] {
	const { report } = context;
	const values = Array.isArray(data) ? (data as { value?: unknown }[]) : [];
	const chapters: DraftChapter[] = [];
	const lines = new Map<string, number>();
	for (const [index, item] of found.story.entries()) {
		const value = values[index]?.value;
		const chapter = chapters.at(-1);
		if (item.kind === 'text') {
			const before = lines.get(item.text);
			if (before !== undefined)
				report(item.at, 'copy-repeated-field', `this paragraph is in line ${String(before)} already; write it once`);
			lines.set(item.text, item.at.line);
			const { prose } = paragraph(item.text, item.at, nowhere, context);
			const place = chapter?.steps.at(-1)?.text ?? chapter?.intro;
			if (place) place.push(prose);
			else report(item.at, 'copy-stray-line', 'this text stands before the first {.chapter}; move it into a chapter');
			continue;
		}
		const fields = fieldsOf(item, value);
		if (item.kind === 'chapter') chapters.push(readChapter(fields, context));
		else if (chapter) chapter.steps.push(readStep(fields, chapter, context));
		else
			report(
				item.at,
				'copy-step-before-chapter',
				'this step stands before the first {.chapter}; write a chapter above it',
			);
	}
	return chapters;
}

function readId(fields: Fields, report: CopyReporter): string {
	const id = fields.text('id');
	if (id !== '') reportShape(id, fields.at('id'), report);
	return id;
}

function readChartOf(fields: Fields, byDefault: ChartId | null, report: CopyReporter): ChartId | null {
	const name = fields.text('chart');
	if (name === '') return byDefault;
	return name === 'none' ? null : readChartId(name, fields.at('chart'), report);
}

function placed(fields: Fields, report: CopyReporter) {
	const former = readFormer(fields, report);
	return {
		...{ at: fields.block.at, frameAt: fields.at('frame'), idAt: fields.at('id') },
		...{ former, formerly: former.map(({ id }) => id) },
	};
}

function readChapter(fields: Fields, context: CopyContext): DraftChapter {
	const { known, report } = context;
	need(fields, ['id', 'title', 'short'], report);
	const title = words(fields, 'title', nowhere, context);
	return {
		...placed(fields, report),
		id: readId(fields, report),
		title: title.text,
		titleProse: title.prose,
		short: readName(fields.text('short'), fields.at('short'), known, report),
		chart: readChartOf(fields, null, report),
		pull: readPull(fields, known, report),
		people: readIds(fields, 'people', known.actors, 'actor', report).map(({ id }) => id),
		shows: readWord(fields, 'shows', 'sources', report),
		isAfterword: readWord(fields, 'place', 'after', report) !== null,
		intro: [],
		steps: [],
	};
}

function readStep(fields: Fields, chapter: DraftChapter, context: CopyContext): DraftStep {
	const { known, report } = context;
	const chart = readChartOf(fields, chapter.chart, report);
	need(fields, chart === null ? ['id', 'heading'] : ['id', 'heading', 'description'], report);
	const frameName = fields.text('frame') || 'all';
	const frames = chart !== null && CHARTS[chart].byEra ? ['all', ...known.eras] : ['all'];
	const isFrame = frames.includes(frameName);
	const frame = isFrame ? frameName : 'all';
	if (!isFrame)
		report(
			fields.at('frame'),
			'copy-unknown-frame',
			`this chart has no frame ${quoted(frameName)}; write ${frames.join(', ')}`,
		);
	const id = readId(fields, report);
	const focus = readFocus(fields, chart, frame, known, report);
	const heading = words(fields, 'heading', claimed(fields, nowhere), context);
	const shown: Place = {
		focus: focus.filter((each) => known.records.has(each)),
		years: known.data.yearsOf(frame),
		speaksOfData: true,
	};
	// Without a valid frame and focus, the rest of the step cannot be checked.
	const isShown = isFrame && focus.every((each) => known.records.has(each) || known.eras.includes(each));
	const stepContext: CopyContext = isShown ? context : { ...context, known: { ...known, isSound: false } };
	return {
		...placed(fields, report),
		id,
		chapter: chapter.id,
		chart,
		frame,
		focus,
		heading: heading.text,
		headingProse: heading.prose,
		finding: words(fields, 'finding', claimed(fields, shown), context).text,
		text: [],
		claims: readClaims(fields, id, heading.text, known, report),
		description: words(fields, 'description', isShown ? shown : { ...shown, focus: focus }, stepContext).text,
	};
}

/** The quotation that opens a chapter; null if it names none. */
function readPull(fields: Fields, known: KnownWords, report: CopyReporter): string | null {
	const id = fields.text('pull');
	if (id === '') return null;
	if (!known.quotations.has(id))
		report(
			fields.at('pull'),
			'copy-pull-not-quotation',
			`“pull” is a quotation of the seeds; none has the id ${suggest(id, known.quotations)}`,
		);
	return id;
}

/** The one word that a field may hold; null if it is missing. */
function readWord<T extends string>(fields: Fields, field: string, word: T, report: CopyReporter): T | null {
	const text = fields.text(field);
	if (text !== '' && text !== word)
		report(
			fields.at(field),
			'copy-unknown-word',
			`“${field}” cannot be ${quoted(text)}; write “${field}: ${word}”, or remove it`,
		);
	return text === word ? word : null;
}
