import { runInBoundary } from '#lib/behaviours/error-boundary.ts';
import { slot } from './panel.ts';

/**
 * Copies the address of the entry in the evidence panel: `[data-slot="copy"]` takes it from the panel's link and gets
 * `data-done` once it is on the clipboard, and `[data-slot="copied"]` says so. If the browser refuses, the link remains
 * to be copied by hand.
 */
export function startShare(root: Document): () => void {
	return runInBoundary((boundary) => {
		boundary.on(root, 'click', ({ target }) => {
			const button = target instanceof Element ? target.closest('[data-slot="copy"]') : null;
			const panel = button?.closest('dialog');
			const href = panel && slot(panel, 'link')?.getAttribute('href');
			if (!button || !panel || !href) return;
			const say = (words: string): void => {
				const place = slot(panel, 'copied');
				if (place) place.textContent = words;
			};
			navigator.clipboard.writeText(new URL(href, root.baseURI).href).then(
				boundary.guard(() => {
					button.setAttribute('data-done', '');
					say('The link is copied.');
				}),
				boundary.guard(() => say('The link could not be copied; it is the one to the full entry.')),
			);
		});
	});
}
