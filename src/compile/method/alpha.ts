/** Krippendorff's alpha: how far coders agree beyond chance, for any number of coders, values missing or not. */

/** The squared difference of two values: 0 for the same, symmetric. */
export type Difference<T> = (a: T, b: T) => number;

/** Any two values that are not the same differ by one. */
export const nominal: Difference<string | number> = (a, b) => (a === b ? 0 : 1);

/** Values differ by the square of their distance. */
export const interval: Difference<number> = (a, b) => (a - b) ** 2;

/**
 * Alpha over units, each the values that coders gave it, in any order; a unit with fewer than two values says nothing.
 * Null where all values are the same, or fewer than two can be compared. 1: perfect; 0: as by chance; below: worse.
 *
 * K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section E: alpha = 1 - observed / expected
 * disagreement, from the matrix of coincidences.
 */
export function alpha<T>(units: readonly (readonly T[])[], difference: Difference<T>): number | null {
	const pairable = units.filter((values) => values.length > 1);
	let observed = 0;
	for (const values of pairable) {
		let within = 0;
		for (const a of values) for (const b of values) within += difference(a, b);
		observed += within / (values.length - 1);
	}
	const counts = new Map<T, number>();
	for (const value of pairable.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
	const n = pairable.flat().length;
	let expected = 0;
	for (const [a, many] of counts) for (const [b, more] of counts) expected += many * more * difference(a, b);
	return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}
