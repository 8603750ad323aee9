/** Tokens: what fingerprints count and hash. */

export interface Token {
	/** Includes the space before it, if any. */
	readonly spaced: string;
	readonly bare: string;
	/** Code points. */
	readonly start: number;
}

export function codePoints(text: string): number {
	return [...text].length;
}

/** The tokens of a normalised text: runs of letters, digits and marks, and single other characters. */
export function tokens(normal: string): Token[] {
	let place = 0;
	return [...normal.matchAll(/( ?)([\p{L}\p{N}\p{M}]+|[^ ])/gu)].map(([spaced, space = '', bare = '']) => {
		const start = place + space.length;
		place += codePoints(spaced);
		return { spaced, bare, start };
	});
}
