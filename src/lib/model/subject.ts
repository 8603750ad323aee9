/** The subject of the story, from `seeds/story.yaml`: everything that another story would state differently. */
import type { Dyad, Id, Side } from './records.ts';

/** One of the two sides of the story. */
export interface Party {
	/** The code in actors' `side`, e.g. "us". */
	readonly code: Side;
	/** In running text, e.g. "the United States". */
	readonly name: string;
	/** For a label, e.g. "United States". */
	readonly short: string;
	/** For its people, e.g. "American". */
	readonly adjective: string;
}

export interface Subject {
	/** The line above the title; figures in braces are filled in. */
	readonly kicker: string;
	readonly keywords: readonly string[];
	/** Published names: the custom element of embeds, the exports, and the Data Package. */
	readonly names: { readonly element: string; readonly bundles: string; readonly data: string };
	/** What both sides are: "state", "states". */
	readonly parties: { readonly one: string; readonly many: string };
	/** The first is drawn on the left and round, the second on the right and square. */
	readonly sides: readonly [Party, Party];
	/** The caption of the table of ties, and what one tie is called. */
	readonly ties: { readonly all: string; readonly one: string };
	/** The actor in the middle of the network; `own` and `them` as in "contacts of his own", "lines past him". */
	readonly hub: { readonly actor: Id; readonly own: string; readonly them: string };
	/** Kinds of contact. */
	readonly modes: readonly string[];
	/** Former pages of the site, and where each leads now: `/how/` to `/method/`. */
	readonly formerly: Readonly<Record<string, string>>;
	/**
	 * The one claim that an article rates: a quotation, the event of the rating, who rates and where, the verdict; null
	 * if there is none.
	 */
	readonly rated: {
		readonly claim: Id;
		readonly event: Id;
		readonly by: Id;
		readonly source: Id;
		readonly verdict: string;
	} | null;
}

type Sides = Pick<Subject, 'sides'>;
type Named = Pick<Subject, 'sides' | 'parties'>;

/** Every side that an actor may have, and what it means. */
export function sideMeanings({ sides: [a, b] }: Sides): Readonly<Record<Side, string>> {
	return { [a.code]: a.name, [b.code]: b.name, other: 'any other', unknown: 'the articles do not say' };
}

/** "American person", "person of neither state", "organisation of no state that is named". */
export function kindInWords(
	{ kind, side }: { readonly kind: string; readonly side: Side },
	{ sides, parties }: Named,
): string {
	if (side === 'other') return `${kind} of neither ${parties.one}`;
	if (side === 'unknown') return `${kind} of no ${parties.one} that is named`;
	return `${sides.find(({ code }) => code === side)?.adjective ?? side} ${kind}`;
}

/** Every dyad that an event may have, and what it means. */
export function dyadMeanings({ sides: [a, b] }: Sides): Readonly<Record<Dyad, string>> {
	return {
		[`${a.code}-${b.code}`]: `${a.name} towards ${b.name}`,
		[`${b.code}-${a.code}`]: `${b.name} towards ${a.name}`,
		mutual: 'both',
		'third-party': 'somebody else acts or is acted upon',
		internal: 'inside one of the two',
	};
}

/** The direction of an act between the two sides; null for any other. */
export function directionOf(dyad: Dyad, { sides: [a, b] }: Sides): readonly [from: Party, to: Party] | null {
	if (dyad === `${a.code}-${b.code}`) return [a, b];
	return dyad === `${b.code}-${a.code}` ? [b, a] : null;
}

/** Whether an act was between the two sides. */
export const isBetween = (dyad: Dyad): boolean => dyad !== 'third-party' && dyad !== 'internal';
