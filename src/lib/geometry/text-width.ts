/** Pixels that a character of the interface's sans takes at 12 px; wider than its average, so that estimates hold. */
const CHARACTER = 6.3;

/** An upper estimate of a line's width in pixels at 12 px. */
export function textWidth(text: string): number {
	return Math.ceil([...text].length * CHARACTER);
}
