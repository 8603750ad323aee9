import { runEachInBoundary, type ErrorBoundary } from './error-boundary.ts';

/**
 * Closes `details[data-fold]`, whose content covers the page, when the focus or a click goes elsewhere, when a link in it
 * is followed, and on Escape, which returns the focus.
 */
export function startFolds(root: Document): () => void {
	return runEachInBoundary(
		() => root.querySelectorAll<HTMLDetailsElement>('details[data-fold]'),
		(boundary, fold) => foldable(boundary, root, fold),
	);
}

function foldable(boundary: ErrorBoundary, root: Document, fold: HTMLDetailsElement): void {
	const isOutside = (target: EventTarget | null): boolean => target instanceof Node && !fold.contains(target);
	const close = (): void => {
		fold.open = false;
	};
	boundary.on(root, 'pointerdown focusin', ({ target }) => {
		if (fold.open && isOutside(target)) close();
	});
	boundary.on(fold, 'click', ({ target }) => {
		if (target instanceof Element && target.closest('a')) close();
	});
	boundary.on(root, 'keydown', ({ key }) => {
		if (key !== 'Escape' || !fold.open) return;
		const isWithin = fold.contains(root.activeElement);
		close();
		if (isWithin) fold.querySelector('summary')?.focus();
	});
}
