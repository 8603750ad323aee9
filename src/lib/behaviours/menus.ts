import { runEachInBoundary, type ErrorBoundary } from './error-boundary.ts';

/**
 * Closes `details[data-menu]`, whose content covers the page, when the focus or a click goes elsewhere, when a link in it
 * is followed, and on Escape, which returns the focus.
 */
export function startMenus(root: Document): () => void {
	return runEachInBoundary(
		() => root.querySelectorAll<HTMLDetailsElement>('details[data-menu]'),
		(boundary, menu) => closable(boundary, root, menu),
	);
}

function closable(boundary: ErrorBoundary, root: Document, menu: HTMLDetailsElement): void {
	const isOutside = (target: EventTarget | null): boolean => target instanceof Node && !menu.contains(target);
	const close = (): void => {
		menu.open = false;
	};
	boundary.on(root, 'pointerdown focusin', ({ target }) => {
		if (menu.open && isOutside(target)) close();
	});
	boundary.on(menu, 'click', ({ target }) => {
		if (target instanceof Element && target.closest('a')) close();
	});
	boundary.on(root, 'keydown', ({ key }) => {
		if (key !== 'Escape' || !menu.open) return;
		const isWithin = menu.contains(root.activeElement);
		close();
		if (isWithin) menu.querySelector('summary')?.focus();
	});
}
