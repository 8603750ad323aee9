import scrollama, { type Scroller } from 'scrollama';
import { pointedAt } from '#lib/behaviours/place/address.ts';
import { runInBoundary } from '#lib/behaviours/error-boundary.ts';
import type {} from '#lib/behaviours/early.ts';
import { scrolledLayout, type ScrolledLayout } from '#lib/behaviours/media.ts';
import { keepingPlace } from '#lib/behaviours/place/place.ts';
import { boxesOf, line, measuredOnce } from '#lib/behaviours/place/position.ts';
import { afterRest } from '#lib/behaviours/place/rest.ts';

/** The event on the step that has just become current; it bubbles. */
export const STEP = 'step';

/** Milliseconds without a scroll event after which a scroll has ended. */
const REST = 120;

/** The steps of the page, in reading order. */
export function stepsOf(root: Document): HTMLElement[] {
	return [...root.querySelectorAll<HTMLElement>('.step[id]')];
}

/**
 * Keeps `aria-current="step"` at the current step: the last step that has reached its line, the first before that; `STEP`
 * notifies figures and progress. scrollama only signals that something may have changed: it is silent after jumps, and
 * its events come in no fixed order, so they are never counted. The position is computed again whenever it may have
 * moved. Charts stick beside the steps only as long as this runs.
 */
export function startScroll(root: Document): () => void {
	return runInBoundary((boundary) => {
		const steps = stepsOf(root);
		if (steps.length === 0) return;
		const say = (step: HTMLElement | undefined): void => {
			step?.dispatchEvent(new Event(STEP, { bubbles: true }));
		};

		const position = measuredOnce(steps);
		const settle = (): void => {
			const step = steps[Math.max(0, position.reached())];
			if (!step || step.hasAttribute('aria-current')) return;
			for (const other of steps) other.removeAttribute('aria-current');
			step.setAttribute('aria-current', 'step');
			say(step);
		};

		let layout: ScrolledLayout | null = null;
		let frame = 0;
		// More than a scroll may have moved the steps.
		let isMoved = false;
		const scrolled = (): void => {
			cancelAnimationFrame(frame);
			frame = requestAnimationFrame(
				boundary.guard(() => {
					if (isMoved) {
						position.renew();
						layout?.fit();
					}
					isMoved = false;
					settle();
				}),
			);
		};
		const soon = (): void => {
			isMoved = true;
			scrolled();
		};
		boundary.undo(() => {
			cancelAnimationFrame(frame);
			for (const step of steps) step.removeAttribute('aria-current');
			say(steps[0]);
		});

		// Before anything is measured or changed: each change between two measurements is another layout.
		const stick = (): void => {
			const own = (layout = window.scrolledLayout ?? scrolledLayout(root));
			window.scrolledLayout = undefined;
			boundary.undo(() => keepingPlace(root, own.loosen));
		};
		const addressed = addressedElement(root);
		if (!addressed) keepingPlace(root, stick);
		else {
			stick();
			addressed.scrollIntoView({ block: 'start', behavior: 'instant' });
		}

		const scroller = scrollama();
		boundary.undo(() => {
			scroller.destroy();
			for (const step of steps) step.removeAttribute('data-scrollama-index');
		});
		setUp(scroller, steps);
		scroller.onStepEnter(scrolled).onStepExit(scrolled);

		// scrollama keeps its lines at the viewport height of its setup.
		boundary.on(window, 'resize', () => {
			scroller.offset(trigger(steps));
			soon();
		});
		// scrollama is silent when all steps are jumped over, and not every browser fires `scrollend`.
		boundary.on(window, 'scroll', afterRest(boundary, REST, soon).note);
		boundary.on(window, 'scrollend', scrolled);
		boundary.on(window, 'load pageshow hashchange popstate', soon);
		const grown = new ResizeObserver(soon);
		grown.observe(root.body);
		boundary.undo(() => grown.disconnect());
		settle();
	});
}

/** The target of the address, until the reader scrolls away from it. */
function addressedElement(root: Document): Element | null {
	const target = pointedAt(root);
	const [lie] = target ? boxesOf([target]) : [];
	return lie && (scrollY === 0 || Math.abs(lie.top - lie.margin) < 2) ? target : null;
}

function trigger(steps: readonly HTMLElement[]): number {
	const [first] = boxesOf(steps.slice(0, 1));
	const share = first ? line(first, undefined, innerHeight) / innerHeight : 0;
	return Math.min(1, Math.max(0, share || 0));
}

/**
 * Sets scrollama up without the scroll listener that it would leave on the document for ever: that only detects a
 * direction, which is not used here.
 */
function setUp(scroller: Scroller, steps: HTMLElement[]): void {
	document.addEventListener = () => undefined;
	try {
		scroller.setup({ step: steps, offset: trigger(steps) });
	} finally {
		Reflect.deleteProperty(document, 'addEventListener');
	}
}
