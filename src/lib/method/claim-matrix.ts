/** Where each claim of the copy holds: claims in columns, what is done to the index in rows. */
import type { JudgedClaim, Method, Recipe, Share } from '#lib/model/method.ts';
import type { Id } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { acts, scorings, summaries } from './words.ts';

export interface MatrixRow {
	readonly label: string;
	/** The source that is left out, for a link. */
	readonly source: Id | null;
	/** One a claim. */
	readonly shares: readonly Share[];
}

export interface MatrixGroup {
	readonly title: string;
	readonly rows: readonly MatrixRow[];
}

/** Each group of rows counts every variant at most once. */
export function claimMatrix(
	{ claims }: Pick<Method, 'claims'>,
	{ sources, subject }: Pick<Story, 'sources' | 'subject'>,
): MatrixGroup[] {
	const row = (label: string, share: (claim: JudgedClaim) => Share, source: Id | null = null): MatrixRow => ({
		...{ label, source },
		shares: claims.map(share).map(({ holds, of }) => ({ holds, of })),
	});
	const sum = (isIn: (recipe: Recipe) => boolean) => (claim: JudgedClaim) => added(claim.byRecipe.filter(isIn));
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
		{
			title: 'How acts are scored',
			rows: Object.entries(scorings).map(([scoring, label]) =>
				row(
					label,
					sum((one) => one.scoring === scoring),
				),
			),
		},
		{
			title: 'How scores are summed up',
			rows: Object.entries(summaries).map(([summary, label]) =>
				row(
					label,
					sum((one) => one.summary === summary),
				),
			),
		},
		{
			title: 'Which acts count',
			rows: Object.entries(acts(subject)).map(([which, label]) =>
				row(
					label,
					sum((one) => one.acts === which),
				),
			),
		},
	];
}

function added(shares: readonly Share[]): Share {
	return shares.reduce((all, { holds, of }) => ({ holds: all.holds + holds, of: all.of + of }), { holds: 0, of: 0 });
}
