/** Whether the copy's claims about the index hold in its variants. */
import { group } from 'd3';
import type { Claim } from '#lib/model/copy.ts';
import type { JudgedClaim, Share } from '#lib/model/method.ts';
import type { Id } from '#lib/model/records.ts';
import type { Battery, Index, Variant } from './battery.ts';

/** The smallest share of variants in which a claim must hold. */
export const THRESHOLD = 0.95;

export type Direction = Pick<Claim, 'left' | 'sign' | 'right'>;

/** In how many variants a claim holds. An era without events is neither above nor below anything. */
export function shareOf(direction: Direction, variants: readonly Variant[]): Share {
	return { holds: variants.filter(({ index }) => holdsIn(direction, index)).length, of: variants.length };
}

function holdsIn({ left, sign, right }: Direction, index: Index): boolean {
	const [a, b] = [index.get(left) ?? null, right === null ? 0 : (index.get(right) ?? null)];
	if (a === null || b === null) return false;
	return sign === '>' ? a > b : a < b;
}

/** Each claim with the shares that show where it is weak. */
export function judge(claims: readonly Claim[], { recipes, variants }: Battery, sources: readonly Id[]): JudgedClaim[] {
	const byRecipe = group(variants, ({ recipe }) => recipe);
	const bySource = group(variants, ({ withoutSource }) => withoutSource);
	return claims.map((claim) => {
		const share = (isIn: (variant: Variant) => boolean) => shareOf(claim, variants.filter(isIn));
		return {
			claim,
			...shareOf(claim, variants),
			byRecipe: recipes.map((recipe) => ({ ...recipe, ...shareOf(claim, byRecipe.get(recipe) ?? []) })),
			bySource: sources.map((source) => ({ source, ...shareOf(claim, bySource.get(source) ?? []) })),
			withoutEvent: share(({ withoutEvent }) => withoutEvent !== null),
			whole: share(({ withoutEvent, withoutSource }) => withoutEvent === null && withoutSource === null),
		};
	});
}
