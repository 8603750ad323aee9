/** Pixels with few colours. */

/**
 * Keeps the most frequent colours and gives every other pixel the nearest of them. Flat shapes keep theirs exactly; the
 * rare ones are steps of edges, where nobody sees the difference. Pixels are RGBA, four bytes each.
 */
export function fewColours(pixels: Uint8Array, most: number): Uint8Array {
	const all = new Uint32Array(pixels.slice().buffer);
	const counts = new Map<number, number>();
	for (const colour of all) counts.set(colour, (counts.get(colour) ?? 0) + 1);
	const byCount = [...counts].sort(([a, m], [b, n]) => n - m || a - b).map(([colour]) => colour);
	const kept = byCount.slice(0, most);
	const nearest = new Map(byCount.slice(most).map((colour) => [colour, nearestOf(colour, kept)]));
	if (nearest.size > 0) for (const [index, colour] of all.entries()) all[index] = nearest.get(colour) ?? colour;
	return new Uint8Array(all.buffer);
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
