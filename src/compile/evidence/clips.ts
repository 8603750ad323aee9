/**
 * Where a passage is cut out of its sentence, and whether the rest of the sentence negates or hedges it. Uses the
 * fingerprint only.
 */
import type { Clipped } from '#lib/model/records.ts';
import { quoted, type Reporter } from '#compile/diagnostic.ts';
import { tokenPlaces, type Fingerprint, type Located } from './fingerprint.ts';
import type { IdKind, Ids } from '#compile/seeds/ids.ts';
import type { AnnotationSeed, Item, ListItem } from '#compile/seeds/items.ts';
import { readMarkers, type Marker } from './markers.ts';

export interface Clip {
	readonly clipped: Clipped;
	/** Kinds of negating or hedging words in the rest of its sentence. */
	readonly beside: readonly Marker[];
	/** The same for the rest of the quotation that it is cut from; empty if it is not cut from one. */
	readonly besideQuoted: readonly Marker[];
}

const CUES: readonly Marker[] = ['n', 'd', 'r', 'a'];

export function clipsOf(print: Fingerprint): (place: Pick<Located, 'start' | 'end'> & { exact: string }) => Clip {
	const markers = readMarkers(print.markers);
	const tokens = tokenPlaces(print);
	const has = (index: number, ...wanted: readonly Marker[]): boolean =>
		wanted.some((marker) => markers.get(index)?.includes(marker) ?? false);
	const indexes = [...markers.keys()];
	const last = (marker: Marker, to: number) => indexes.findLast((index) => index <= to && has(index, marker));
	const next = (marker: Marker, from: number) => indexes.find((index) => index >= from && has(index, marker));
	return ({ start, end, exact }) => {
		// Markers stand at words: brackets and full stops at both ends are skipped.
		const [before, after] = [/^[^\p{L}\p{N}]*/u, /[^\p{L}\p{N}]*$/u].map(
			(edge) => [...(edge.exec(exact)?.[0] ?? '')].length,
		);
		const first = tokens.findIndex((place) => place >= start + (before ?? 0));
		const final = tokens.findLastIndex((place) => place < end - (after ?? 0));
		const within = (from: number | undefined, to: number | undefined): readonly Marker[] =>
			indexes
				.filter((index) => (from ?? 0) <= index && index <= (to ?? Infinity) && (index < first || index > final))
				.flatMap((index) => markers.get(index) ?? [])
				.filter((marker, i, all) => CUES.includes(marker) && all.indexOf(marker) === i);
		const [open, close] = [last('o', first), next('c', final)];
		const isQuoted = open !== undefined && close !== undefined && (last('c', first - 1) ?? -1) < open;
		const sentence = [last('s', first), next('e', final)] as const;
		return {
			clipped: [
				...(has(first, 's', 'o') ? [] : (['start'] as const)),
				...(has(final, 'e', 'c') ? [] : (['end'] as const)),
			],
			beside: within(...sentence),
			besideQuoted: isQuoted ? within(Math.max(open, sentence[0] ?? 0), Math.min(close, sentence[1] ?? close)) : [],
		};
	};
}

const named: Readonly<Partial<Record<Marker, string>>> = {
	n: 'a negation',
	d: 'a hedge',
	r: 'somebody’s word',
	a: 'an attitude',
};

/** Stances that a negation or doubt beside the passage can change; that it names somebody stays true. */
const turnable: readonly (IdKind | undefined)[] = ['event', 'tie', 'contact', 'position'];

/** Reports a passage that supports a record although the rest of its sentence denies or doubts it, unless `sense` explains why. */
export function requireSense({ record, at }: Item<AnnotationSeed>, { beside }: Clip, ids: Ids, report: Reporter): void {
	if (record.sense !== undefined || !(record.supports ?? []).some((id) => turnable.includes(ids.kindOf(id)))) return;
	const turning = beside.filter((marker) => marker === 'n' || marker === 'd').map((marker) => named[marker] ?? '');
	if (turning.length === 0) return;
	const instead = 'quote that too, write “qualifies” instead of “supports”, or write “sense: <why it does not matter>”';
	report(at('exact'), 'passage-turned', `the rest of this sentence contains ${turning.join(' and ')}; ${instead}`);
}

/** Reports a quotation that is cut off from the words that govern it, unless our own words replace them. */
export function requireLead(
	{ record, at }: Item<ListItem<'quotations.yaml'>>,
	exact: string,
	{ clipped, besideQuoted }: Clip,
	report: Reporter,
): void {
	if (record.lead !== undefined || record.alone !== undefined) return;
	const instead = 'write “lead: <our words that introduce it>”, or “alone: <why it needs none>”';
	if (clipped.includes('start') || /^\p{Ll}/u.test(exact)) {
		report(
			at('annotation'),
			'quotation-without-lead',
			`the quotation ${quoted(exact)} begins inside a sentence; ${instead}`,
		);
	} else if (clipped.includes('end') && besideQuoted.length > 0) {
		const turning = besideQuoted.map((marker) => named[marker] ?? '').join(' and ');
		report(
			at('annotation'),
			'quotation-without-lead',
			`the rest of the quotation ${quoted(exact)} contains ${turning}; ${instead}`,
		);
	}
}
