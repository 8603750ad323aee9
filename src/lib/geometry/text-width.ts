/** Pixels of characters in a semibold sans at 12 px, a little wider than the project's own, so that a fallback fits. */
const NARROW = 4.1;
const WIDE = 10;
const USUAL = 6.9;

/** An upper estimate of a line's width in pixels at 12 px. */
export function textWidth(text: string): number {
	return Math.ceil([...text].reduce((sum, character) => sum + characterWidth(character), 0));
}

function characterWidth(character: string): number {
	if (/[ fijlrtI'’.,:;!|()-]/.test(character)) return NARROW;
	return /[mwMW@%—]/.test(character) ? WIDE : USUAL;
}
