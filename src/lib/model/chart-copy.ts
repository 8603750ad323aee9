/** The charts of a story, and the words of each. */
import { chartIds, type ChartId } from './charts.ts';
import type { ChartCopy, Copy } from './copy.ts';

/** The charts that the copy has words for. */
export const chartsOf = ({ charts }: Pick<Copy, 'charts'>): ChartId[] => chartIds.filter((id) => charts[id]);

/** The chart with a published id, current or former. */
export const chartAt = ({ charts }: Pick<Copy, 'charts'>, id: string): ChartCopy | undefined =>
	Object.values(charts).find((chart) => chart.id === id || chart.formerly.includes(id));

/** Every id under which a story's charts are published, former ones too. */
export const publishedCharts = ({ charts }: Pick<Copy, 'charts'>): string[] =>
	Object.values(charts).flatMap(({ id, formerly }) => [id, ...formerly]);

/** The words of a chart. Throws if the story has no such chart. */
export function chartCopy({ charts }: Pick<Copy, 'charts'>, id: ChartId): ChartCopy {
	const words = charts[id];
	if (!words) throw new Error(`The story has no chart ${id}`);
	return words;
}
