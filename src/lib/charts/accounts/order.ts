/** The order of the grid's columns. */
import { maxIndex, range } from 'd3';

/** The largest number of items that are ordered exactly (Held–Karp, over 2¹² sets). */
const EXACT = 12;

/**
 * An order of `alike.length` items that maximises the likeness of neighbours; ties keep the items' own order. Beyond
 * twelve items a heuristic: insertion where it costs least, then 2-opt.
 * @param alike whole numbers, symmetric
 */
export function chain(alike: readonly (readonly number[])[]): number[] {
	return alike.length <= EXACT ? exact(alike) : turned(inserted(alike), alike);
}

/** Held–Karp: the best chains of every set of items, by their first item. */
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

/** Inserts each item where it adds most to the chain. */
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

/** 2-opt: reverses stretches of the chain while that improves it. */
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
