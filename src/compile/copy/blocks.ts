/** Turns blocks into the copy: its own words, and those of charts, sources and chapters. */
import { chartIds, type ChartId } from '#lib/model/charts.ts';
import type { ChartCopy, Claim, Copy, SourceCopy } from '#lib/model/copy.ts';
import { quoted } from '#compile/diagnostic.ts';
import { readStory } from './chapters.ts';
import { readClaims } from './proof/checks.ts';
import type { CopyReporter } from './codes.ts';
import { need, readChartId } from './fields.ts';
import { readFormer } from './id-fields.ts';
import { suggest } from './inline.ts';
import type { Block, Outline } from './outline.ts';
import { reportPages, reportStory } from './story.ts';
import { claimed, nowhere, spanned, words, type CopyContext, type KnownWords } from './words.ts';

/** Missing fields become empty strings; every fault is reported. */
export function readCopy(found: Outline, known: KnownWords, report: CopyReporter): Copy {
	const context: CopyContext = { known, report, links: [...known.leads] };
	const top = found.copy;
	need(top, ['language', 'title', 'standfirst', 'description'], report);
	reportLanguage(top, report);
	const { charts, claims } = readCharts(found.charts, context);
	const chapters = readStory(found, context);
	reportStory(chapters, found, known.data.idsOf('sources'), report);
	const span = spanned(known.data);
	const title = words(top, 'title', span, context);
	const description = words(top, 'description', claimed(top, span), context).text;
	const copy = {
		language: top.text('language'),
		title: title.text,
		titleProse: title.prose,
		standfirst: words(top, 'standfirst', span, context).prose,
		description,
		chapters: chapters.map(({ chapter, steps }) => ({ ...chapter, steps: steps.map(({ step }) => step) })),
		charts,
		sources: readSources(found, context),
		claims: [
			...readClaims(top, 'story', description, known, report),
			...claims,
			...chapters.flatMap(({ steps }) => steps.flatMap((step) => step.claims)),
		],
	};
	reportPages(context.links, copy, known.data, report);
	return copy;
}

/** Browsers read out, hyphenate and translate the page by this tag (BCP 47). */
function reportLanguage(top: Block, report: CopyReporter): void {
	const tag = top.text('language');
	if (tag === '') return;
	const wrong = wrongInTag(tag);
	if (wrong !== null) report(top.at('language'), 'copy-language', `${quoted(tag)} ${wrong}`);
}

function wrongInTag(tag: string): string | null {
	const example = 'write the tag of BCP 47, such as en, en-GB or de';
	try {
		const { language, baseName } = new Intl.Locale(tag);
		const name = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(language);
		if (name === undefined) return `is not a language tag of BCP 47; ${example}`;
		return baseName === tag ? null : `is not how the tag is written; write ${baseName}`;
	} catch {
		return `is not a language tag of BCP 47; ${example}`;
	}
}

function readCharts(blocks: readonly Block[], context: CopyContext): Pick<Copy, 'charts' | 'claims'> {
	const { known, report } = context;
	const charts: Partial<Record<ChartId, ChartCopy>> = {};
	const claims: Claim[] = [];
	const span = spanned(known.data);
	/** Published ids, with the lines that give them. */
	const taken = new Map<string, number>(blocks.map(({ name, spot }) => [name, spot.line]));
	for (const block of blocks) {
		const id = readChartId(block.name, block.spot, report);
		if (id === null) continue;
		need(block, ['title', 'how', 'credit', 'description'], report);
		const line = (field: string, speaksOfData: boolean): string =>
			words(block, field, { ...span, speaksOfData }, context).text;
		const title = words(block, 'title', claimed(block, span), context).text;
		const [how, credit] = [line('how', false), line('credit', false)];
		const former = readFormer(block, report);
		for (const { id: old, at } of former) {
			const other = taken.get(old);
			if (other === undefined) taken.set(old, at.line);
			else
				report(
					at,
					'copy-duplicate-id',
					`the chart ${quoted(old)} still exists (line ${String(other)}); remove it from “formerly” here, or remove that block`,
				);
		}
		const formerly = former.map((one) => one.id);
		charts[id] = { id, formerly, title, how, credit, description: line('description', true) };
		claims.push(...readClaims(block, id, title, known, report));
	}
	return {
		// In the order of the registry, not of the file.
		charts: Object.fromEntries(chartIds.flatMap((id) => (charts[id] ? [[id, charts[id]]] : []))),
		claims,
	};
}

function readSources({ sources: blocks }: Outline, context: CopyContext): Record<string, SourceCopy> {
	const { known, report } = context;
	const sources: Record<string, SourceCopy> = {};
	const ids = known.data.idsOf('sources');
	for (const block of blocks) {
		if (!ids.has(block.name))
			report(block.spot, 'copy-dangling-record', `no source has the id ${suggest(block.name, ids)}`);
		need(block, ['voice', 'unknown'], report);
		const line = (field: string): string => words(block, field, nowhere, context).text;
		sources[block.name] = { voice: line('voice'), unknown: line('unknown') };
	}
	return sources;
}
