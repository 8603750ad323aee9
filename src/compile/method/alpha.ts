/** Krippendorff's alpha: how far coders agree beyond chance, for any number of coders, values missing or not. */

/** The squared difference of two values: 0 for the same, symmetric. */
export type Difference<T> = (a: T, b: T) => number;

/** Any two values that are not the same differ by one. */
export const nominal: Difference<string | number> = (a, b) => (a === b ? 0 : 1);

/** The squared distance. */
export const interval: Difference<number> = (a, b) => (a - b) ** 2;

/**
 * Alpha over units, each the values that coders gave it, in any order; a unit with fewer than two values says nothing.
 * Null where all values are the same, or fewer than two can be compared. 1: perfect; 0: as by chance; below: worse.
 *
 * K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section E: alpha = 1 - observed / expected
 * disagreement, from the matrix of coincidences.
 */
export function alpha<T>(units: readonly (readonly T[])[], difference: Difference<T>): number | null {
	return alphaOver(units, difference)(units.keys());
}

/** Alpha over the units at these indexes, repeated as often as they occur; what all calls share is computed once. */
export function alphaOver<T>(
	units: readonly (readonly T[])[],
	difference: Difference<T>,
): (places: Iterable<number>) => number | null {
	const values = [...new Set(units.flat())];
	const pairable = units.map((unit) => {
		const of = unit.length > 1 ? unit.map((value) => values.indexOf(value)) : [];
		let within = 0;
		for (const a of unit) for (const b of unit) within += difference(a, b);
		return { of, observed: of.length > 1 ? within / (of.length - 1) : 0 };
	});
	const differences = values.map((a) => Float64Array.from(values, (b) => difference(a, b)));
	const counts = new Float64Array(values.length);
	return (places) => {
		counts.fill(0);
		let [observed, n, expected] = [0, 0, 0];
		for (const place of places) {
			const unit = pairable[place];
			if (!unit) continue;
			observed += unit.observed;
			n += unit.of.length;
			for (const value of unit.of) counts[value] = (counts[value] ?? 0) + 1;
		}
		differences.forEach((row, a) => {
			const many = counts[a] ?? 0;
			if (many > 0) for (let b = 0; b < row.length; b += 1) expected += many * (counts[b] ?? 0) * (row[b] ?? 0);
		});
		return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
	};
}
