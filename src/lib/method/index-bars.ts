/** The index by era as bars on one scale, in percent of its width; and where each claim of the copy holds. */
import type { EraResult, Range, JudgedClaim, Method, Recipe, Share } from '#lib/model/method.ts';
import type { Era, Id } from '#lib/model/records.ts';
import { rounded } from '#lib/model/numbers.ts';
import type { Story } from '#lib/model/story.ts';
import { acts, scorings, summaries } from './words.ts';

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

export type MatrixGroups = ReturnType<typeof claimMatrix>;

/** In each group of rows, every variant is counted at most once. */
export function claimMatrix(
	{ claims }: Pick<Method, 'claims'>,
	{ sources, subject }: Pick<Story, 'sources' | 'subject'>,
) {
	/** One share a claim; with the source that is left out, for a link. */
	const row = (label: string, share: (claim: JudgedClaim) => Share, source: Id | null = null) => ({
		...{ label, source },
		shares: claims.map(share).map(({ holds, of }) => ({ holds, of })),
	});
	const rowsBy = (key: keyof Recipe, labels: Readonly<Record<string, string>>) =>
		Object.entries(labels).map(([value, label]) =>
			row(label, ({ byRecipe }) => added(byRecipe.filter((one) => one[key] === value))),
		);
	return [
		{
			title: 'What is left out',
			rows: [
				row('nothing', ({ whole }) => whole),
				row('any one event', ({ withoutEvent }) => withoutEvent),
				...sources.map(({ id, label }) =>
					row(label, (claim) => added(claim.bySource.filter(({ source }) => source === id)), id),
				),
			],
		},
		{ title: 'How acts are scored', rows: rowsBy('scoring', scorings) },
		{ title: 'How scores are summed up', rows: rowsBy('summary', summaries) },
		{ title: 'Which acts count', rows: rowsBy('acts', acts(subject)) },
	];
}

function added(shares: readonly Share[]): Share {
	return shares.reduce((all, { holds, of }) => ({ holds: all.holds + holds, of: all.of + of }), { holds: 0, of: 0 });
}
