import fc from 'fast-check';
import { max, permute, range, sum } from 'd3';
import { describe, expect, test } from 'vitest';
import { chain } from '#lib/charts/accounts/order.ts';

/** The sum of the likeness of neighbours in an order. */
const chained = (order: readonly number[], alike: readonly (readonly number[])[]): number =>
	sum(order, (item, index) => alike[order[index - 1] ?? -1]?.[item] ?? 0);

/** Symmetric tables of whole numbers. */
const tables = (least: number, most: number) =>
	fc
		.integer({ min: least, max: most })
		.chain((count) =>
			fc
				.array(fc.array(fc.nat(30), { minLength: count, maxLength: count }), { minLength: count, maxLength: count })
				.map((rows) => rows.map((row, a) => row.map((_, b) => rows[Math.min(a, b)]?.[Math.max(a, b)] ?? 0))),
		);

function permutations(items: readonly number[]): number[][] {
	if (items.length === 0) return [[]];
	return items.flatMap((first) => permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));
}

test('up to twelve items no order is better, and of equals it is the first', () => {
	fc.assert(
		fc.property(tables(0, 6), (alike) => {
			const orders = permutations(range(alike.length));
			const best = max(orders, (order) => chained(order, alike));
			expect(chain(alike)).toEqual(orders.find((order) => chained(order, alike) === best));
		}),
	);
});

describe('beyond twelve', () => {
	test('each item occurs once, and reversing no stretch improves the order', () => {
		fc.assert(
			fc.property(tables(13, 30), (alike) => {
				const order = chain(alike);
				expect(order.toSorted((a, b) => a - b)).toEqual(range(alike.length));
				for (const from of range(order.length))
					for (const to of range(from + 1, order.length)) {
						const turned = [...order.slice(0, from), ...order.slice(from, to + 1).reverse(), ...order.slice(to + 1)];
						expect(chained(turned, alike)).toBeLessThanOrEqual(chained(order, alike));
					}
			}),
			{ numRuns: 30 },
		);
	});

	test('items on a line are put in their order on it', () => {
		const places = permute(
			range(40),
			range(40).map((index) => (index * 17) % 40),
		);
		const order = chain(places.map((a) => places.map((b) => 40 - Math.abs(a - b))));
		const found = order.map((item) => places[item] ?? 0);
		expect(found[0] === 0 ? found : found.toReversed()).toEqual(range(40));
	});

	test('two hundred take less than a second of the processor', () => {
		const alike = range(200).map((a) => range(200).map((b) => ((a * b + a + b) * 7919) % 101));
		const begun = process.cpuUsage();
		chain(alike);
		expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(1);
	});
});
