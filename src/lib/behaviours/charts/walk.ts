import { runEachInBoundary, type ErrorBoundary } from '#lib/behaviours/error-boundary.ts';
import { marksOf } from './marks.ts';

/**
 * Makes each chart one tab stop: the first mark in focus, or the first mark, or the last one visited. Inside it → ↓ and ←
 * ↑ go forward and back in reading order, Home and End to its ends, and Escape leaves for the figure's end. Skips marks that are out of the
 * frame or filtered out.
 * @param inNetwork the way in a drawing with people (`data-node`)
 */
export function startWalk(root: Document, inNetwork = (): Walk => inOrder): () => void {
	return runEachInBoundary(
		() => root.querySelectorAll('figure[data-chart] .drawing'),
		(boundary, drawing) => walkable(boundary, drawing, drawing.querySelector('[data-node]') ? inNetwork() : inOrder),
	);
}

function walkable(boundary: ErrorBoundary, drawing: Element, step: Walk): void {
	const all = [...drawing.querySelectorAll<SVGElement>('a[data-id]')];
	boundary.undo(() => {
		for (const mark of all) mark.removeAttribute('tabindex');
	});

	for (const mark of all) mark.setAttribute('tabindex', '-1');
	let stopped: SVGElement | undefined;
	const stop = (mark: SVGElement | undefined): void => {
		if (mark === stopped) return;
		stopped?.setAttribute('tabindex', '-1');
		mark?.setAttribute('tabindex', '0');
		stopped = mark;
	};
	const choose = (): void => {
		const marks = marksOf(drawing);
		const focused = document.activeElement;
		const now = marks.find((mark) => mark === focused);
		const next = now ?? marks.find((mark) => mark.hasAttribute('data-focus')) ?? marks[0];
		stop(next);
		// A mark that leaves the frame would lose the focus to the page.
		if (!now && drawing.contains(focused)) next?.focus({ preventScroll: true });
	};
	choose();
	const keys = drawing.closest('figure')?.querySelector('[data-keys]');
	if (keys) {
		drawing.setAttribute('aria-describedby', keys.id);
		boundary.undo(() => drawing.removeAttribute('aria-describedby'));
	}
	const changed = new MutationObserver(boundary.guard(choose));
	changed.observe(drawing, { subtree: true, attributeFilter: ['data-off', 'data-out', 'data-focus'] });
	boundary.undo(() => changed.disconnect());

	boundary.on(drawing, 'keydown', (event) => {
		const from = event.target instanceof Element ? event.target.closest<SVGElement>('a[data-id]') : null;
		if (!from || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
		if (event.key === 'Escape') drawing.closest('figure')?.querySelector<HTMLElement>('.end')?.focus();
		if (!/^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(event.key)) return;
		event.preventDefault();
		const marks = marksOf(drawing);
		const to = event.key === 'Home' ? marks[0] : event.key === 'End' ? marks.at(-1) : step(from, event.key, marks);
		stop(to);
		to?.focus();
	});
}

/** Where a key leads from a mark. */
export type Walk = (from: SVGElement, key: string, marks: readonly SVGElement[]) => SVGElement | undefined;

const inOrder: Walk = (from, key, marks) => {
	const to = marks.indexOf(from) + (key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1);
	return marks[Math.min(marks.length - 1, Math.max(0, to))];
};
