/** What the evidence panel shows for one record. Served as `evidence/records.json`: id → entry. Types only. */
import type { Id, Kind, Stance } from './records.ts';

export interface Passage {
	/** The source's label, its genre and when it was published, in words. */
	readonly source: string;
	readonly genre: string;
	readonly published: string;
	/** Where in the article it stands: "about a third of the way in". */
	readonly place: string;
	readonly stance: Stance;
	/** Its words, with an ellipsis where they are cut inside a sentence. */
	readonly exact: string;
}

export interface EvidenceEntry {
	readonly id: Id;
	/** Ids that it had before; their addresses lead to it. */
	readonly formerly: readonly Id[];
	readonly kind: Kind;
	readonly title: string;
	/** "April 2014", empty for a record without a date. */
	readonly date: string;
	readonly basis: string;
	/** "reported", "disputed" …, empty where a record has none. */
	readonly status: string;
	/** "Told by two of the five articles; disputed in one." Empty where that says nothing. */
	readonly support: string;
	/** What is disputed, alleged or denied about it, in a sentence or two; empty where nothing is. */
	readonly dispute: string;
	readonly passages: readonly Passage[];
}

/** The part of an entry that the panel shows. */
export type PanelEntry = Omit<EvidenceEntry, 'id' | 'formerly' | 'kind'>;
