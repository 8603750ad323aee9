/** The types of the ledger and the pages of the sources; links are relative to `/evidence/`. */
import type { Annotation, Id, Kind, Source, Stance } from './records.ts';
import type { PositionKind } from './questions.ts';

/** Text, with a link if it names something that has a URL. */
export interface Piece {
	readonly text: string;
	readonly href?: string;
}

/** One fact about a record: label, value and basis. */
export interface Fact {
	readonly term: string;
	readonly pieces: readonly Piece[];
	readonly note?: string;
}

/** A passage with its stance on one record. */
export interface CitedPassage {
	readonly annotation: Id;
	readonly source: Id;
	readonly label: string;
	/** "about a third of the way in". */
	readonly place: string;
	readonly stance: Stance;
	/** Its words, with an ellipsis where they are cut inside a sentence. */
	readonly shown: string;
}

/** What one source says on a question. */
export interface PositionRow {
	readonly id: Id;
	readonly source: Id;
	readonly label: string;
	readonly position: PositionKind;
	/** Whose answer it is: "its own", "Sergey Kislyak"; empty where it is silent. */
	readonly voice: string;
	readonly says: string;
	/** "It also gives a denial by Mike Pence."; empty where it carries no other answer. */
	readonly carries: string;
	readonly passages: readonly CitedPassage[];
}

export interface Traits {
	/** Sources that report or dispute it. */
	readonly sources: readonly Id[];
	readonly actors: readonly Id[];
	/** Every year in which its date may lie. */
	readonly years: readonly number[];
	readonly statuses: readonly string[];
	readonly disputed: boolean;
}

/** Kinds with entries of their own; positions stand with their question. */
export type LedgerKind = Exclude<Kind, 'position'>;

export interface LedgerRecord {
	readonly id: Id;
	/** Former ids, which remain anchors. */
	readonly formerly: readonly Id[];
	readonly kind: LedgerKind;
	readonly title: string;
	/** Facts that readers need first, such as date and certainty; shown before the passages. */
	readonly lead: readonly Fact[];
	readonly facts: readonly Fact[];
	readonly passages: readonly CitedPassage[];
	readonly positions: readonly PositionRow[];
	readonly traits: Traits;
}

/** An option of a filter: its value in the URL, and its label. */
export interface Choice {
	readonly value: string;
	readonly label: string;
}

export interface Ledger {
	readonly groups: readonly {
		readonly kind: LedgerKind;
		readonly title: string;
		readonly records: readonly LedgerRecord[];
	}[];
	readonly choices: Readonly<Record<'kind' | 'source' | 'actor' | 'year' | 'status', readonly Choice[]>>;
	/** Numbers of all records and passages. */
	readonly records: number;
	readonly passages: number;
}

export interface TakenPassage {
	readonly annotation: Annotation;
	readonly place: string;
	/** To append to the article's URL: `#:~:text=…`. */
	readonly fragment: string;
	/** A stance with the records that it is taken on, or `answers` with the questions it answers. */
	readonly about: readonly { readonly term: string; readonly records: readonly Piece[] }[];
}

export interface SourcePage {
	readonly source: Source;
	readonly facts: readonly Fact[];
	readonly positions: readonly {
		readonly question: Piece;
		readonly position: PositionKind;
		readonly voice: string;
		readonly says: string;
	}[];
	readonly silent: number;
	/** In reading order. */
	readonly passages: readonly TakenPassage[];
	/** Records that only this source is about, by kind. */
	readonly only: readonly { readonly title: string; readonly records: readonly Piece[] }[];
}
