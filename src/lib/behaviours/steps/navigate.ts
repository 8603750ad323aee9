import { pointedAt } from '#lib/behaviours/place/address.ts';
import { runInBoundary, enable } from '#lib/behaviours/error-boundary.ts';
import { reached } from '#lib/behaviours/place/position.ts';
import { stepsOf } from './scroll.ts';
import { shownIn } from '#lib/behaviours/charts/show.ts';

/** Where each key leads while the focus is on the step controls; elsewhere keys keep their usual function. */
const KEYS: Readonly<Record<string, 'previous' | 'next' | 'first' | 'last'>> = {
	ArrowLeft: 'previous',
	ArrowRight: 'next',
	Home: 'first',
	End: 'last',
};

/**
 * Moves by step: buttons `[data-go]` and the keys ← → Home End inside `[data-step-nav]`. A deliberate move, by these or
 * by a link within the page, is announced once in `[data-announce]`; scrolling never is. The address follows deliberate
 * moves only, without adding to the history.
 */
export function startNavigation(root: Document): () => void {
	return runInBoundary((boundary) => {
		const steps = stepsOf(root);
		const chapters = [...root.querySelectorAll<HTMLElement>('.chapter[id]')];

		const announce = (step: HTMLElement): void => {
			const heading = step.querySelector('h2, h3, h4')?.textContent.trim() ?? '';
			for (const place of root.querySelectorAll('[data-announce]')) {
				place.textContent = [heading, shownIn(step)].filter(Boolean).join('. ');
			}
		};

		const go = (to: string): void => {
			const at = reached(steps);
			const last = steps.length - 1;
			const targets: Readonly<Record<string, number>> = { first: 0, previous: at - 1, next: at + 1, last };
			const step = steps[targets[to] ?? -1];
			// There is no step before the first or after the last.
			if (!step) return;
			step.scrollIntoView({ block: 'start', behavior: 'instant' });
			announce(step);
			try {
				history.replaceState(history.state, '', `#${step.id}`);
			} catch {
				// In a sandboxed frame, or after too many moves a minute, the address stays; the move is made.
			}
		};

		for (const bar of root.querySelectorAll<HTMLElement>('[data-step-nav]')) {
			enable(boundary, bar);
			boundary.on(bar, 'keydown', (event) => {
				const to = KEYS[event.key];
				const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
				if (!to || !plain || event.defaultPrevented) return;
				event.preventDefault();
				go(to);
			});
		}
		for (const button of root.querySelectorAll<HTMLElement>('[data-go]')) {
			enable(boundary, button);
			boundary.on(button, 'click', () => go(button.dataset['go'] ?? ''));
		}

		boundary.on(window, 'hashchange', () => {
			const at = pointedAt(root);
			// A former id is in the step or chapter that it leads to.
			const target = [...steps, ...chapters].find((each) => each === at || each === at?.parentElement);
			if (target) announce(target);
		});
	});
}
