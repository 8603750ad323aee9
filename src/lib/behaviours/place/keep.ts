import { pointedAt } from './address.ts';
import { behind } from '#lib/behaviours/door.ts';
import { remember, remembered } from './memory.ts';
import { restorePlace, placeOf, type Place } from './place.ts';

/** Milliseconds without a scroll event after which a reader rests; and after which that is written down. */
const REST = 120;
const WRITE = 400;

/** What a reader presses to change a layout: what they look at then is theirs to move. */
const OWN_DOING = 'summary, label, input, select, button';

/** What a change of the layout changes: the width of the window, the height of the page. */
const layoutOf = (root: Document): string => `${innerWidth} ${root.documentElement.scrollHeight}`;

/**
 * Keeps the reader's place whatever changes the layout: width, height, size of type, zoom, fonts. The place stands in the
 * entry of the history, and a reload or the way back brings it back.
 */
export function startKeeping(root: Document): () => void {
	return behind((door) => {
		let place: Place | null = null;
		// Scrolled by the reader since the place was taken.
		let isOnTheWay = false;
		// Whoever has not begun to read stays at the beginning.
		let isAtStart = false;
		let own = -1;
		// Of the layout that the place was taken in.
		let layout = '';
		const keep = (): void => {
			if (!place || isOnTheWay) return;
			if (isAtStart) scrollTo({ top: 0, behavior: 'instant' });
			else restorePlace(root, place);
			own = scrollY;
			layout = layoutOf(root);
		};
		let rest = 0;
		let write = 0;
		const note = (): void => {
			place = placeOf(root);
			isOnTheWay = false;
			isAtStart = scrollY < 1;
			layout = layoutOf(root);
			clearTimeout(write);
			write = window.setTimeout(
				door.guard(() => remember({ place })),
				WRITE,
			);
		};
		const soon = (): void => {
			clearTimeout(rest);
			rest = window.setTimeout(door.guard(note), REST);
		};
		const stop = (): void => {
			clearTimeout(rest);
			clearTimeout(write);
		};
		door.undo(stop);

		door.on(window, 'scroll', () => {
			// Reading the position forces a layout: once a scroll is enough.
			if (!isOnTheWay) {
				if (Math.abs(scrollY - own) < 1) return;
				// WebKit scrolls in a new layout, to what is its end, before it says that the window is another.
				if (place && layoutOf(root) !== layout) {
					keep();
					return;
				}
				isOnTheWay = true;
				own = -1;
			}
			soon();
		});
		door.on(window, 'resize', () => {
			keep();
			requestAnimationFrame(door.guard(keep));
		});
		const grown = new ResizeObserver(door.guard(keep));
		grown.observe(root.body);
		door.undo(() => grown.disconnect());
		door.on(root, 'click input', ({ target }) => {
			if (!(target instanceof Element)) return;
			// Whoever leaves comes back to here.
			if (target.closest('a')) remember({ place: placeOf(root) });
			if (!target.closest(OWN_DOING)) return;
			isOnTheWay = true;
			soon();
		});

		const before = history.scrollRestoration;
		history.scrollRestoration = 'manual';
		door.undo(() => {
			history.scrollRestoration = before;
		});
		const restore = (): void => {
			const { place: kept } = remembered();
			if (!kept) return;
			place = kept;
			isOnTheWay = false;
			keep();
		};
		restore();
		// Back to an entry of the same document; an address that was followed has no place of its own yet.
		door.on(window, 'popstate', () => {
			// What is not written down yet is of the entry before.
			stop();
			// Styles may show what the address names, and do so only after this.
			requestAnimationFrame(
				door.guard(() => {
					if (remembered().place) restore();
					else pointedAt(root)?.scrollIntoView({ block: 'start', behavior: 'instant' });
					soon();
				}),
			);
		});
		// The browser itself goes to an address once more when all has come.
		if (remembered().place) door.on(window, 'load', restore);
		else soon();
	});
}
