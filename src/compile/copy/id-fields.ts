import type { CopyReporter } from './codes.ts';
import { suggest } from './inline.ts';
import type { Block } from './outline.ts';
import type { IdSet } from './proof/data.ts';
import { type Spot, quoted } from '#compile/diagnostic.ts';
import type { Id } from '#lib/model/records.ts';

export interface Listed {
	readonly id: Id;
	readonly at: Spot;
}

function listed(block: Block, field: string): Listed[] {
	const start = block.at(field);
	return [...block.text(field).matchAll(/[^,\s]+/g)].map(({ index, 0: id }) => ({
		id,
		at: { ...start, column: start.column + index },
	}));
}

/** The ids in a field; reports those that are not in `known`. */
export function readIds(block: Block, field: string, known: IdSet, kind: string, report: CopyReporter): Listed[] {
	const seen = new Set<string>();
	const ids = listed(block, field);
	for (const { id, at } of ids) {
		if (seen.has(id)) report(at, 'copy-duplicate-id', `${quoted(id)} is listed twice under “${field}”; write it once`);
		seen.add(id);
		if (/^(?:and|or|[^a-z0-9]+)$/i.test(id) || /[;.:|]$/.test(id))
			report(at, 'copy-dangling-record', `${quoted(id)} does not separate ids; write a comma between them: a-b, c-d`);
		else if (!known.has(id)) report(at, 'copy-dangling-record', `no ${kind} has the id ${suggest(id, known.keys())}`);
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
