/** The story's words, parsed from ArchieML. Types only. */
import type { ChartId } from './charts.ts';
import type { Id } from './records.ts';

/** Running text in pieces. `cite` links to the evidence of a record; `page` to a page of the site. */
export type Inline =
	| { readonly type: 'text'; readonly text: string }
	| { readonly type: 'cite'; readonly text: string; readonly record: Id }
	| { readonly type: 'page'; readonly text: string; readonly page: string };

export type Paragraph = readonly Inline[];

/** One state of a chart, and the words beside it. Everything a step shows follows from it. */
export interface Step {
	/** Also its address: `/#<id>`. */
	readonly id: Id;
	/** Ids that it had before; their addresses lead to it. */
	readonly formerly: readonly Id[];
	readonly chapter: Id;
	readonly chart: ChartId | null;
	/** An era's id, or `all`; only a chart by era has more than `all`. */
	readonly frame: string;
	/** Records in focus, in the order they are labelled; of a chart by era also eras, for their means. */
	readonly focus: readonly Id[];
	/** States the finding of the step. */
	readonly heading: string;
	/** The same with its links. */
	readonly headingProse: Paragraph;
	/** What its chart shows, in the place of the chart's title; empty where that one stays. */
	readonly finding: string;
	readonly text: readonly Paragraph[];
	/** One sentence that says what the chart now shows. */
	readonly description: string;
}

export interface Chapter {
	/** Also its address: `/#<id>`. */
	readonly id: Id;
	/** Ids that it had before; their addresses lead to it. */
	readonly formerly: readonly Id[];
	/** States the chapter's finding. */
	readonly title: string;
	/** The same with its links. */
	readonly titleProse: Paragraph;
	/** For the menu: one or two words. */
	readonly short: string;
	readonly chart: ChartId | null;
	/** The quotation that opens it. */
	readonly pull: Id | null;
	/** Actors whose portraits stand before its chart. */
	readonly people: readonly Id[];
	/** What else stands below its introduction: the articles as voices, or nothing. */
	readonly shows: 'sources' | null;
	/** Whether it stands below the story's end. */
	readonly isAfterword: boolean;
	/** Paragraphs before the steps. */
	readonly intro: readonly Paragraph[];
	readonly steps: readonly Step[];
}

/** What a reader should know of an article before reading on. */
export interface SourceCopy {
	/** Who speaks in it. */
	readonly voice: string;
	/** What it could not know when it was written, or leaves open. */
	readonly unknown: string;
}

/** The words that stand with a chart wherever it appears. */
export interface ChartCopy {
	readonly id: ChartId;
	/** Ids of charts that it has become; their embeds, pictures and addresses are now its own. */
	readonly formerly: readonly Id[];
	/** The finding. */
	readonly title: string;
	/** How to read it. */
	readonly how: string;
	/** Where the data come from. */
	readonly credit: string;
	/** What the whole chart shows, in a sentence or two. */
	readonly description: string;
}

/** A direction that words of the copy claim for the index; the build checks it (`compile/method/claims.ts`). */
export interface Claim {
	/** An era's id. */
	readonly left: Id;
	readonly sign: '>' | '<';
	/** Another era's id, or null for nought. */
	readonly right: Id | null;
	/** The chart or the step that claims it, or `story`. */
	readonly where: Id;
	/** The words that claim it: the chart's title, the step's heading, the story's description. */
	readonly words: string;
}

/** A whole language of the story. */
export interface Copy {
	readonly language: string;
	readonly title: string;
	/** The same with its links. */
	readonly titleProse: Paragraph;
	readonly standfirst: Paragraph;
	readonly description: string;
	readonly chapters: readonly Chapter[];
	/** Of the charts that the story has. */
	readonly charts: Readonly<Partial<Record<ChartId, ChartCopy>>>;
	/** By the source's id. */
	readonly sources: Readonly<Record<Id, SourceCopy>>;
	/** In the order of the file. */
	readonly claims: readonly Claim[];
}
