/** Faults that only the whole story shows: clashing ids, empty chapters, charts without a step. */
import { chartIds, type ChartId } from '#lib/model/charts.ts';
import type { DraftChapter } from './chapters.ts';
import type { CopyReporter } from './codes.ts';
import type { Outline } from './outline.ts';

/** Reports every fault between chapters, steps and the words of charts. */
export function reportStory(
	chapters: readonly DraftChapter[],
	found: Outline,
	sources: ReadonlySet<string>,
	report: CopyReporter,
): void {
	const steps = chapters.flatMap((chapter) => chapter.steps);
	reportIds(chapters, report);
	reportSources(chapters, found, sources, report);
	for (const { at, intro, steps: own } of chapters) {
		if (intro.length + own.length === 0)
			report(at, 'copy-empty-chapter', 'this chapter has neither text nor steps; write some, or remove it');
	}
	for (const { at, text } of steps) {
		if (text.length === 0)
			report(
				at,
				'copy-empty-step',
				'this step has no text, so that nobody would see it; write a paragraph after its {}, or remove it',
			);
	}
	const used = chartIds.filter((id) => found.charts.some(({ name }) => name === id) || shows(chapters, id));
	if (used.length === 0)
		report(
			found.copy.at,
			'copy-chart-without-words',
			`the story has no chart; write a block {charts.<chart>} for one of ${chartIds.join(', ')}, and a step that shows it`,
		);
	for (const id of used) {
		const words = found.charts.find(({ name }) => name === id);
		const first = steps.find(({ chart }) => chart === id);
		if (!words)
			report(
				(first ?? chapters.find(({ chart }) => chart === id))?.at ?? found.copy.at,
				'copy-chart-without-words',
				`the chart ${id} has no description; write a block {charts.${id}} with title, how, credit and description`,
			);
		else if (!first)
			report(
				words.at,
				'copy-chart-without-steps',
				`no step shows the chart ${id}; write a {.step} with “chart: ${id}”, or remove its block {charts.${id}}`,
			);
		if (first && first.frame !== 'all')
			report(
				first.frameAt,
				'copy-first-frame',
				`the first step of ${id} must show all of it; write “frame: all”, or put such a step before it`,
			);
	}
}

const shows = (chapters: readonly DraftChapter[], id: ChartId): boolean =>
	chapters.some(({ chart, steps }) => chart === id || steps.some((step) => step.chart === id));

/** A chapter that shows the sources needs words about each of them. */
function reportSources(
	chapters: readonly DraftChapter[],
	found: Outline,
	sources: ReadonlySet<string>,
	report: CopyReporter,
): void {
	const chapter = chapters.find(({ shows }) => shows === 'sources');
	const worded = new Set(found.sources.map(({ name }) => name));
	for (const id of chapter ? sources : []) {
		if (!worded.has(id))
			report(
				chapter?.at ?? found.copy.at,
				'copy-source-without-words',
				`this chapter shows the sources, and ${id} has no description; write a block {sources.${id}} with voice and unknown`,
			);
	}
}

function reportIds(chapters: readonly DraftChapter[], report: CopyReporter): void {
	const taken = new Map<string, { kind: 'chapter' | 'step'; line: number }>();
	const blocks = chapters.map((one) => ({ ...one, kind: 'chapter' as const }));
	const steps = chapters.flatMap((one) => one.steps).map((one) => ({ ...one, kind: 'step' as const }));
	const all = [...blocks, ...steps];
	const present = all.map(({ id, idAt, kind }) => ({ id, idAt, kind, isFormer: false }));
	const former = all.flatMap((one) =>
		one.former.map(({ id, at }) => ({ id, idAt: at, kind: one.kind, isFormer: true })),
	);
	for (const { id, idAt, kind, isFormer } of [...present, ...former]) {
		const other = taken.get(id);
		if (id === '') continue;
		if (!other) taken.set(id, { kind, line: idAt.line });
		else if (isFormer)
			report(
				idAt,
				'copy-duplicate-id',
				`#${id} is the ${other.kind} of line ${String(other.line)}; remove it from “formerly” here, or give that one another id`,
			);
		else if (other.kind === kind)
			report(idAt, 'copy-duplicate-id', `the ${kind} of line ${String(other.line)} has this id, too; write another`);
		else
			report(
				idAt,
				'copy-id-taken',
				`the chapter of line ${String(other.line)} has this id; both are anchors of one page, write another`,
			);
	}
}
