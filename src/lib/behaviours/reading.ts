import { runInBoundary, enable } from './error-boundary.ts';
import { remember, remembered } from './place/memory.ts';
import { keepingPlace, type Place } from './place/place.ts';

/**
 * "Read without scrolling effects": `button[data-reading]` switches `data-reading` on the root element. Styles then show
 * each step's own picture and let the charts scroll by. The words that were being read stay in place; the history entry
 * keeps the choice.
 */
export function startReading(root: Document): () => void {
	return runInBoundary((boundary) => {
		const page = root.documentElement;
		const buttons = [...root.querySelectorAll<HTMLButtonElement>('button[data-reading]')];

		// Changing the mode twice without scrolling returns to the same words.
		let kept: Place | null = null;
		let at = -1;
		const set = (calm: boolean): void => {
			page.toggleAttribute('data-reading', calm);
			for (const button of buttons) button.setAttribute('aria-pressed', String(calm));
		};

		boundary.undo(() => page.removeAttribute('data-reading'));
		for (const button of buttons) {
			enable(boundary, button);
			button.setAttribute('aria-pressed', 'false');
			boundary.on(button, 'click', () => {
				const change = () => set(!page.hasAttribute('data-reading'));
				kept = keepingPlace(root, change, Math.abs(scrollY - at) < 1 ? kept : null);
				requestAnimationFrame(() => requestAnimationFrame(() => (at = scrollY)));
				remember({ reading: page.hasAttribute('data-reading') });
			});
		}
		// Before the place of a page that is opened again is restored: there is none to keep yet.
		if (remembered().reading) set(true);
		// A URL followed within the page has a history entry of its own, and is another place.
		boundary.on(window, 'hashchange', () => {
			kept = null;
			remember({ reading: page.hasAttribute('data-reading') });
		});
	});
}
