/** The left edge of a text of a given width, in pixels from its mark, for any anchor. */
import type { TextAnchor } from '#lib/geometry/text-width.ts';

export function leftEdge({ anchor, dx }: TextAnchor, width: number): number {
	return dx - { start: 0, middle: width / 2, end: width }[anchor];
}
