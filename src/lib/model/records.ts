/** The records compiled from the seeds. Types only; every id in them points to something that exists. */

/** A readable slug, unique over all kinds of record, stable for ever; also the anchor on `/evidence/`. */
export type Id = string;

/** How a passage bears on a record. */
export type Stance = 'supports' | 'disputes' | 'qualifies';

/** Where a fact about an article comes from. */
export type Basis = 'stated' | 'inferred' | 'outside';

/** A date as the articles allow it: EDTF text, and the days it may lie between, as `YYYY-MM-DD`, both included. */
export interface DateSpan {
	readonly edtf: string;
	readonly min: string;
	readonly max: string;
	/** The date as a reader would say it: "April 2014", "between November 2016 and January 2017, inferred". */
	readonly words: string;
	/** From what the date was read or inferred. */
	readonly basis: string;
	/** Whether an article says when; where none does, these are bounds only, and `words` says so. */
	readonly given: boolean;
}

/** A fact about an article, with its basis; `note` says from what, where it is not stated. */
export interface Stated {
	readonly value: string;
	readonly basis: Basis;
	readonly note?: string;
}

export type Genre = 'analysis' | 'aggregated news' | 'fact-check' | 'news report' | 'opinion';

export interface Source {
	readonly id: Id;
	/** How the story names it, e.g. "Vox". */
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

/** In what part of an article a passage stands. Only the body proves; a caption proves what it shows. */
export type Part = 'headline' | 'standfirst' | 'body' | 'caption' | 'label' | 'pull quote';

/** At which ends words stand inside a sentence, cut off from the rest of it. */
export type Clipped = readonly ('start' | 'end')[];

/** A W3C Web Annotation: a passage of one source, and the records it bears on. */
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
	/** Where a line of the article ends between prefix and suffix, in code points from `start`; below 0: in the prefix. */
	readonly breaks: readonly number[];
	readonly about: readonly { readonly record: Id; readonly stance: Stance }[];
}

/** What every record that can be doubted has. */
export interface Evidenced {
	/** Ids of the annotations that bear on it, in the order of sources and places. */
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
	/** From what the side is known; null where an article says it. */
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

/** An act, dated as well as the articles allow. */
export interface Event extends Evidenced {
	readonly id: Id;
	/** Ids that it had before; their addresses lead to it. */
	readonly formerly: readonly Id[];
	readonly title: string;
	/** At most 26 characters, for a label on a chart. */
	readonly short: string;
	readonly date: DateSpan;
	readonly initiators: readonly Id[];
	readonly targets: readonly Id[];
	readonly dyad: Dyad;
	readonly status: EventStatus;
	/** As settled; null for what the scheme has no code for (a retirement, an election). */
	readonly cameo: Cameo | null;
	/** What each coder gave; null where a coder gave none or has no such row. */
	readonly coders: { readonly a: string | null; readonly b: string | null };
	/** Why this code, where the coders differ or neither was taken. */
	readonly settled: string | null;
	/** Why its score says something other than the act was; null where it does not mislead more than any score. */
	readonly misleads: string | null;
	/** The era that holds its earliest possible day. */
	readonly era: Id;
}

/** How far a tie has come: only the first two, and a dispute over why, are an end. */
export type Outcome = 'cut' | 'suspended' | 'ordered to end' | 'ended in dispute' | 'spared' | 'still open';

/** Something that bound the two sides, or gave one of them a place. `null` dates: not in the articles. */
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
	/** The last time an article has it standing; null for what ended. */
	readonly stood: DateSpan | null;
	/** The event that let it stand. */
	readonly sparedBy: Id | null;
	/** Whose posting it is. */
	readonly holder: Id | null;
}

export type ContactStatus = 'confirmed' | 'reported' | 'alleged' | 'proposed' | 'denied';

export interface Contact extends Evidenced {
	readonly id: Id;
	readonly formerly: readonly Id[];
	readonly title: string;
	/** At most 26 characters. */
	readonly short: string;
	/** The first is the one it started from, where `directed`. */
	readonly participants: readonly Id[];
	readonly directed: boolean;
	/** One of those of `seeds/story.yaml`. */
	readonly mode: string;
	readonly date: DateSpan;
	readonly status: ContactStatus;
	readonly topics: readonly { readonly topic: string; readonly status: ContactStatus }[];
	/** When the articles themselves had it, earliest first: it counts as known from then on. */
	readonly known: DateSpan;
	/** 1: the hub of the network takes part. 2: the wider circle. */
	readonly degree: 1 | 2;
	/** The event that it cost one who took part, if the articles connect them. */
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
	/** Our words between the speaker's name and the quotation: "called Kislyak"; empty where it stands alone. */
	readonly lead: string;
	/** To whom or where it was said, e.g. "Izvestia"; empty when the article does not say. */
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
