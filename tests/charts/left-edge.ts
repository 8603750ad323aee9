/** The left edge of a text of a given width, in pixels from its mark, for any anchor. */
import type { Setting } from '#lib/geometry/text-width.ts';

export function leftEdge({ anchor, dx }: Setting, width: number): number {
	return dx - { start: 0, middle: width / 2, end: width }[anchor];
}
