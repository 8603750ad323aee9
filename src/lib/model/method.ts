/** The types of the method page and its checks: how far the codings agree, and how the index varies with its method. */
import type { Claim } from './copy.ts';
import type { Id } from './records.ts';

/** A code as one coder gave it, with its name and score; `name` is empty for a code that is not in the table. */
export interface AssignedCode {
	readonly code: string;
	readonly name: string;
	readonly goldstein: number | null;
}

/** A record that both coders gave a code, and what they gave. */
export interface CodedUnit {
	readonly record: Id;
	readonly a: AssignedCode;
	readonly b: AssignedCode;
}

/** Krippendorff's bounds: from 0.8 on firm, from 0.667 on tentative. */
export type Verdict = 'firm' | 'tentative' | 'below';

/** Krippendorff's alpha to four decimals, with the middle 95 % of what it is in resamples of its units. */
export interface Alpha {
	readonly value: number;
	readonly low: number;
	readonly high: number;
	/** Units that both coders gave a value. */
	readonly units: number;
	readonly verdict: Verdict;
}

export interface Reliability {
	/** Nominal, on the CAMEO root (two digits); null where there is nothing to compare. */
	readonly root: Alpha | null;
	/** Interval, on the Goldstein score. */
	readonly score: Alpha | null;
	readonly resamples: number;
	/** In the order of ids. */
	readonly units: readonly CodedUnit[];
	/** Records that only this coder gave a code. */
	readonly only: { readonly a: readonly Id[]; readonly b: readonly Id[] };
}

/** How an event is scored: two published tables of Goldstein scores, their sign only, or CAMEO's four classes as ±1 and ±2. */
export type Scoring = 'gdelt' | 'icews' | 'sign' | 'quad';
export type Summary = 'mean' | 'median' | 'sum';
/** All acts but internal ones, or those between the two sides only. */
export type Acts = 'all' | 'between';

/** A code that a coder gave or that an event has, with its score under each scoring. */
export interface ScoredCode {
	/** The code: text, `010` is not `10`. */
	readonly id: Id;
	readonly name: string;
	/** Null where no table scores it; then no other scoring counts it either. */
	readonly gdelt: number | null;
	readonly icews: number | null;
	readonly sign: number | null;
	readonly quad: number | null;
}

/** One way to compute the index from its events. */
export interface Recipe {
	readonly scoring: Scoring;
	readonly summary: Summary;
	readonly acts: Acts;
}

/** The index of an era by one recipe: with all events, and its range if one event, or one source, is left out. */
export interface EraResult extends Recipe {
	readonly era: Id;
	/** Number of events counted, with nothing left out. */
	readonly n: number;
	/** Null without events. */
	readonly value: number | null;
	readonly withoutEvent: Range | null;
	/** Over the sources without which the era still has events. */
	readonly withoutSource: Range | null;
	/** Sources without which the era has no events at all. */
	readonly restsOn: readonly Id[];
}

export interface Range {
	readonly low: number;
	readonly high: number;
}

/** In how many variants of the index something holds. */
export interface Share {
	readonly holds: number;
	readonly of: number;
}

/** A claim of the copy, and in how many variants it holds; what cannot be computed does not hold. */
export interface JudgedClaim extends Share {
	readonly claim: Claim;
	readonly byRecipe: readonly (Recipe & Share)[];
	readonly bySource: readonly ({ readonly source: Id } & Share)[];
	readonly withoutEvent: Share;
	readonly whole: Share;
}

export interface Method {
	readonly reliability: Reliability;
	/** The number of variants of the index: recipes times what is left out. */
	readonly variants: number;
	readonly recipes: readonly Recipe[];
	/** Every code that a recipe scores, in order. */
	readonly codes: readonly ScoredCode[];
	/** The smallest share (0–1) of variants in which a claim of the copy must hold. */
	readonly threshold: number;
	/** By era, then by recipe, each in order. */
	readonly results: readonly EraResult[];
	readonly claims: readonly JudgedClaim[];
	/** The largest share (0–1) of an article that its annotations may quote. */
	readonly quotedMost: number;
}

/** One entry of the public log, newest first in the story. */
export interface Correction {
	/** A slug, unique in the log. */
	readonly id: Id;
	/** `urn:uuid:…`, made from the slug: the entry's name in the feed, wherever the site is. */
	readonly urn: string;
	/** `YYYY-MM-DD`. */
	readonly date: string;
	readonly records: readonly Id[];
	readonly old: string;
	readonly new: string;
	readonly why: string;
}

/** The data of the newsroom. Empty text and lists are not shown. */
export interface Newsroom {
	/** The day (`YYYY-MM-DD`) this edition was released. */
	readonly released: string;
	readonly publisher: { readonly name: string; readonly url: string };
	readonly funding: string;
	readonly contact: string;
	readonly people: readonly { readonly name: string; readonly role: string }[];
}
