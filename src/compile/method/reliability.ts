/** How far the two codings agree, over the records that both coders gave a code. */
import { codesBy } from '#compile/records/accounted.ts';
import { order } from '#compile/diagnostic.ts';
import type { Seeds } from '#compile/seeds/parse.ts';
import { scoreIn } from '#compile/records/scores.ts';
import type { Alpha, CodedUnit, AssignedCode, Reliability, Verdict } from '#lib/model/method.ts';
import type { Accounted } from '#lib/model/story.ts';
import { alpha, alphaOver, interval, nominal, type Difference } from './alpha.ts';
import { percentileInterval } from './bootstrap.ts';
import { rounded } from '#lib/model/numbers.ts';

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
	const value = alpha(units, difference);
	const range = percentileInterval([...units.keys()], alphaOver(units, difference), RESAMPLES);
	if (value === null || range === null) return null;
	const coefficient = rounded(value, 4);
	const interval = { low: rounded(range.low, 4), high: rounded(range.high, 4) };
	return { value: coefficient, ...interval, units: units.length, verdict: verdict(coefficient) };
}
