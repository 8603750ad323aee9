/** The story's words. Types only. */
import type { ChartId } from './charts.ts';
import type { Id } from './records.ts';

/** Pieces of running text. `cite` links to the evidence of a record; `page` to a page of the site. */
export type Inline =
	| { readonly type: 'text'; readonly text: string }
	| { readonly type: 'cite'; readonly text: string; readonly record: Id }
	| { readonly type: 'page'; readonly text: string; readonly page: string };

export type Paragraph = readonly Inline[];

/** One state of a chart, with the words beside it. */
export interface Step {
	/** Also its address: `/#<id>`. */
	readonly id: Id;
	/** Former ids; their addresses lead to it. */
	readonly formerly: readonly Id[];
	readonly chapter: Id;
	readonly chart: ChartId | null;
	/** An era's id, or `all`; only a chart by era has more than `all`. */
	readonly frame: string;
	/** Records in focus, in the order they are labelled; of a chart by era also eras, for their means. */
	readonly focus: readonly Id[];
	readonly heading: string;
	/** The same with its links. */
	readonly headingProse: Paragraph;
	/** Replaces the chart's title in this step: what the chart shows now; empty to keep the title. */
	readonly finding: string;
	readonly text: readonly Paragraph[];
	/** One sentence that describes what the chart shows now. */
	readonly description: string;
}

export interface Chapter {
	/** Also its address: `/#<id>`. */
	readonly id: Id;
	/** Former ids; their addresses lead to it. */
	readonly formerly: readonly Id[];
	readonly title: string;
	/** The same with its links. */
	readonly titleProse: Paragraph;
	/** For the menu: one or two words. */
	readonly short: string;
	readonly chart: ChartId | null;
	/** The pull quote at its opening. */
	readonly pull: Id | null;
	/** Actors whose portraits are shown before its chart. */
	readonly people: readonly Id[];
	/** What else follows its introduction: the articles as voices, or nothing. */
	readonly shows: 'sources' | null;
	/** Whether it comes after the story's end. */
	readonly isAfterword: boolean;
	readonly intro: readonly Paragraph[];
	readonly steps: readonly Step[];
}

/** What a reader should know about an article before reading on. */
export interface SourceCopy {
	readonly voice: string;
	/** What it could not know when it was written, or leaves open. */
	readonly unknown: string;
}

export interface ChartCopy {
	readonly id: ChartId;
	/** Former ids; their embeds, pictures and addresses lead to it. */
	readonly formerly: readonly Id[];
	/** The finding. */
	readonly title: string;
	readonly how: string;
	/** Where the data come from. */
	readonly credit: string;
	/** What the whole chart shows, in one or two sentences. */
	readonly description: string;
}

/** A direction of the index that the copy claims; the build checks it (`compile/method/battery.ts`). */
export interface Claim {
	readonly left: Id;
	readonly sign: '>' | '<';
	/** Another era's id, or null for zero. */
	readonly right: Id | null;
	/** The chart or step that makes the claim, or `story`. */
	readonly where: Id;
	/** The words of the claim: the chart's title, the step's heading, the story's description. */
	readonly words: string;
}

export interface Copy {
	readonly language: string;
	readonly title: string;
	/** The same with its links. */
	readonly titleProse: Paragraph;
	readonly standfirst: Paragraph;
	readonly description: string;
	readonly chapters: readonly Chapter[];
	readonly charts: Readonly<Partial<Record<ChartId, ChartCopy>>>;
	readonly sources: Readonly<Record<Id, SourceCopy>>;
	/** In the order of the file. */
	readonly claims: readonly Claim[];
}
