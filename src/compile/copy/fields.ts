/** The fields of one block. */
import type { ChartId } from '#lib/model/charts.ts';
import { chartIds } from '#lib/model/charts.ts';
import type { CopyReporter } from './codes.ts';
import type { Block } from './outline.ts';
import { quoted, type Spot } from '#compile/diagnostic.ts';

/** A block with its content: `text` is what ArchieML read, `at` where it begins (or the block, if it is missing). */
export interface Fields {
	readonly block: Block;
	text(field: string): string;
	at(field: string): Spot;
}

/** `value` is the block as ArchieML loads it. */
export function fieldsOf(block: Block, value: unknown): Fields {
	const record = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
	return {
		block,
		text: (field) => (block.fields.has(field) && typeof record[field] === 'string' ? record[field] : ''),
		at: (field) => {
			const { file, line, column } = block.fields.get(field) ?? block.at;
			return { file, line, column };
		},
	};
}

/** Reports each of these fields that is missing or empty. */
export function need(fields: Fields, names: readonly string[], report: CopyReporter): void {
	for (const name of names) {
		if (fields.text(name) !== '') continue;
		if (name === 'description')
			report(
				fields.at(name),
				'copy-missing-description',
				'there is no description; write “description:” and one sentence that says what a reader would see',
			);
		else
			report(
				fields.at(name),
				'copy-missing-field',
				`“${name}” is missing; write “${name}:” and its words in this block`,
			);
	}
}

/** The chart's id; any other name is reported and gives null. */
export function readChartId(name: string, at: Spot, report: CopyReporter): ChartId | null {
	const id = chartIds.find((known) => known === name) ?? null;
	if (id === null)
		report(at, 'copy-unknown-chart', `there is no chart ${quoted(name)}; write ${chartIds.join(', ')} or none`);
	return id;
}
