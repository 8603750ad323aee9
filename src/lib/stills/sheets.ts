/** The charts' own style sheets, as rules. */
import type { ChartId } from '#lib/model/charts.ts';
import { drawings } from '#lib/story/drawings.ts';
import { rules, type Rule } from './cascade.ts';

const read = new Map<ChartId, readonly Rule[]>();

/** The rules of a chart's own style sheet. */
export function sheetOf(chart: ChartId): readonly Rule[] {
	const found = read.get(chart) ?? rules(drawings[chart].sheet);
	read.set(chart, found);
	return found;
}
