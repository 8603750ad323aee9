/** Numbers for the attributes of a drawing: no more digits than are visible. */
import { rounded } from '#lib/model/numbers.ts';

/** Percent with at most one decimal: "12.3%". */
export function percent(share: number): string {
	return `${pixels(share)}%`;
}

/** The distance between two positions, each with at most one decimal. */
export function between(from: number, to: number): string {
	return percent(pixels(to) - pixels(from));
}

/** A number with at most one decimal. */
export function pixels(length: number): number {
	return rounded(length, 1);
}
