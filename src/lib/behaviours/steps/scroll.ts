import scrollama, { type Scroller } from 'scrollama';
import { pointedAt } from '#lib/behaviours/place/address.ts';
import { behind } from '#lib/behaviours/door.ts';
import type {} from '#lib/behaviours/early.ts';
import { scrolledLayout, type ScrolledLayout } from '#lib/behaviours/media.ts';
import { keepingPlace } from '#lib/behaviours/place/place.ts';
import { boxesOf, line, reached } from '#lib/behaviours/place/position.ts';

/** Says on the step that has just become the current one, and bubbles from there. */
export const STEP = 'step';

/** Milliseconds without a scroll event after which a scroll has ended. */
const REST = 120;

/** The steps of the page, in reading order. */
export function stepsOf(root: Document): HTMLElement[] {
	return [...root.querySelectorAll<HTMLElement>('.step[id]')];
}

/**
 * Keeps `aria-current="step"` at the step of the reader's position: the last step that has reached its line, the first
 * before that; `STEP` tells figures and progress. scrollama only says that something may have changed: it is silent after
 * jumps, its enters and exits come in no order, so they are never counted. The position is asked again whenever it may have
 * moved. As long as this runs, and no longer, charts stick beside the steps.
 */
export function startScroll(root: Document): () => void {
	return behind((door) => {
		const steps = stepsOf(root);
		if (steps.length === 0) return;
		const say = (step: HTMLElement | undefined): void => {
			step?.dispatchEvent(new Event(STEP, { bubbles: true }));
		};

		const settle = (): void => {
			const step = steps[Math.max(0, reached(steps))];
			if (!step || step.hasAttribute('aria-current')) return;
			for (const other of steps) other.removeAttribute('aria-current');
			step.setAttribute('aria-current', 'step');
			say(step);
		};

		let layout: ScrolledLayout | null = null;
		let frame = 0;
		const soon = (): void => {
			cancelAnimationFrame(frame);
			frame = requestAnimationFrame(
				door.guard(() => {
					layout?.fit();
					settle();
				}),
			);
		};
		door.undo(() => {
			cancelAnimationFrame(frame);
			for (const step of steps) step.removeAttribute('aria-current');
			say(steps[0]);
		});

		// Before anything is measured or changed: each change between two measurements is another layout.
		const stick = (): void => {
			const own = (layout = window.scrolledLayout ?? scrolledLayout(root));
			window.scrolledLayout = undefined;
			door.undo(() => keepingPlace(root, own.loosen));
		};
		const addressed = addressedElement(root);
		if (!addressed) keepingPlace(root, stick);
		else {
			stick();
			addressed.scrollIntoView({ block: 'start', behavior: 'instant' });
		}

		const scroller = scrollama();
		door.undo(() => {
			scroller.destroy();
			for (const step of steps) step.removeAttribute('data-scrollama-index');
		});
		setUp(scroller, steps);
		scroller.onStepEnter(soon).onStepExit(soon);

		// scrollama freezes its lines at the height of the viewport that it was set up in.
		door.on(window, 'resize', () => {
			scroller.offset(trigger(steps));
			soon();
		});
		// A jump over all steps makes scrollama say nothing, and not every browser says when a scroll has ended.
		let rest = 0;
		door.undo(() => {
			clearTimeout(rest);
		});
		door.on(window, 'scroll', () => {
			clearTimeout(rest);
			rest = window.setTimeout(soon, REST);
		});
		door.on(window, 'scrollend load pageshow hashchange popstate', soon);
		const grown = new ResizeObserver(soon);
		grown.observe(root.body);
		door.undo(() => grown.disconnect());
		settle();
	});
}

/** Where the address leads, as long as the reader has not gone on from there. */
function addressedElement(root: Document): Element | null {
	const target = pointedAt(root);
	const [lie] = target ? boxesOf([target]) : [];
	return lie && (scrollY === 0 || Math.abs(lie.top - lie.margin) < 2) ? target : null;
}

function trigger(steps: readonly HTMLElement[]): number {
	const [first] = boxesOf(steps);
	const share = first ? line(first, undefined, innerHeight) / innerHeight : 0;
	return Math.min(1, Math.max(0, share || 0));
}

/**
 * Sets scrollama up without the scroll listener that it leaves on the document for ever: it only serves to know a
 * direction, which nothing here asks for.
 */
function setUp(scroller: Scroller, steps: HTMLElement[]): void {
	document.addEventListener = () => undefined;
	try {
		scroller.setup({ step: steps, offset: trigger(steps) });
	} finally {
		Reflect.deleteProperty(document, 'addEventListener');
	}
}
