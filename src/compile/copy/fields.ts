/** Reads fields that hold ids or one word. */
import { chartIds, type ChartId } from '#lib/model/charts.ts';
import type { Id } from '#lib/model/records.ts';
import { quoted, type Spot } from '#compile/diagnostic.ts';
import type { CopyReporter } from './codes.ts';
import { suggest } from './inline.ts';
import type { Block } from './outline.ts';

export interface Listed {
	readonly id: Id;
	readonly at: Spot;
}

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

function listed(block: Block, field: string): Listed[] {
	const start = block.at(field);
	return [...block.text(field).matchAll(/[^,\s]+/g)].map(({ index, 0: id }) => ({
		id,
		at: { ...start, column: start.column + index },
	}));
}

/** The ids in a field; reports those that are not in `known`. */
export function readIds(
	block: Block,
	field: string,
	known: ReadonlySet<Id>,
	kind: string,
	report: CopyReporter,
): Listed[] {
	const seen = new Set<string>();
	const ids = listed(block, field);
	for (const { id, at } of ids) {
		if (seen.has(id)) report(at, 'copy-duplicate-id', `${quoted(id)} is listed twice under “${field}”; write it once`);
		seen.add(id);
		if (/^(?:and|or|[^a-z0-9]+)$/i.test(id) || /[;.:|]$/.test(id))
			report(at, 'copy-dangling-record', `${quoted(id)} does not separate ids; write a comma between them: a-b, c-d`);
		else if (!known.has(id)) report(at, 'copy-dangling-record', `no ${kind} has the id ${suggest(id, known)}`);
	}
	return ids;
}

/** The block's own id; reports one of the wrong form. */
export function readId(block: Block, report: CopyReporter): Id {
	const id = block.text('id');
	if (id !== '') reportShape({ id, at: block.at('id') }, report);
	return id;
}

/** Ids that were published and keep leading to this block; reports those of the wrong form. */
export function readFormer(block: Block, report: CopyReporter): Listed[] {
	const former = listed(block, 'formerly');
	for (const one of former) reportShape(one, report);
	return former;
}

function reportShape({ id, at }: Listed, report: CopyReporter): void {
	if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
		report(at, 'copy-id-shape', `${quoted(id)} is not an id; write lower-case words joined by single hyphens`);
}
