import { runInBoundary } from '#lib/behaviours/error-boundary.ts';
import { nameOf } from './marks.ts';

/** Milliseconds for the pointer to cross from a mark to its tip. */
const GRACE = 250;
/** Pixels between a mark and its tip. */
const GAP = 12;

/** Pixels between a tip and the edge of the window. */
const EDGE = 8;

/** A place at least `EDGE` from both edges; the first edge takes precedence. */
const within = (place: number, room: number): number => Math.max(EDGE, Math.min(room - EDGE, place));

/**
 * Shows the name of the mark under the pointer or the keyboard's focus — title, status, date, sources — in `[data-tip]`,
 * beside it; when the focus has just entered a drawing, `data-keys` adds the keys. The tip stays while the pointer is on
 * it; Escape and scrolling dismiss it. Screen readers get the same from the mark and its drawing. A tap opens the
 * evidence at once and shows no tip.
 */
export function startTips(root: Document): () => void {
	return runInBoundary((boundary) => {
		const tip = root.querySelector<HTMLElement>('[data-tip]');
		if (!tip) return;
		let leaving = 0;
		const hide = (): void => {
			clearTimeout(leaving);
			tip.hidden = true;
		};
		const leave = (): void => {
			clearTimeout(leaving);
			leaving = window.setTimeout(boundary.guard(hide), GRACE);
		};
		const tell = (
			target: EventTarget | null,
			place: (mark: Element) => { x: number; top: number; bottom: number },
		): void => {
			const mark = target instanceof Element ? target.closest('figure .drawing [data-id]') : null;
			if (!mark) return;
			clearTimeout(leaving);
			tip.textContent = nameOf(mark);
			tip.hidden = false;
			const { x, top, bottom } = place(mark);
			const { width, height } = tip.getBoundingClientRect();
			const [above, below] = [top - height - GAP, bottom + GAP];
			tip.style.left = `${within(x - width / 2, root.documentElement.clientWidth - width)}px`;
			// Above the mark, or below it; without room for either it covers the mark, because all its words must be
			// visible.
			tip.style.top = `${within(above < EDGE ? below : above, innerHeight - height)}px`;
		};
		boundary.undo(hide);
		boundary.on(root, 'pointerover', ({ target, pointerType, clientX, clientY }) => {
			if (pointerType === 'touch') return;
			if (target === tip) {
				clearTimeout(leaving);
				return;
			}
			delete tip.dataset['keys'];
			tell(target, () => ({ x: clientX, top: clientY, bottom: clientY }));
		});
		boundary.on(root, 'pointerout', leave);
		const follow = (): void => {
			if (!root.activeElement?.matches(':focus-visible')) return;
			tell(root.activeElement, (mark) => {
				const { left, width, top, bottom } = mark.getBoundingClientRect();
				return { x: left + width / 2, top, bottom };
			});
		};
		boundary.on(root, 'focusout', hide);
		let entered: Element | null = null;
		boundary.on(root, 'focusin', ({ target }) => {
			const drawing = target instanceof Element ? target.closest('figure .drawing') : null;
			const isEntered = drawing !== entered;
			entered = drawing;
			const keys = isEntered ? drawing?.closest('figure')?.querySelector('[data-keys]')?.textContent : undefined;
			if (keys) tip.dataset['keys'] = keys;
			else delete tip.dataset['keys'];
			follow();
		});
		boundary.on(root, 'scroll', () => {
			if (tip.hidden) return;
			hide();
			follow();
		});
		boundary.on(root, 'keydown', ({ key }) => {
			if (key === 'Escape') hide();
		});
	});
}
