/** What every part of the copy is read with, and how its words are. */
import type { Spot } from '#compile/diagnostic.ts';
import type { CopyReporter } from './codes.ts';
import type { Data } from './proof/data.ts';
import type { Fields } from './fields.ts';
import { readWords, type KnownWords, type Place, type Words } from './words.ts';

/** What every part is read with, and the links that are judged once all are read. */
export interface CopyContext {
	readonly known: KnownWords;
	readonly report: CopyReporter;
	readonly links: Words['pages'][number][];
}

/** Words of which nothing on the page beside them proves any. */
export const nowhere: Place = { focus: [], years: [], speaksOfData: true };

/** Words about all of it, which may name its first and its last year. */
export const spanned = (data: Data): Place => ({ ...nowhere, years: data.yearsOf('all') });

/** The place of the words that the block's `claims` are about. */
export function claimed(fields: Fields, place: Place): Place {
	return { ...place, isClaimed: fields.text('claims') !== '' };
}

/** The words of a field, none if it is missing. */
export function words(fields: Fields, field: string, place: Place, context: CopyContext): Words {
	return paragraph(fields.text(field), fields.at(field), place, context);
}

export function paragraph(text: string, at: Spot, place: Place, { known, report, links }: CopyContext): Words {
	const read = readWords(text, at, place, known, report);
	links.push(...read.pages);
	return read;
}
