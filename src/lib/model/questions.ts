/** The questions on which the articles differ, and their answers. */
import type { Evidenced, Id } from './records.ts';

/** `differs`: another answer to the same question, without a denial. */
export const POSITION_KINDS = ['affirms', 'denies', 'differs', 'qualifies', 'silent'] as const;
export type PositionKind = (typeof POSITION_KINDS)[number];

/** Whose answer it is: `article` for the article itself, `unnamed` for somebody it does not name, or ids of actors. */
export type Voice = readonly Id[];

/** The position of one source on a question. Its id is `<question>--<source>`. */
export interface Position extends Evidenced {
	readonly id: Id;
	readonly question: Id;
	readonly source: Id;
	readonly position: PositionKind;
	/** Empty if silent. */
	readonly voice: Voice;
	/** Other answers that the article quotes or reports. */
	readonly carries: readonly { readonly position: Exclude<PositionKind, 'silent'>; readonly voice: Voice }[];
	/** One sentence in our words: what the source says; empty if silent. */
	readonly says: string;
}

/** Something on which the articles differ. */
export interface Question extends Evidenced {
	readonly id: Id;
	/** A whole question that can be affirmed or denied. */
	readonly question: string;
	/** At most 24 characters. */
	readonly short: string;
	/** One sentence: how the articles differ. */
	readonly dispute: string;
	/** The events, ties and contacts that it is about. */
	readonly about: readonly Id[];
	/** One for each source, in the order of `sources`. */
	readonly positions: readonly Id[];
}
