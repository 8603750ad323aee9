/** Bootstrap percentile intervals. */
import { randomLcg } from 'd3';

/** Any seed will do if it stays the same: two builds must give the same bytes. */
const SEED = 0.1991;

/**
 * The middle 95 % of `statistic` over resamples of `units`, drawn with replacement and of the same size; resamples for
 * which it is null do not count. Null if none counts. Deterministic for the same units in the same order, and seed.
 */
export function percentileInterval<T>(
	units: readonly T[],
	statistic: (units: readonly T[]) => number | null,
	resamples: number,
	seed = SEED,
): { low: number; high: number } | null {
	const random = randomLcg(seed);
	const drawn = () => units.map((unit) => units[Math.floor(random() * units.length)] ?? unit);
	const found = Array.from({ length: resamples }, () => statistic(drawn()))
		.filter((value) => value !== null)
		.sort((a, b) => a - b);
	const low = found[Math.floor(0.025 * found.length)];
	const high = found[Math.ceil(0.975 * found.length) - 1];
	return low === undefined || high === undefined ? null : { low, high };
}
