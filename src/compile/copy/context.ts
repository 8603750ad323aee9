/** The context in which the parts of the copy are read, and how their words are read. */
import type { Spot } from '#compile/diagnostic.ts';
import type { CopyReporter } from './codes.ts';
import type { Data } from './proof/data.ts';
import type { Fields } from './fields.ts';
import { readWords, type KnownWords, type Place, type Words } from './words.ts';

/** What every part needs to be read; `links` are checked once all parts are read. */
export interface CopyContext {
	readonly known: KnownWords;
	readonly report: CopyReporter;
	readonly links: Words['pages'][number][];
}

/** Context of words that nothing beside them on the page helps to prove. */
export const nowhere: Place = { focus: [], years: [], speaksOfData: true };

/** Context of words about the whole period: they may name its first and last year. */
export const spanned = (data: Data): Place => ({ ...nowhere, years: data.yearsOf('all') });

/** Context of words that the block's `claims` cover. */
export function claimed(fields: Fields, place: Place): Place {
	return { ...place, isClaimed: fields.text('claims') !== '' };
}

/** The words of a field; empty if it is missing. */
export function words(fields: Fields, field: string, place: Place, context: CopyContext): Words {
	return paragraph(fields.text(field), fields.at(field), place, context);
}

export function paragraph(text: string, at: Spot, place: Place, { known, report, links }: CopyContext): Words {
	const read = readWords(text, at, place, known, report);
	links.push(...read.pages);
	return read;
}
