/** Share of the free height below a step's own address at which the step begins to be the one that is read. */
const SHARE = 1 / 3;

/**
 * The line that decides, in pixels from the top of the viewport. A step's `scroll-margin-top` says where its address
 * puts it — below a chart that sticks to the top of a phone, or a fifth down a wide page — and the line lies a third of
 * the remaining height below that, so that an address always leads to its own step.
 * @param margin the step's `scroll-margin-top` in pixels
 * @param height the viewport's height in pixels
 */
export function line(margin: number, height: number): number {
	return margin + SHARE * Math.max(0, height - margin);
}

/**
 * The index of the last step that has reached its line, -1 before the first.
 * @param tops distance in pixels of each step's top edge from the top of the viewport, in document order
 * @param lines the line of each step
 */
export function stepAt(tops: readonly number[], lines: readonly number[]): number {
	// Half a pixel: browsers round a scroll position to device pixels.
	return tops.findLastIndex((top, at) => top <= (lines[at] ?? 0) + 0.5);
}

/** The line of each step as the page is laid out now. */
export function linesOf(steps: readonly Element[]): number[] {
	return steps.map((step) => line(parseFloat(getComputedStyle(step).scrollMarginTop) || 0, innerHeight));
}

/** `stepAt` for the page as it is scrolled now. */
export function reached(steps: readonly Element[]): number {
	return stepAt(
		steps.map((step) => step.getBoundingClientRect().top),
		linesOf(steps),
	);
}
