/** Former ids: an id that was ever published keeps leading to one place. */
import type { Id } from '#lib/model/records.ts';
import { quoted, type Spot } from '#compile/diagnostic.ts';
import type { CopyReporter } from './codes.ts';
import type { Fields } from './fields.ts';

/** A former id, and where the copy states it. */
export interface Former {
	readonly id: Id;
	readonly at: Spot;
}

/** The former ids of a block; reports those of the wrong form. */
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
