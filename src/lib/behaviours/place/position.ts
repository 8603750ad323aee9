/** The share of the free height below a step's address at which the step becomes current. */
const SHARE = 1 / 3;

/** The position of a step, in pixels. */
export interface StepBox {
	/** Its top edge, from the top of the viewport. */
	readonly top: number;
	/** Its `scroll-margin-top` below the page's `scroll-padding-top`: where its address puts it in the viewport. */
	readonly margin: number;
}

/**
 * The line that a step's top edge has to reach, in pixels from the top of the viewport: a third of the free height below
 * where the step's address would put it, but at most half the distance from the step before. So the address of every
 * step, however short, makes that step the current one.
 * @param before the step before, if there is one
 * @param height the viewport's height in pixels
 */
export function line(step: StepBox, before: StepBox | undefined, height: number): number {
	const third = SHARE * Math.max(0, height - step.margin);
	return step.margin + (before ? Math.min(third, Math.max(0, step.top - before.top) / 2) : third);
}

/**
 * The index of the last step that has reached its line, -1 before the first. At the foot of the page every step in view
 * has reached it.
 * @param steps in document order
 * @param height the viewport's height in pixels
 * @param left how many pixels can still be scrolled
 */
export function stepAt(steps: readonly StepBox[], height: number, left: number): number {
	// Tolerances of half a pixel and one pixel: browsers round scroll positions to device pixels.
	return steps.findLastIndex(
		(step, at) => step.top <= line(step, steps[at - 1], height) + 0.5 || (left <= 1 && step.top < height),
	);
}

/** The current positions of the steps. */
export function boxesOf(steps: readonly Element[]): StepBox[] {
	const padding = inPixels(getComputedStyle(document.documentElement).scrollPaddingTop);
	return steps.map((step) => ({
		top: step.getBoundingClientRect().top,
		margin: padding + inPixels(getComputedStyle(step).scrollMarginTop),
	}));
}

/** Pixels that are covered at the top of the viewport while a step is read. */
export const coveredAbove = (step: Element | undefined): number => boxesOf(step ? [step] : [])[0]?.margin ?? 0;

/** The lower edge, from the top of the viewport, of what the controls at its foot leave uncovered. */
export const uncoveredTo = (): number =>
	innerHeight - inPixels(getComputedStyle(document.documentElement).scrollPaddingBottom);

const inPixels = (length: string): number => parseFloat(length) || 0;

/** `reached` for a page that is scrolled: steps are measured again only if the page has another size, or after `renew`. */
export function measuredOnce(steps: readonly Element[]): {
	readonly reached: () => number;
	readonly renew: () => void;
} {
	let size = '';
	let boxes: StepBox[] = [];
	return {
		reached: () => {
			const { scrollHeight } = document.documentElement;
			const now = [innerWidth, innerHeight, scrollHeight].join(' ');
			// Browsers compute styles and layout whenever this is read.
			const y = scrollY;
			if (now !== size) boxes = boxesOf(steps).map(({ top, margin }) => ({ top: top + y, margin }));
			size = now;
			const moved = boxes.map(({ top, margin }) => ({ top: top - y, margin }));
			return stepAt(moved, innerHeight, scrollHeight - innerHeight - y);
		},
		renew: () => {
			size = '';
		},
	};
}

/** `stepAt` for the current scroll position. */
export function reached(steps: readonly Element[]): number {
	const left = document.documentElement.scrollHeight - innerHeight - scrollY;
	return stepAt(boxesOf(steps), innerHeight, left);
}
