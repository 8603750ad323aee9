/** The order of the grid's columns. */
import { maxIndex, range, sum } from 'd3';

/** As many items as are ordered exactly: 2¹² sets of them are looked at, each from each end. */
const EXACT = 12;

/**
 * An order of `alike.length` items in which neighbours are most alike, in sum; the first of equals in the items' own
 * order. Beyond twelve items a good one: each item where it costs least, then turned about until no turn helps.
 * @param alike whole numbers, symmetric
 */
export function chain(alike: readonly (readonly number[])[]): number[] {
	return alike.length <= EXACT ? exact(alike) : turned(inserted(alike), alike);
}

/** By the best chains of every set of items, begun at each of them. */
function exact(alike: readonly (readonly number[])[]): number[] {
	const count = alike.length;
	// The best sum of a chain that begins with an item and holds the others of a set, in any order.
	const best = new Int32Array(count << count);
	for (let set = 1; set < 1 << count; set += 1)
		for (let first = 0; first < count; first += 1) {
			if (set & (1 << first)) continue;
			let most = 0;
			for (let next = 0; next < count; next += 1)
				if (set & (1 << next))
					most = Math.max(most, (alike[first]?.[next] ?? 0) + (best[(set ^ (1 << next)) * count + next] ?? 0));
			best[set * count + first] = most;
		}
	const order: number[] = [];
	for (let set = (1 << count) - 1; set > 0; set ^= 1 << (order.at(-1) ?? 0)) {
		const last = order.at(-1);
		const worth = (item: number): number =>
			set & (1 << item) ? (best[(set ^ (1 << item)) * count + item] ?? 0) + (alike[last ?? -1]?.[item] ?? 0) : -1;
		order.push(maxIndex(range(count), worth));
	}
	return order;
}

/** Each item in turn at the place in the chain where it adds most. */
function inserted(alike: readonly (readonly number[])[]): number[] {
	const order: number[] = [];
	for (const item of range(alike.length)) {
		const near = (index: number): number => alike[item]?.[order[index] ?? -1] ?? 0;
		const gain = (place: number): number =>
			near(place - 1) + near(place) - (alike[order[place - 1] ?? -1]?.[order[place] ?? -1] ?? 0);
		order.splice(maxIndex(range(order.length + 1), gain), 0, item);
	}
	return order;
}

/** Turns stretches of the chain about while that makes it better. */
function turned(initial: readonly number[], alike: readonly (readonly number[])[]): number[] {
	const order = [...initial];
	const link = (a: number, b: number): number => alike[order[a] ?? -1]?.[order[b] ?? -1] ?? 0;
	for (let isBetter = true; isBetter;) {
		isBetter = false;
		for (let from = 0; from < order.length; from += 1)
			for (let to = from + 1; to < order.length; to += 1) {
				if (link(from - 1, to) + link(from, to + 1) <= link(from - 1, from) + link(to, to + 1)) continue;
				order.splice(from, to - from + 1, ...order.slice(from, to + 1).reverse());
				isBetter = true;
			}
	}
	return order;
}

/** How alike the neighbours of an order are, in sum. */
export const chained = (order: readonly number[], alike: readonly (readonly number[])[]): number =>
	sum(order, (item, index) => alike[order[index - 1] ?? -1]?.[item] ?? 0);
