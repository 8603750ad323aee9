/** What the articles answer to the questions on which they differ. */
import type { Evidenced, Id } from './records.ts';

/** `differs`: another answer to the same question, which denies nothing. */
export type Stand = 'affirms' | 'denies' | 'differs' | 'qualifies' | 'silent';

/** Whose answer it is: `article` for the article's own voice, `unnamed` for somebody it does not name, or ids of actors. */
export type Voice = readonly Id[];

/** What one source says on a question. Its id is `<question>--<source>`. */
export interface Position extends Evidenced {
	readonly id: Id;
	readonly question: Id;
	readonly source: Id;
	readonly position: Stand;
	/** Empty when silent. */
	readonly voice: Voice;
	/** Other answers that the article quotes or reports beside this one. */
	readonly carries: readonly { readonly position: Exclude<Stand, 'silent'>; readonly voice: Voice }[];
	/** One sentence: what the source says, in our words; empty when silent. */
	readonly says: string;
}

/** Something on which the articles differ. */
export interface Question extends Evidenced {
	readonly id: Id;
	/** A whole question that can be affirmed or denied. */
	readonly question: string;
	/** At most 24 characters. */
	readonly short: string;
	/** One sentence: in what the articles differ. */
	readonly dispute: string;
	/** The events, ties and contacts that it is about. */
	readonly about: readonly Id[];
	/** One a source, in the order of `sources`. */
	readonly positions: readonly Id[];
}
