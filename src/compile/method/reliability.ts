/** How far the two codings agree, over the records that both coders gave a code. */
import { codesBy, scoreIn } from '#compile/records/codes.ts';
import { order } from '#compile/diagnostic.ts';
import type { Seeds } from '#compile/seeds/parse.ts';
import type { Alpha, CodedUnit, AssignedCode, Reliability, Verdict } from '#lib/model/method.ts';
import type { Accounted } from '#lib/model/story.ts';
import { rounded } from '#lib/model/numbers.ts';
import { randomLcg } from 'd3';

/** Enough resamples that another seed leaves the two printed digits unchanged. */
const RESAMPLES = 20_000;

/**
 * Rows are matched if `accounted` assigns them to the same record. A record without a code from both coders is not a
 * unit; one whose code has no score is not a unit for scores.
 */
export function reliability(accounted: readonly Accounted[], seeds: Pick<Seeds, 'codings' | 'scale'>): Reliability {
	const records = [...new Set(accounted.flatMap(({ record }) => record ?? []))].sort(order);
	const codes = codesBy(accounted, seeds);
	const coded = records.map((record) => {
		const { a, b } = codes(record);
		return { record, a: a ?? null, b: b ?? null };
	});
	const named = (code: string): AssignedCode => ({
		code,
		...(scoreIn(seeds.scale, code) ?? { name: '', goldstein: null }),
	});
	const units = coded.flatMap(({ record, a, b }): CodedUnit[] =>
		a === null || b === null ? [] : [{ record, a: named(a), b: named(b) }],
	);
	const roots = units.map(({ a, b }) => [root(a.code), root(b.code)]);
	const scores = units
		.map(({ a, b }) => [a.goldstein, b.goldstein].filter((score) => score !== null))
		.filter((pair) => pair.length === 2);
	return {
		root: measured(roots, nominal),
		score: measured(scores, interval),
		resamples: RESAMPLES,
		units,
		only: {
			a: coded.filter(({ a, b }) => a !== null && b === null).map(({ record }) => record),
			b: coded.filter(({ a, b }) => a === null && b !== null).map(({ record }) => record),
		},
	};
}

/** The kind of act: "17" for "1711". */
export function root(code: string): string {
	return code.slice(0, 2);
}

/** How reliable a coding is by its alpha, after Krippendorff (2004, p. 241). */
export function verdict(value: number): Verdict {
	if (value >= 0.8) return 'firm';
	return value >= 0.667 ? 'tentative' : 'below';
}

function measured<T>(units: readonly (readonly T[])[], difference: Difference<T>): Alpha | null {
	const { kinds, alphaOf } = alphaOver(units, difference);
	const value = alphaOf(kinds);
	const range = percentileInterval(kinds, alphaOf, RESAMPLES);
	if (value === null || range === null) return null;
	const coefficient = rounded(value, 4);
	const interval = { low: rounded(range.low, 4), high: rounded(range.high, 4) };
	return { value: coefficient, ...interval, units: units.length, verdict: verdict(coefficient) };
}

/** Any seed will do if it stays the same: two builds must give the same bytes. */
const SEED = 0.1991;

/**
 * The middle 95 % of `statistic` over resamples of `units`, drawn with replacement and of the same size; resamples for
 * which it is null do not count. Null if none counts. Deterministic for the same units in the same order, and seed.
 * `statistic` gets the same list each time, with new content.
 */
export function percentileInterval<T>(
	units: readonly T[],
	statistic: (units: readonly T[]) => number | null,
	resamples: number,
	seed = SEED,
): { low: number; high: number } | null {
	const random = randomLcg(seed);
	const drawn = [...units];
	const draw = (): readonly T[] => {
		for (let i = 0; i < drawn.length; i += 1) drawn[i] = units[Math.floor(random() * units.length)] as T;
		return drawn;
	};
	const found = Array.from({ length: resamples }, () => statistic(draw()))
		.filter((value) => value !== null)
		.sort((a, b) => a - b);
	const low = found[Math.floor(0.025 * found.length)];
	const high = found[Math.ceil(0.975 * found.length) - 1];
	return low === undefined || high === undefined ? null : { low, high };
}

/** The squared difference of two values: 0 for the same, symmetric. */
type Difference<T> = (a: T, b: T) => number;

/** Any two values that are not the same differ by one. */
export const nominal: Difference<string | number> = (a, b) => (a === b ? 0 : 1);

export const interval: Difference<number> = (a, b) => (a - b) ** 2;

/**
 * Alpha over units, each the values that coders gave it, in any order; a unit with fewer than two values says nothing.
 * Null where all values are the same, or fewer than two can be compared. 1: perfect; 0: as by chance; below: worse.
 *
 * K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section E: alpha = 1 - observed / expected
 * disagreement, from the matrix of coincidences.
 */
export function alpha<T>(units: readonly (readonly T[])[], difference: Difference<T>): number | null {
	const { kinds, alphaOf } = alphaOver(units, difference);
	return alphaOf(kinds);
}

/** The kind of each unit, and alpha over a list of kinds; units of the same values, of which there are many, are of one kind. */
function alphaOver<T>(
	units: readonly (readonly T[])[],
	difference: Difference<T>,
): { kinds: readonly number[]; alphaOf: (drawn: readonly number[]) => number | null } {
	const values = [...new Set(units.flat())];
	const coded = units.map((unit) => unit.map((value) => values.indexOf(value)));
	const comparable = [...new Map(coded.map((unit) => [unit.join(), unit])).values()]
		.filter((unit) => unit.length > 1)
		.map((of) => {
			let within = 0;
			for (const a of of) for (const b of of) within += difference(values[a] as T, values[b] as T);
			return { of, observed: within / (of.length - 1) };
		});
	const places = new Map(comparable.map(({ of }, index) => [of.join(), index]));
	const kinds = coded.map((unit) => places.get(unit.join()) ?? comparable.length);
	const differences = values.map((a) => Float64Array.from(values, (b) => difference(a, b)));
	const counts = new Float64Array(values.length);
	const times = new Float64Array(comparable.length + 1);
	const alphaOf = (drawn: readonly number[]): number | null => {
		counts.fill(0);
		times.fill(0);
		for (const kind of drawn) times[kind] = (times[kind] ?? 0) + 1;
		let [observed, n, expected] = [0, 0, 0];
		for (const [index, kind] of comparable.entries()) {
			const many = times[index] ?? 0;
			observed += many * kind.observed;
			n += many * kind.of.length;
			for (const value of kind.of) counts[value] = (counts[value] ?? 0) + many;
		}
		differences.forEach((row, a) => {
			const many = counts[a] ?? 0;
			if (many > 0) for (let b = 0; b < row.length; b += 1) expected += many * (counts[b] ?? 0) * (row[b] ?? 0);
		});
		return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
	};
	return { kinds, alphaOf };
}
