/** The records compiled from the seeds. Types only; every id in them points to something that exists. */

/** A readable slug, unique over all kinds of record, stable for ever; also the anchor on `/evidence/`. */
export type Id = string;

/** How a passage relates to a record. */
export type Stance = 'supports' | 'disputes' | 'qualifies';

/** Where a fact about an article comes from. */
export type Basis = 'stated' | 'inferred' | 'outside';

/** A date with the precision of the articles: EDTF text, and the days between which it lies, as `YYYY-MM-DD`, both inclusive. */
export interface DateSpan {
	readonly edtf: string;
	readonly min: string;
	readonly max: string;
	/** The date in prose: "April 2014", "between November 2016 and January 2017, inferred". */
	readonly words: string;
	/** What the date was read or inferred from. */
	readonly basis: string;
	/** Whether an article states the date; if not, these are only bounds, and `words` says so. */
	readonly given: boolean;
}

/** A fact about an article, with its basis; `note` says what it was inferred from. */
export interface Stated {
	readonly value: string;
	readonly basis: Basis;
	readonly note?: string;
}

export type Genre = 'analysis' | 'aggregated news' | 'fact-check' | 'news report' | 'opinion';

export interface Source {
	readonly id: Id;
	/** Its name in the story, e.g. "Vox". */
	readonly label: string;
	/** At most eight characters, for a column head at 320 px. */
	readonly short: string;
	readonly publisher: Stated;
	readonly headline: Stated;
	readonly byline: Stated | null;
	readonly published: DateSpan;
	readonly genre: Genre;
	/** Known defects of the text, one sentence each. */
	readonly defects: readonly string[];
	/** SHA-256 of the normalised text, hex. */
	readonly sha256: string;
	/** Code points of the normalised text. */
	readonly length: number;
	/** Share (0–1) of the normalised text that the annotations quote, overlaps counted once. */
	readonly quotedShare: number;
}

/** The part of an article in which a passage stands. Only the body counts as evidence; a caption does for what it shows. */
export type Part = 'headline' | 'standfirst' | 'body' | 'caption' | 'label' | 'pull quote';

/** The ends at which it is cut off within a sentence. */
export type Clipped = readonly ('start' | 'end')[];

/** A W3C Web Annotation: a passage of one source, and the records it supports, qualifies or disputes. */
export interface Annotation {
	readonly id: Id;
	readonly source: Id;
	readonly exact: string;
	readonly prefix: string;
	readonly suffix: string;
	readonly part: Part;
	readonly clipped: Clipped;
	/** Code points into the normalised text; `end` excluded. */
	readonly start: number;
	readonly end: number;
	/** `exact` with the article's own quotation marks. */
	readonly printed: string;
	/** Where a line of the article ends between prefix and suffix, in code points from `start`; negative: in the prefix. */
	readonly breaks: readonly number[];
	readonly about: readonly { readonly record: Id; readonly stance: Stance }[];
}

/** The evidence of a record. */
export interface Evidenced {
	/** Ids of its annotations, sorted by source and place. */
	readonly evidence: readonly Id[];
	/** Sources that report it: with a supporting passage, in the order of `sources`. */
	readonly sources: readonly Id[];
	/** Sources with a passage that only qualifies it. */
	readonly qualifiedBy: readonly Id[];
	/** Sources with a disputing passage. */
	readonly disputedBy: readonly Id[];
}

/** The code of one of the two sides of `seeds/story.yaml`, or `other`, or `unknown`. */
export type Side = string;

export interface Actor extends Evidenced {
	readonly id: Id;
	readonly name: string;
	/** For a label on a chart, e.g. "Flynn". */
	readonly short: string;
	readonly kind: 'person' | 'group' | 'organisation' | 'state';
	readonly side: Side;
	/** What the side was inferred from; null if an article states it. */
	readonly sideFrom: { readonly basis: 'inferred' | 'outside'; readonly note: string } | null;
	readonly roles: readonly { readonly role: string; readonly date?: DateSpan }[];
	readonly spellings: readonly string[];
}

/** Between whom: from one side to the other (two codes joined by a hyphen), `mutual`, `third-party`, or `internal`. */
export type Dyad = string;
export type EventStatus = 'asserted' | 'reported' | 'alleged' | 'disputed' | 'announced';

/** A CAMEO 1.1b3 code as text, with its name and its Goldstein score (-10 to 10; null where the table has none). */
export interface Cameo {
	readonly code: string;
	readonly name: string;
	readonly goldstein: number | null;
}

/** An act, dated as precisely as the articles allow. */
export interface Event extends Evidenced {
	readonly id: Id;
	/** Former ids; their addresses lead to it. */
	readonly formerly: readonly Id[];
	readonly title: string;
	/** At most 26 characters, for a label on a chart. */
	readonly short: string;
	readonly date: DateSpan;
	readonly initiators: readonly Id[];
	readonly targets: readonly Id[];
	readonly dyad: Dyad;
	readonly status: EventStatus;
	/** The settled code; null if the scheme has none (a retirement, an election). */
	readonly cameo: Cameo | null;
	/** The code of each coder; null if a coder gave none or has no such row. */
	readonly coders: { readonly a: string | null; readonly b: string | null };
	/** Why this code, if the coders differ or neither code was taken. */
	readonly settled: string | null;
	/** Why its score misrepresents the act; null if it is no more misleading than any score. */
	readonly misleads: string | null;
	/** The era of its earliest possible day. */
	readonly era: Id;
}

/** The outcome of a tie; `cut`, `suspended` and `ended in dispute` are ends. */
export type Outcome = 'cut' | 'suspended' | 'ordered to end' | 'ended in dispute' | 'spared' | 'still open';

/** A tie between the two sides, or a place that one of them held. `null` dates: not in the articles. */
export interface Tie extends Evidenced {
	readonly id: Id;
	readonly formerly: readonly Id[];
	readonly title: string;
	readonly short: string;
	readonly opened: DateSpan | null;
	readonly openedBy: Id | null;
	readonly cut: DateSpan | null;
	readonly cutBy: Id | null;
	readonly outcome: Outcome;
	/** How it ended, in an article's word or two: "seized", "votes stripped". */
	readonly ended: string | null;
	/** The last date at which an article confirms it; null for one that ended. */
	readonly stood: DateSpan | null;
	/** The event that preserved it. */
	readonly sparedBy: Id | null;
	/** The holder of a posting. */
	readonly holder: Id | null;
}

export type ContactStatus = 'confirmed' | 'reported' | 'alleged' | 'proposed' | 'denied';

export interface Contact extends Evidenced {
	readonly id: Id;
	readonly formerly: readonly Id[];
	readonly title: string;
	/** At most 26 characters. */
	readonly short: string;
	/** The first one initiated it, if `directed`. */
	readonly participants: readonly Id[];
	readonly directed: boolean;
	/** One of those of `seeds/story.yaml`. */
	readonly mode: string;
	readonly date: DateSpan;
	readonly status: ContactStatus;
	readonly topics: readonly { readonly topic: string; readonly status: ContactStatus }[];
	/** When it became public according to the articles; it counts as known from the earliest such date. */
	readonly known: DateSpan;
	/** 1: the hub of the network takes part. 2: others only. */
	readonly degree: 1 | 2;
	/** An event (a resignation, a recusal) that it led to for a participant, if the articles connect them. */
	readonly cost: Id | null;
}

/** A direct quotation of a person. Its words are its annotation's `exact`. */
export interface Quotation extends Evidenced {
	readonly id: Id;
	readonly speaker: Id;
	readonly annotation: Id;
	readonly source: Id;
	readonly exact: string;
	readonly clipped: Clipped;
	/** Our words between the speaker's name and the quotation: "called Kislyak"; empty if it stands alone. */
	readonly lead: string;
	/** To whom or where it was said, e.g. "Izvestia"; empty if the article does not say. */
	readonly to: string;
}

/** A number that the copy uses. */
export interface Figure extends Evidenced {
	readonly id: Id;
	readonly value: number;
	/** What is counted: "Russian diplomats". */
	readonly unit: string;
	readonly label: string;
}

/** A stretch of years: a frame of the `relations` chart and a unit of the index. */
export interface Era {
	readonly id: Id;
	readonly label: string;
	/** `YYYY-MM-DD`, both included. */
	readonly from: string;
	readonly to: string;
	/** Mean Goldstein score of the scored events that begin in it, internal ones left out; null without any. */
	readonly mean: number | null;
	readonly n: number;
	/** The same for acts between the two sides only. */
	readonly between: { readonly mean: number | null; readonly n: number };
	/** The same as `between`, without the events whose status is disputed. */
	readonly undisputed: { readonly mean: number | null; readonly n: number };
}

export type Kind = 'source' | 'actor' | 'event' | 'tie' | 'contact' | 'question' | 'position' | 'quotation' | 'figure';
