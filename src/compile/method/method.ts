/** Everything that the method page computes from the records and the copy's claims. */
import type { Seeds } from '#compile/seeds/parse.ts';
import { MOST_QUOTED } from '#compile/evidence/passages.ts';
import type { Resolved } from '#compile/resolve.ts';
import type { Claim } from '#lib/model/copy.ts';
import type { Method } from '#lib/model/method.ts';
import { battery, results, scoredCodes, variantCount, type Battery, judge, THRESHOLD } from './battery.ts';
import { reliability } from './reliability.ts';

type Records = Pick<Resolved, 'events' | 'eras' | 'sources' | 'accounted'>;

export function batteryOf({ events, eras, sources }: Records, { variants }: Pick<Seeds, 'variants'>): Battery {
	return battery(
		events,
		idsOf(eras),
		sources.map(({ id }) => id),
		variants,
	);
}

/** The data of the page; `made` holds the variants for the same records. */
export function methodOf(records: Records, seeds: Seeds, made: Battery, claims: readonly Claim[]): Method {
	const agreement = reliability(records.accounted, seeds);
	const assigned = [
		...agreement.units.flatMap(({ a, b }) => [a, b]),
		...records.events.flatMap(({ cameo }) => cameo ?? []),
	];
	return {
		reliability: agreement,
		codes: scoredCodes(assigned, seeds.variants),
		variants: variantCount(made),
		recipes: made.recipes.map(({ recipe }) => recipe),
		threshold: THRESHOLD,
		results: results(made, idsOf(records.eras)),
		quotedMost: MOST_QUOTED,
		claims: judge(claims, made),
	};
}

function idsOf(eras: Records['eras']): string[] {
	return eras.map(({ record }) => record.id);
}
