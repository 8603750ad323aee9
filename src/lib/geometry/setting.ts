/** How to anchor a text, so that an error in its estimated width does little harm. */

/** How to set a text, so that its estimated width errs on the side away from what it names. */
export interface Setting {
	readonly anchor: 'start' | 'middle' | 'end';
	/** Pixels from what is named to the anchor. */
	readonly dx: number;
}

/** Sets a text whose left edge stands `dx` pixels from what it names by the part of it that is nearest to that. */
export function setting(dx: number, width: number): Setting {
	if (-dx > (width * 2) / 3) return { anchor: 'end', dx: dx + width };
	if (-dx > width / 3) return { anchor: 'middle', dx: dx + width / 2 };
	return { anchor: 'start', dx };
}
