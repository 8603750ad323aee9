import { scorings, summaries, acts } from './words.ts';
import type { Method, JudgedClaim, Share, Recipe } from '#lib/model/method.ts';
import type { Id } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';

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
