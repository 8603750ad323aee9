/** Ids that are published, or were: each leads to one place, and for good. */
import type { Id } from '#lib/model/records.ts';
import { quoted, type Spot } from '#compile/diagnostic.ts';
import type { CopyReporter } from './codes.ts';
import type { Fields } from './fields.ts';

/** An id that was published before, and where the copy says so. */
export interface Former {
	readonly id: Id;
	readonly at: Spot;
}

/** The ids that a block had before, each of the right shape, or reported. */
export function readFormer(fields: Fields, report: CopyReporter): Former[] {
	const start = fields.at('formerly');
	return [...fields.text('formerly').matchAll(/[^,\s]+/g)].map(({ index, 0: id }) => {
		const at = { ...start, column: start.column + index };
		reportShape(id, at, report);
		return { id, at };
	});
}

export function reportShape(id: string, at: Spot, report: CopyReporter): void {
	if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
		report(at, 'copy-id-shape', `${quoted(id)} is not an id; write lower-case words joined by single hyphens`);
}
