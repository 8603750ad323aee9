/** Pixels with few colours. */

/** Colours by number, and for each pixel the number of its own. */
export interface Indexed {
	/** Red, green, blue. */
	readonly palette: readonly (readonly [number, number, number])[];
	readonly pixels: Uint8Array;
}

/**
 * Keeps the most frequent colours, at most 256, and gives every other pixel the nearest of them. Flat shapes keep theirs
 * exactly; the rare ones are steps of edges, where nobody sees the difference. Pixels are opaque RGBA, four bytes each.
 */
export function indexed(pixels: Uint8Array, most: number): Indexed {
	const aligned = pixels.byteOffset % 4 === 0 ? pixels : pixels.slice();
	const all = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
	const counts = new Map<number, number>();
	// Neighbours of one colour: pictures of flat shapes have few such runs and many pixels.
	for (let from = 0, to = 0; from < all.length; from = to) {
		to = endOfRun(all, from);
		const colour = all[from] ?? 0;
		counts.set(colour, (counts.get(colour) ?? 0) + to - from);
	}
	const byCount = [...counts].sort(([a, m], [b, n]) => n - m || a - b).map(([colour]) => colour);
	const kept = byCount.slice(0, most);
	const numbers = new Map(byCount.map((colour, index) => [colour, index < most ? index : nearest(colour, kept)]));
	const found = new Uint8Array(all.length);
	for (let from = 0, to = 0; from < all.length; from = to) {
		to = endOfRun(all, from);
		found.fill(numbers.get(all[from] ?? 0) ?? 0, from, to);
	}
	return { palette: kept.map((colour) => [part(colour, 0), part(colour, 8), part(colour, 16)]), pixels: found };
}

function endOfRun(all: Uint32Array, from: number): number {
	let to = from + 1;
	while (to < all.length && all[to] === all[from]) to += 1;
	return to;
}

/** The number of the colour that is least apart. */
function nearest(colour: number, among: readonly number[]): number {
	let [best, least] = [0, Infinity];
	for (const [index, other] of among.entries()) {
		const distance = apart(colour, other);
		if (distance < least) [best, least] = [index, distance];
	}
	return best;
}

const part = (colour: number, shift: number): number => (colour >>> shift) & 255;

const apart = (a: number, b: number): number =>
	[0, 8, 16].reduce((sum, shift) => sum + (part(a, shift) - part(b, shift)) ** 2, 0);
