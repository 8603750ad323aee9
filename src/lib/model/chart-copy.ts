/** Which charts a story has, and the words of each. */
import { chartIds, type ChartId } from './charts.ts';
import type { ChartCopy, Copy } from './copy.ts';

/** The charts that a story has: those that its copy has words for. */
export const chartsOf = ({ charts }: Pick<Copy, 'charts'>): ChartId[] => chartIds.filter((id) => charts[id]);

/** The chart that a published id leads to: its own, or one that it had before. */
export const chartAt = ({ charts }: Pick<Copy, 'charts'>, id: string): ChartCopy | undefined =>
	Object.values(charts).find((chart) => chart.id === id || chart.formerly.includes(id));

/** Every id under which a story's charts are published. */
export const publishedCharts = ({ charts }: Pick<Copy, 'charts'>): string[] =>
	Object.values(charts).flatMap(({ id, formerly }) => [id, ...formerly]);

/** The words of a chart. Throws where the story has no such chart. */
export function chartCopy({ charts }: Pick<Copy, 'charts'>, id: ChartId): ChartCopy {
	const words = charts[id];
	if (!words) throw new Error(`The story has no chart ${id}`);
	return words;
}
