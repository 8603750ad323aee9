/** Reads the focus of a step and checks its ids. */
import { CHARTS, type ChartId } from '#lib/model/charts.ts';
import type { Id } from '#lib/model/records.ts';
import { quoted, type Spot } from '#compile/diagnostic.ts';
import type { CopyReporter } from './codes.ts';
import type { Data } from './proof/data.ts';
import type { Fields } from './fields.ts';
import { suggest } from './inline.ts';
import type { KnownWords } from './words.ts';

/**
 * The records in focus, or the periods if the chart shows all of them. Reports unknown ids, and records that the chart
 * does not draw in the step's frame.
 */
export function readFocus(
	fields: Fields,
	chart: ChartId | null,
	frame: string,
	known: KnownWords,
	report: CopyReporter,
): Id[] {
	const periods = new Set(chart !== null && CHARTS[chart].byEra && frame === 'all' ? known.eras : []);
	const ids = readIds(fields, 'focus', new Set([...known.records, ...periods]), 'record', report);
	for (const { id, at } of known.isSound ? ids.filter((each) => !periods.has(each.id)) : []) {
		const why = known.records.has(id) ? notDrawn(id, chart, frame, known.data) : null;
		if (why !== null) report(at, 'copy-focus-not-drawn', why);
		if (chart === null) break;
	}
	return ids.map(({ id }) => id);
}

/** The ids in a field, with their places; reports those that are not in `known`. */
export function readIds(
	fields: Fields,
	field: string,
	known: ReadonlySet<Id>,
	kind: string,
	report: CopyReporter,
): { readonly id: Id; readonly at: Spot }[] {
	const start = fields.at(field);
	const seen = new Set<string>();
	return [...fields.text(field).matchAll(/[^,\s]+/g)].map(({ index, 0: id }) => {
		const at = { ...start, column: start.column + index };
		if (seen.has(id)) report(at, 'copy-duplicate-id', `${quoted(id)} is listed twice under “${field}”; write it once`);
		seen.add(id);
		if (/^(?:and|or|[^a-z0-9]+)$/i.test(id) || /[;.:|]$/.test(id))
			report(at, 'copy-dangling-record', `${quoted(id)} does not separate ids; write a comma between them: a-b, c-d`);
		else if (!known.has(id)) report(at, 'copy-dangling-record', `no ${kind} has the id ${suggest(id, known)}`);
		return { id, at };
	});
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
