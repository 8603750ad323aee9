/** Sensitivity of the index: recomputes it in all variants of its method and data, and counts those in which the copy's claims hold. */
import { group, mean, median, sum } from 'd3';
import { order } from '#compile/diagnostic.ts';
import type {
	Acts,
	EraResult,
	AssignedCode,
	Range,
	Recipe,
	ScoredCode,
	Scoring,
	Summary,
	JudgedClaim,
	Share,
} from '#lib/model/method.ts';
import type { Event, Id } from '#lib/model/records.ts';
import { root } from './reliability.ts';
import type { Claim } from '#lib/model/copy.ts';

export type Scored = Pick<Event, 'id' | 'era' | 'cameo' | 'dyad' | 'sources'>;

/** The index by era: null where an era has no events. */
type Index = ReadonlyMap<Id, number | null>;

/** The variants of one recipe. Those that cannot differ are the same object. */
interface Variants {
	readonly recipe: Recipe;
	readonly whole: Index;
	/** In the order of the battery's sources. */
	readonly withoutSource: readonly Index[];
	/** In the order of the battery's events. */
	readonly withoutEvent: readonly Index[];
}

export interface Battery {
	readonly recipes: readonly Variants[];
	readonly sources: readonly Id[];
	readonly events: readonly Scored[];
}

const scorings: readonly Scoring[] = ['gdelt', 'icews', 'sign', 'quad'];
const summaries: readonly Summary[] = ['mean', 'median', 'sum'];
const allActs: readonly Acts[] = ['all', 'between'];

/**
 * Every recipe with nothing left out, with each source left out, and with each event left out. Leaving out a source drops
 * the events that no other source reports. `icews` has the scores of codes where that table differs from the scale.
 */
export function battery(
	events: readonly Scored[],
	eras: readonly Id[],
	sources: readonly Id[],
	icews: ReadonlyMap<string, number>,
): Battery {
	const counted = events.filter(({ cameo, dyad }) => dyad !== 'internal' && (cameo?.goldstein ?? null) !== null);
	const recipes = scorings.flatMap((scoring) =>
		summaries.flatMap((summary) => allActs.map((acts): Recipe => ({ scoring, summary, acts }))),
	);
	const only = group(counted, ({ sources: own }) => (new Set(own).size === 1 ? own[0] : null));
	return {
		recipes: recipes.map((recipe) => {
			const indexWithout = indexOf(counted, eras, recipe, icews);
			return {
				recipe,
				whole: indexWithout([]),
				withoutSource: sources.map((source) => indexWithout(only.get(source) ?? [])),
				withoutEvent: counted.map((event) => indexWithout([event])),
			};
		}),
		sources,
		events: counted,
	};
}

/** The number of variants: recipes times what is left out. */
export function variantCount({ recipes, sources, events }: Battery): number {
	return recipes.length * (1 + sources.length + events.length);
}

const summarise = { mean, median, sum } as const satisfies Record<Summary, unknown>;

/** The index without some of the events; only their eras are recomputed. */
function indexOf(
	events: readonly Scored[],
	eras: readonly Id[],
	{ scoring, summary, acts }: Recipe,
	icews: ReadonlyMap<string, number>,
): (gone: readonly Scored[]) => Index {
	const taken = events
		.filter(({ dyad }) => acts === 'all' || dyad !== 'third-party')
		.map((event) => ({ event, score: tenths(event, scoring, icews) }));
	const byEra = group(taken, ({ event }) => event.era);
	/** In points, to four decimals. */
	const value = (era: Id, gone: readonly Scored[]): number | null => {
		const left = (byEra.get(era) ?? []).flatMap(({ event, score }) => (gone.includes(event) ? [] : score));
		const found = summarise[summary](left);
		return left.length === 0 || found === undefined ? null : Math.round(found * 1000) / 10_000;
	};
	const whole = new Map(eras.map((era) => [era, value(era, [])]));
	// Many events have the era and the score of another: without either, the index is the same.
	const alike = new Map(taken.map(({ event, score }) => [event, `${event.era} ${score}`]));
	const known = new Map<string, Index>();
	return (gone) => {
		const key = gone.flatMap((event) => alike.get(event) ?? []).join();
		const found = known.get(key);
		if (found) return found;
		const lost = gone.filter((event) => alike.has(event));
		const changed = new Set(lost.map(({ era }) => era));
		const index = new Map(eras.map((era) => [era, changed.has(era) ? value(era, lost) : (whole.get(era) ?? null)]));
		known.set(key, index);
		return index;
	};
}

/** A score in tenths: whole numbers, so that the order of events cannot change the last bit of a sum. */
function tenths({ cameo }: Scored, scoring: Scoring, icews: ReadonlyMap<string, number>): number {
	const { code = '', goldstein } = cameo ?? {};
	return scoreTenths(code, goldstein ?? 0, scoring, icews);
}

function scoreTenths(code: string, goldstein: number, scoring: Scoring, icews: ReadonlyMap<string, number>): number {
	const gdelt = Math.round(goldstein * 10);
	if (scoring === 'gdelt') return gdelt;
	if (scoring === 'sign') return Math.sign(gdelt) * 10;
	if (scoring === 'quad') return quadClass(code) * 10;
	const other = icews.get(code);
	return other === undefined ? gdelt : Math.round(other * 10);
}

/**
 * CAMEO's four classes by root: verbal (01–05) and material (06–08) cooperation as 1 and 2, verbal (09–13) and material
 * (14–20) conflict as -1 and -2. The classes are those of the event data projects that publish CAMEO codes.
 */
export function quadClass(code: string): number {
	const kind = Number(root(code));
	if (kind <= 5) return 1;
	if (kind <= 8) return 2;
	return kind <= 13 ? -1 : -2;
}

/** The score of each of these codes under every scoring, so that readers can recompute each variant; each code once, in order. */
export function scoredCodes(assigned: readonly AssignedCode[], icews: ReadonlyMap<string, number>): ScoredCode[] {
	const byCode = new Map(assigned.map((one) => [one.code, one]));
	return [...byCode.values()]
		.sort((a, b) => order(a.code, b.code))
		.map(({ code, name, goldstein }) => {
			const points = (scoring: Scoring) =>
				goldstein === null ? null : scoreTenths(code, goldstein, scoring, icews) / 10;
			const [gdelt, other, sign, quad] = scorings.map(points);
			return { id: code, name, gdelt: gdelt ?? null, icews: other ?? null, sign: sign ?? null, quad: quad ?? null };
		});
}

/** The result of each recipe for each era, with the range over what is left out. */
export function results({ recipes, sources, events }: Battery, eras: readonly Id[]): EraResult[] {
	const byEra = group(events, ({ era }) => era);
	return eras.flatMap((era) => {
		const value = (index: Index) => index.get(era) ?? null;
		const acts = byEra.get(era) ?? [];
		return recipes.map(({ recipe, whole, withoutSource, withoutEvent }): EraResult => {
			const others = withoutSource.map(value);
			return {
				...recipe,
				era,
				n: acts.filter(({ dyad }) => recipe.acts === 'all' || dyad !== 'third-party').length,
				value: value(whole),
				withoutEvent: range(withoutEvent.map(value)),
				withoutSource: range(others),
				restsOn: sources.filter((_, at) => others[at] === null),
			};
		});
	});
}

function range(values: readonly (number | null)[]): Range | null {
	const found = values.filter((value) => value !== null);
	return found.length === 0 ? null : { low: Math.min(...found), high: Math.max(...found) };
}

/** The smallest share of variants in which a claim must hold. */
export const THRESHOLD = 0.95;

export type Direction = Pick<Claim, 'left' | 'sign' | 'right'>;

/** In how many variants of each recipe a direction holds. An era without events is neither above nor below anything. */
function sharesOf(direction: Direction, { recipes }: Battery) {
	const known = new Map<Index, boolean>();
	const holds = (index: Index): boolean => {
		const found = known.get(index) ?? holdsIn(direction, index);
		known.set(index, found);
		return found;
	};
	const shareOfSome = (indices: readonly Index[]): Share => ({
		holds: indices.filter(holds).length,
		of: indices.length,
	});
	return recipes.map(({ recipe, whole, withoutSource, withoutEvent }) => ({
		recipe,
		all: shareOfSome([whole, ...withoutSource, ...withoutEvent]),
		whole: shareOfSome([whole]),
		withoutSource: withoutSource.map((index) => shareOfSome([index])),
		withoutEvent: shareOfSome(withoutEvent),
	}));
}

function holdsIn({ left, sign, right }: Direction, index: Index): boolean {
	const [a, b] = [index.get(left) ?? null, right === null ? 0 : (index.get(right) ?? null)];
	if (a === null || b === null) return false;
	return sign === '>' ? a > b : a < b;
}

function total(shares: readonly Share[]): Share {
	return { holds: sum(shares, ({ holds }) => holds), of: sum(shares, (share) => share.of) };
}

/** In how many variants a claim holds. */
export function shareOf(direction: Direction, battery: Battery): Share {
	return total(sharesOf(direction, battery).map(({ all }) => all));
}

export function judge(claims: readonly Claim[], battery: Battery): JudgedClaim[] {
	return claims.map((claim) => {
		const shares = sharesOf(claim, battery);
		const byRecipe = shares.map(({ recipe, all }) => ({ ...recipe, ...all }));
		return {
			claim,
			...total(byRecipe),
			byRecipe,
			bySource: battery.sources.map((source, at) => ({
				source,
				...total(shares.flatMap(({ withoutSource }) => withoutSource[at] ?? [])),
			})),
			withoutEvent: total(shares.map(({ withoutEvent }) => withoutEvent)),
			whole: total(shares.map(({ whole }) => whole)),
		};
	});
}
