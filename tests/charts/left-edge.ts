/** Where a text of a width begins, in pixels from what it names, however it is anchored. */
import type { Setting } from '#lib/geometry/text-width.ts';

export function leftEdge({ anchor, dx }: Setting, width: number): number {
	return dx - { start: 0, middle: width / 2, end: width }[anchor];
}
