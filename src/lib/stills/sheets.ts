/** The charts' own style sheets, as rules. */
import type { ChartId } from '#lib/model/charts.ts';
import { drawings } from '#lib/story/drawings.ts';
import { holding, rules, type Rule } from './cascade.ts';

const sheets = new Map<ChartId, readonly Rule[]>();
const lists = new Map<string, readonly Rule[]>();

/** The rules of a chart's own style sheet that hold at a width, in pixels: one list for all widths at which they are the same. */
export function sheetAt(chart: ChartId, width: number): readonly Rule[] {
	const sheet = sheets.get(chart) ?? rules(drawings[chart].sheet);
	sheets.set(chart, sheet);
	const found = holding(sheet, width);
	const key = `${chart} ${found.map((rule) => sheet.indexOf(rule)).join(' ')}`;
	const known = lists.get(key) ?? found;
	lists.set(key, known);
	return known;
}
