/** The index by era as bars on one scale, in percent of its width; and where each claim of the copy holds. */
import type { EraResult, Range } from '#lib/model/method.ts';
import type { Era } from '#lib/model/records.ts';
import { rounded } from '#lib/model/numbers.ts';

/** The limits of Goldstein's scale. */
export const SCALE = 10;

export type EraBars = ReturnType<typeof indexBars>[number];
export type IndexBar = EraBars['bars'][number];

/** The position of a score, in percent. */
export function at(score: number): number {
	return Math.round(((score + SCALE) / (2 * SCALE)) * 10_000) / 100;
}

/** One entry an era, from the mean of GDELT scores; acts between the two sides first. `value` is in points, all else in percent. */
export function indexBars(results: readonly EraResult[], eras: readonly Era[]) {
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

function span(range: Range | null) {
	return range === null ? null : { x: at(range.low), width: rounded(at(range.high) - at(range.low), 2) };
}
