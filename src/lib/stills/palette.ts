/** Pixels with few colours. */

/**
 * Keeps the most frequent colours and gives every other pixel the nearest of them. Flat shapes keep theirs exactly; the
 * rare ones are steps of edges, where nobody sees the difference. Pixels are RGBA, four bytes each.
 */
export function fewColours(pixels: Uint8Array, most: number): Uint8Array {
	const all = new Uint32Array(pixels.slice().buffer);
	const counts = new Map<number, number>();
	for (const { colour, from, to } of runs(all)) counts.set(colour, (counts.get(colour) ?? 0) + to - from);
	const byCount = [...counts].sort(([a, m], [b, n]) => n - m || a - b).map(([colour]) => colour);
	const kept = byCount.slice(0, most);
	const nearest = new Map(byCount.slice(most).map((colour) => [colour, nearestOf(colour, kept)]));
	for (const { colour, from, to } of runs(all)) all.fill(nearest.get(colour) ?? colour, from, to);
	return new Uint8Array(all.buffer);
}

/** Neighbours of one colour; pictures of flat shapes have few such runs and many pixels. */
function* runs(all: Uint32Array): Generator<{ readonly colour: number; readonly from: number; readonly to: number }> {
	for (let from = 0, to = 0; from < all.length; from = to) {
		const colour = all[from] ?? 0;
		while (to < all.length && all[to] === colour) to += 1;
		yield { colour, from, to };
	}
}

function nearestOf(colour: number, among: readonly number[]): number {
	let [best, least] = [colour, Infinity];
	for (const other of among) {
		const distance = apart(colour, other);
		if (distance < least) [best, least] = [other, distance];
	}
	return best;
}

const apart = (a: number, b: number): number =>
	[0, 8, 16, 24].reduce((sum, shift) => sum + (((a >>> shift) & 255) - ((b >>> shift) & 255)) ** 2, 0);
