/** The data of the charts of a story: geometry, table, steps and frames, computed from the compiled story. */
import { accountsTable } from '#lib/charts/accounts/table.ts';
import { accountsGeometry } from '#lib/charts/accounts/geometry.ts';
import { contactsTable } from '#lib/charts/contacts/table.ts';
import { contactsGeometry } from '#lib/charts/contacts/geometry.ts';
import { relationsFindings } from '#lib/charts/relations/describe.ts';
import { relationsTable } from '#lib/charts/relations/table.ts';
import { relationsGeometry } from '#lib/charts/relations/geometry.ts';
import { tiesTable } from '#lib/charts/ties/table.ts';
import { tiesGeometry } from '#lib/charts/ties/geometry.ts';
import type { Table } from '#lib/model/chart.ts';
import { CHARTS, type ChartId } from '#lib/model/charts.ts';
import { chartCopy, chartsOf } from '#lib/model/chart-copy.ts';
import type { Step } from '#lib/model/copy.ts';
import type { Id } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';

interface Made {
	/** For all frames; steps only decide which marks have labels. */
	readonly geometry: (story: Story, steps: readonly Step[]) => unknown;
	/** The rows of its table, as text. */
	readonly table: (story: Story) => Table;
	/** The finding of a frame by its id, if it differs from that of the whole chart. */
	readonly findings?: (story: Story) => Readonly<Record<string, string>>;
}

const made: Readonly<Record<ChartId, Made>> = {
	relations: { geometry: relationsGeometry, table: relationsTable, findings: relationsFindings },
	ties: { geometry: tiesGeometry, table: tiesTable },
	contacts: { geometry: contactsGeometry, table: contactsTable },
	accounts: { geometry: accountsGeometry, table: accountsTable },
};

/** The steps of one chart, in reading order. */
export function stepsOf(story: Story, chart: ChartId): Step[] {
	return story.copy.chapters.flatMap((chapter) => chapter.steps).filter((step) => step.chart === chart);
}

/** The geometry, in all frames, of each chart that the story has. */
export type Geometries = Readonly<Partial<Record<ChartId, unknown>>>;

export const geometries = (story: Story): Geometries =>
	Object.fromEntries(chartsOf(story.copy).map((id) => [id, made[id].geometry(story, stepsOf(story, id))]));

/** The table rows of each chart of the story, as text. */
export const tables = (story: Story): Readonly<Partial<Record<ChartId, Table>>> =>
	Object.fromEntries(chartsOf(story.copy).map((id) => [id, made[id].table(story)]));

/** What a chart shows, and in which steps: what they say of it, else its frame's own finding, else its title. */
export function findingsOf(story: Story, chart: ChartId): Map<string, readonly Id[]> {
	const byFrame = made[chart].findings?.(story) ?? {};
	const { title } = chartCopy(story.copy, chart);
	const found = new Map<string, Id[]>();
	for (const { id, finding, frame } of stepsOf(story, chart)) {
		const words = finding || (byFrame[frame] ?? title);
		found.set(words, [...(found.get(words) ?? []), id]);
	}
	return found;
}

/** The frames of a chart, the whole first. */
export const framesOf = (story: Story, chart: ChartId): string[] =>
	CHARTS[chart].byEra ? ['all', ...story.eras.map((era) => era.id)] : ['all'];
