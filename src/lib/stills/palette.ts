/** Reduces pixels to a palette. */

/** A palette, and the index of each pixel in it. */
export interface Indexed {
	/** Red, green, blue. */
	readonly palette: readonly (readonly [number, number, number])[];
	readonly pixels: Uint8Array;
}

/**
 * Keeps the most frequent colours, at most 256, and replaces all others by the nearest of them. Flat shapes keep their
 * colours exactly; rare colours are those of antialiased edges. Pixels are opaque RGBA, four bytes each.
 */
export function indexed(pixels: Uint8Array, most: number): Indexed {
	const aligned = pixels.byteOffset % 4 === 0 ? pixels : pixels.slice();
	const all = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
	const counts = new Map<number, number>();
	// Runs of one colour: pictures of flat shapes have far fewer runs than pixels.
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

/** The index of the nearest colour. */
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
