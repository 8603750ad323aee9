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

/** How to anchor a text so that an error of its estimated width is on the side away from its mark. */
export interface TextAnchor {
	readonly anchor: 'start' | 'middle' | 'end';
	/** Pixels from the mark to the anchor. */
	readonly dx: number;
}

/** Anchors a text, whose left edge is `dx` pixels from its mark, at the point nearest to the mark. */
export function textAnchor(dx: number, width: number): TextAnchor {
	if (-dx > (width * 2) / 3) return { anchor: 'end', dx: dx + width };
	if (-dx > width / 3) return { anchor: 'middle', dx: dx + width / 2 };
	return { anchor: 'start', dx };
}
