/** The index by era as bars on one scale, in percent of its width. */
import type { Acts, EraResult, Range } from '#lib/model/method.ts';
import type { Era } from '#lib/model/records.ts';
import { rounded } from '#lib/model/numbers.ts';

/** The ends of Goldstein's scale. */
export const SCALE = 10;

export interface IndexBar {
	readonly acts: Acts;
	readonly n: number;
	/** In points, and in percent from the left. */
	readonly value: number | null;
	readonly x: number;
	readonly withoutEvent: Span | null;
	readonly withoutSource: Span | null;
}

interface Span {
	readonly x: number;
	readonly width: number;
}

export interface EraBars {
	readonly era: Era;
	/** Acts between the two sides first. */
	readonly bars: readonly IndexBar[];
	readonly restsOn: readonly string[];
}

/** Where a score stands, in percent. */
export function at(score: number): number {
	return Math.round(((score + SCALE) / (2 * SCALE)) * 10_000) / 100;
}

/** One entry an era, from the mean of GDELT scores. */
export function indexBars(results: readonly EraResult[], eras: readonly Era[]): EraBars[] {
	const means = results.filter(({ scoring, summary }) => scoring === 'gdelt' && summary === 'mean');
	return eras.map((era) => {
		const mine = means.filter((result) => result.era === era.id);
		const sorted = [...mine].sort((a, b) => Number(a.acts === 'all') - Number(b.acts === 'all'));
		return {
			era,
			bars: sorted.map(({ acts, n, value, withoutEvent, withoutSource }) => ({
				acts,
				n,
				value,
				x: at(value ?? 0),
				withoutEvent: span(withoutEvent),
				withoutSource: span(withoutSource),
			})),
			restsOn: mine.find(({ acts }) => acts === 'all')?.restsOn ?? [],
		};
	});
}

function span(range: Range | null): Span | null {
	return range === null ? null : { x: at(range.low), width: rounded(at(range.high) - at(range.low), 2) };
}
