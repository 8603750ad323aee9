/** Numbers as attributes of a drawing have them: no more digits than show. */

/** Percent with at most two decimals: "12.35%". */
export function percent(share: number): string {
	return `${pixels(share)}%`;
}

/** A number with at most two decimals. */
export function pixels(length: number): number {
	return Math.round(length * 100) / 100;
}
