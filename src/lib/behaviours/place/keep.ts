import { pointedAt } from './address.ts';
import { runInBoundary } from '#lib/behaviours/error-boundary.ts';
import { remember, remembered } from './memory.ts';
import { afterRest } from './rest.ts';
import { layoutAt, restorePlace, placeOf, type Place } from './place.ts';

/** Milliseconds without a scroll event after which a reader rests; and after which the place is stored. */
const REST = 120;
const WRITE = 400;

/** Controls with which readers change the layout themselves; the place is not restored then. */
const OWN_DOING = 'summary, label, input, select, button';

/**
 * Keeps the reader's place through changes of the layout: width, height, type size, zoom, fonts. The place is stored in
 * the history entry, and a reload or going back restores it.
 */
export function startKeeping(root: Document): () => void {
	return runInBoundary((boundary) => {
		let place: Place | null = null;
		// The reader has scrolled since the place was taken.
		let isOnTheWay = false;
		// A reader who has not begun stays at the beginning.
		let isAtStart = false;
		let own = -1;
		// The layout in which the place was taken.
		let layout = '';
		const keep = (): void => {
			if (!place || isOnTheWay) return;
			if (isAtStart) scrollTo({ top: 0, behavior: 'instant' });
			else restorePlace(root, place);
			own = scrollY;
			layout = layoutAt(root, place);
		};
		let write = 0;
		const note = (): void => {
			place = placeOf(root);
			isOnTheWay = false;
			isAtStart = scrollY < 1;
			layout = place ? layoutAt(root, place) : '';
			clearTimeout(write);
			write = window.setTimeout(
				boundary.guard(() => remember({ place })),
				WRITE,
			);
		};
		const rest = afterRest(boundary, REST, note);
		const stop = (): void => {
			rest.cancel();
			clearTimeout(write);
		};
		boundary.undo(stop);

		boundary.on(window, 'scroll', () => {
			// Reading the position forces a layout: do so once per scroll only.
			if (!isOnTheWay) {
				if (Math.abs(scrollY - own) < 1) return;
				// WebKit scrolls in the new layout, to its end, before it reports the new window size.
				if (place && layoutAt(root, place) !== layout) {
					keep();
					return;
				}
				isOnTheWay = true;
				own = -1;
			}
			rest.note();
		});
		boundary.on(window, 'resize', () => {
			keep();
			requestAnimationFrame(boundary.guard(keep));
		});
		const grown = new ResizeObserver(boundary.guard(keep));
		grown.observe(root.body);
		boundary.undo(() => grown.disconnect());
		boundary.on(root, 'click input', ({ target }) => {
			if (!(target instanceof Element)) return;
			// A reader who leaves by a link returns to here.
			if (target.closest('a')) remember({ place: placeOf(root) });
			if (!target.closest(OWN_DOING)) return;
			isOnTheWay = true;
			rest.note();
		});

		const before = history.scrollRestoration;
		history.scrollRestoration = 'manual';
		boundary.undo(() => {
			history.scrollRestoration = before;
		});
		const toAddress = (): void => pointedAt(root)?.scrollIntoView({ block: 'start', behavior: 'instant' });
		const restore = (): void => {
			const { place: kept } = remembered();
			if (!kept) return;
			place = kept;
			isOnTheWay = false;
			isAtStart = false;
			keep();
		};
		// Back to an entry of the same document; a newly followed address has no place of its own yet.
		boundary.on(window, 'popstate', () => {
			// The place, and one that is not stored yet, belong to the previous entry.
			stop();
			place = null;
			// Styles may show the target of the address only after this event.
			requestAnimationFrame(
				boundary.guard(() => {
					if (remembered().place) restore();
					else toAddress();
					rest.note();
				}),
			);
		});
		// Before a place is stored, a reload leaves the way to the address to scripts, because restoration is manual.
		const visits = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
		const isReload = visits.some(({ type }) => type === 'reload');
		const again = remembered().place ? restore : isReload ? toAddress : null;
		again?.();
		// The browser itself scrolls to the address once more after the load.
		if (again) boundary.on(window, 'load', again);
		else rest.note();
	});
}
