import { behindEach, type Door } from './door.ts';

/**
 * Closes `details[data-fold]`, whose content covers the page, when the focus or a click goes elsewhere, when a link in it
 * is followed, and on Escape, which returns the focus.
 */
export function startFolds(root: Document): () => void {
	return behindEach(
		() => root.querySelectorAll<HTMLDetailsElement>('details[data-fold]'),
		(door, fold) => foldable(door, root, fold),
	);
}

function foldable(door: Door, root: Document, fold: HTMLDetailsElement): void {
	const isOutside = (target: EventTarget | null): boolean => target instanceof Node && !fold.contains(target);
	const close = (): void => {
		fold.open = false;
	};
	door.on(root, 'pointerdown focusin', ({ target }) => {
		if (fold.open && isOutside(target)) close();
	});
	door.on(fold, 'click', ({ target }) => {
		if (target instanceof Element && target.closest('a')) close();
	});
	door.on(root, 'keydown', ({ key }) => {
		if (key !== 'Escape' || !fold.open) return;
		const isWithin = fold.contains(root.activeElement);
		close();
		if (isWithin) fold.querySelector('summary')?.focus();
	});
}
