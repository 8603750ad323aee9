/** Faults that only the whole copy shows: clashing ids, empty chapters, charts without a step, links that lead nowhere. */
import { chartsOf } from '#lib/model/chart-copy.ts';
import { chartIds, type ChartId } from '#lib/model/charts.ts';
import type { Copy } from '#lib/model/copy.ts';
import { quoted, type Spot } from '#compile/diagnostic.ts';
import { nearest } from '#compile/nearest.ts';
import type { DraftChapter } from './chapters.ts';
import type { CopyReporter } from './codes.ts';
import { fixedPages } from './fixed-pages.ts';
import type { Outline } from './outline.ts';
import type { Data } from './proof/data.ts';

export function reportStory(
	chapters: readonly DraftChapter[],
	found: Outline,
	sources: ReadonlySet<string>,
	report: CopyReporter,
): void {
	const steps = chapters.flatMap((chapter) => chapter.steps);
	reportIds(chapters, report);
	reportSources(chapters, found, sources, report);
	for (const { block, chapter, steps: own } of chapters) {
		if (chapter.intro.length + own.length === 0)
			report(block.spot, 'copy-empty-chapter', 'this chapter has neither text nor steps; write some, or remove it');
	}
	for (const { block, step } of steps) {
		if (step.text.length === 0)
			report(
				block.spot,
				'copy-empty-step',
				'this step has no text, so it is never shown; write a paragraph after its {}, or remove it',
			);
	}
	const used = chartIds.filter((id) => found.charts.some(({ name }) => name === id) || shows(chapters, id));
	if (used.length === 0)
		report(
			found.copy.spot,
			'copy-chart-without-words',
			`the story has no chart; write a block {charts.<chart>} for one of ${chartIds.join(', ')}, and a step that shows it`,
		);
	for (const id of used) {
		const words = found.charts.find(({ name }) => name === id);
		const first = steps.find(({ step }) => step.chart === id);
		if (!words)
			report(
				(first ?? chapters.find(({ chapter }) => chapter.chart === id))?.block.spot ?? found.copy.spot,
				'copy-chart-without-words',
				`the chart ${id} has no description; write a block {charts.${id}} with title, how, credit and description`,
			);
		else if (!first)
			report(
				words.spot,
				'copy-chart-without-steps',
				`no step shows the chart ${id}; write a {.step} with “chart: ${id}”, or remove its block {charts.${id}}`,
			);
		if (first && first.step.frame !== 'all')
			report(
				first.block.at('frame'),
				'copy-first-frame',
				`the first step of ${id} must show all of it; write “frame: all”, or put such a step before it`,
			);
	}
}

const shows = (chapters: readonly DraftChapter[], id: ChartId): boolean =>
	chapters.some(({ chapter, steps }) => [chapter, ...steps.map(({ step }) => step)].some(({ chart }) => chart === id));

/** A chapter that shows the sources needs words about each of them. */
function reportSources(
	chapters: readonly DraftChapter[],
	found: Outline,
	sources: ReadonlySet<string>,
	report: CopyReporter,
): void {
	const chapter = chapters.find((one) => one.chapter.shows === 'sources');
	const worded = new Set(found.sources.map(({ name }) => name));
	for (const id of chapter ? sources : []) {
		if (!worded.has(id))
			report(
				chapter?.block.spot ?? found.copy.spot,
				'copy-source-without-words',
				`this chapter shows the sources, and ${id} has no description; write a block {sources.${id}} with voice and unknown`,
			);
	}
}

function reportIds(chapters: readonly DraftChapter[], report: CopyReporter): void {
	const taken = new Map<string, { kind: string; line: number }>();
	const all = [...chapters, ...chapters.flatMap(({ steps }) => steps)];
	const present = all.map(({ block }) => ({ id: block.text('id'), at: block.at('id'), block, isFormer: false }));
	const former = all.flatMap(({ block, former: ids }) => ids.map((one) => ({ ...one, block, isFormer: true })));
	for (const {
		id,
		at,
		block: { kind },
		isFormer,
	} of [...present, ...former]) {
		const other = taken.get(id);
		if (id === '') continue;
		if (!other) taken.set(id, { kind, line: at.line });
		else if (isFormer)
			report(
				at,
				'copy-duplicate-id',
				`#${id} is the ${other.kind} of line ${String(other.line)}; remove it from “formerly” here, or give that one another id`,
			);
		else if (other.kind === kind)
			report(at, 'copy-duplicate-id', `the ${kind} of line ${String(other.line)} has this id, too; write another`);
		else
			report(
				at,
				'copy-id-taken',
				`the chapter of line ${String(other.line)} has this id; both are anchors of one page, write another`,
			);
	}
}

/** Reports each link to an unknown page, or to an unknown place in a page. */
export function reportPages(
	links: readonly { readonly page: string; readonly at: Spot }[],
	copy: Pick<Copy, 'chapters' | 'charts'>,
	data: Data,
	report: CopyReporter,
): void {
	const steps = copy.chapters.flatMap((chapter) => chapter.steps);
	const renamed = new Map<string, string>([
		...[...copy.chapters, ...steps].flatMap(({ id, formerly }) =>
			formerly.map((old) => [`/#${old}`, `/#${id}`] as const),
		),
		...steps.flatMap(({ id, formerly }) => formerly.map((old) => [`/s/${old}/`, `/s/${id}/`] as const)),
		...Object.values(copy.charts).flatMap(({ id, formerly }) =>
			formerly.map((old) => [`/embed/${old}/`, `/embed/${id}/`] as const),
		),
	]);
	const ids = (kind: string): string[] => (data.rows.get(kind) ?? []).map((row) => String(row['id']));
	const records = [...data.rows.keys()].filter((kind) => kind !== 'passages' && kind !== 'facts').flatMap(ids);
	const passagesOf = (source: string): string[] =>
		(data.rows.get('passages') ?? []).filter((row) => row['source'] === source).map((row) => String(row['id']));
	const pages = new Map<string, readonly string[]>([
		...fixedPages.map((page) => [page, []] as const),
		...chartsOf(copy).map((chart) => [`/embed/${chart}/`, []] as const),
		...steps.map(({ id }) => [`/s/${id}/`, []] as const),
		...ids('sources').map((source) => [`/evidence/${source}/`, passagesOf(source)] as const),
		['/', [...copy.chapters, ...steps].map(({ id }) => id)],
		['/evidence/', records],
	]);
	for (const { page, at } of links) {
		const [path = '', ...rest] = page.split('#');
		const anchor = rest.join('#');
		const known = pages.get(path);
		const now = renamed.get(page);
		if (now !== undefined) report(at, 'copy-page-unknown', `${quoted(page)} is now called ${now}; write that`);
		else if (path === '')
			report(at, 'copy-page-unknown', `${quoted(page)} is not a page; write /${page} for an anchor of the story`);
		else if (!known) {
			const near = nearest(path, pages.keys());
			report(
				at,
				'copy-page-unknown',
				`there is no page ${quoted(path)}; ${near ? `did you mean “${near}”?` : `write one of ${fixedPages.join(', ')}`}`,
			);
		} else if (page.includes('#') && !known.includes(anchor)) {
			const near = nearest(anchor, known);
			const instead =
				known.length === 0
					? 'lead to the page itself'
					: near
						? `did you mean “${path}#${near}”?`
						: 'write the id of a step, a chapter or a record';
			report(at, 'copy-page-unknown', `the page ${path} has no anchor ${quoted(`#${anchor}`)}; ${instead}`);
		}
	}
}
