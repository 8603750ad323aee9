import fc from 'fast-check';
import { expect, test } from 'vitest';
import { battery, quadClass, results, variantCount, type Scored } from '#compile/method/battery.ts';
import type { Recipe } from '#lib/model/method.ts';

const scored = (id: string, era: string, code: string, goldstein: number, rest: Partial<Scored> = {}): Scored => ({
	...{ id, era, cameo: { code, name: '', goldstein }, dyad: 'us-ru', sources: ['post'], ...rest },
});
const events = [
	scored('treaty', 'early', '061', 6.4),
	scored('visit', 'early', '043', 2.8, { sources: ['post', 'times'] }),
	scored('denial', 'late', '016', -2),
	scored('raid', 'late', '190', -10, { dyad: 'third-party', sources: ['times'] }),
	scored('inquiry', 'late', '090', -2, { dyad: 'internal' }),
	scored('letter', 'late', '036', 4),
];
const made = battery(events, ['early', 'late', 'never'], ['post', 'times'], new Map([['016', -5]]));
const index = (recipe: Partial<Recipe>, without: { source?: string } = {}) => {
	const variants = made.recipes.find((one) =>
		Object.entries({ scoring: 'gdelt', summary: 'mean', acts: 'all', ...recipe }).every(
			([key, value]) => one.recipe[key as keyof Recipe] === value,
		),
	);
	if (without.source !== undefined) return variants?.withoutSource[made.sources.indexOf(without.source)];
	return variants?.whole;
};

test('makes every recipe with all events, without each source and without each counted event', () => {
	expect(made.recipes).toHaveLength(4 * 3 * 2);
	expect(made.events.map(({ id }) => id)).toEqual(['treaty', 'visit', 'denial', 'raid', 'letter']);
	expect(variantCount(made)).toBe(24 * (1 + 2 + 5));
});

test('leaves internal acts out always, and acts towards others where only the two states count', () => {
	expect(index({})?.get('late')).toBeCloseTo((-2 - 10 + 4) / 3, 4);
	expect(index({ acts: 'between' })?.get('late')).toBe(1);
});

test('takes mean, median and sum', () => {
	expect(index({ summary: 'median' })?.get('late')).toBe(-2);
	expect(index({ summary: 'median' })?.get('early')).toBe(4.6);
	expect(index({ summary: 'sum' })?.get('late')).toBe(-8);
});

test('scores by another table, by sign and by class', () => {
	expect(index({ scoring: 'icews', summary: 'sum' })?.get('late')).toBe(-11);
	expect(index({ scoring: 'sign', summary: 'sum' })?.get('late')).toBe(-1);
	// A denial is a statement, so verbal cooperation to the classes: one of the reasons to look at several scorings.
	expect(index({ scoring: 'quad', summary: 'sum' })?.get('late')).toBe(1 - 2 + 1);
});

test('knows the four classes by the first two digits', () => {
	expect(['019', '057', '0311', '061', '084', '090', '138', '1411', '195', '204'].map(quadClass)).toEqual([
		1, 1, 1, 2, 2, -1, -1, -2, -2, -2,
	]);
});

test('drops an event with a source only if no other reports it', () => {
	expect(index({ summary: 'sum' }, { source: 'post' })?.get('early')).toBe(2.8);
	expect(index({ summary: 'sum' }, { source: 'times' })?.get('early')).toBe(9.2);
	expect(index({ summary: 'sum' }, { source: 'post' })?.get('late')).toBe(-10);
});

test('has a gap, not a zero, where an era has no events', () => {
	expect(index({ summary: 'sum' })?.get('never')).toBeNull();
	expect(index({ acts: 'between' }, { source: 'post' })?.get('late')).toBeNull();
});

test('gives each era and recipe its range, and the sources it cannot do without', () => {
	const of = (era: string, acts: string) =>
		results(made, ['early', 'late', 'never']).find(
			(one) => one.era === era && one.acts === acts && one.scoring === 'gdelt' && one.summary === 'sum',
		);
	expect(of('early', 'all')).toMatchObject({ n: 2, value: 9.2, restsOn: [] });
	expect(of('early', 'all')?.withoutEvent).toEqual({ low: 2.8, high: 9.2 });
	expect(of('early', 'all')?.withoutSource).toEqual({ low: 2.8, high: 9.2 });
	expect(of('late', 'between')).toMatchObject({
		n: 2,
		value: 2,
		withoutSource: { low: 2, high: 2 },
		restsOn: ['post'],
	});
	expect(of('never', 'all')).toMatchObject({ n: 0, value: null, withoutEvent: null, withoutSource: null });
});

test('leaving out an event gives the same index as a story without it', () => {
	const some = fc.array(
		fc.record({
			era: fc.constantFrom('early', 'late'),
			score: fc.integer({ min: -3, max: 3 }),
			dyad: fc.constantFrom('us-ru' as const, 'third-party' as const),
			sources: fc.uniqueArray(fc.constantFrom('post', 'times'), { minLength: 1 }),
		}),
		{ maxLength: 9 },
	);
	fc.assert(
		fc.property(some, (given) => {
			const all = given.map(({ era, score, ...rest }, at) => scored(String(at), era, '0' + String(at), score, rest));
			const alone = (left: readonly Scored[]) =>
				battery(left, ['early', 'late'], [], new Map()).recipes.map(({ whole }) => [...whole]);
			const { recipes } = battery(all, ['early', 'late'], ['post', 'times'], new Map());
			for (const [place, source] of ['post', 'times'].entries())
				expect(recipes.map(({ withoutSource }) => [...(withoutSource[place] ?? [])])).toEqual(
					alone(all.filter(({ sources: own }) => own.some((id) => id !== source))),
				);
			for (const [place, event] of all.entries())
				expect(recipes.map(({ withoutEvent }) => [...(withoutEvent[place] ?? [])])).toEqual(
					alone(all.filter((other) => other !== event)),
				);
		}),
	);
});
