/** Reads fields that hold ids or one word. */
import { chartIds, type ChartId } from '#lib/model/charts.ts';
import { quoted, type Spot } from '#compile/diagnostic.ts';
import type { CopyReporter } from './codes.ts';
import type { Block } from './outline.ts';

export function need(block: Block, names: readonly string[], report: CopyReporter): void {
	for (const name of names) {
		if (block.text(name) !== '') continue;
		if (name === 'description')
			report(
				block.at(name),
				'copy-missing-description',
				'there is no description; write “description:” and one sentence that says what a reader would see',
			);
		else
			report(
				block.at(name),
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

/** The one word that a field may hold; null if it is missing. */
export function readWord<T extends string>(block: Block, field: string, word: T, report: CopyReporter): T | null {
	const text = block.text(field);
	if (text !== '' && text !== word)
		report(
			block.at(field),
			'copy-unknown-word',
			`“${field}” cannot be ${quoted(text)}; write “${field}: ${word}”, or remove it`,
		);
	return text === word ? word : null;
}
