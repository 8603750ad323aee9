/**
 * The deferred script of an embed: the story's behaviours without those for scrolling; the evidence comes from the page
 * itself.
 */
import { runInBoundary } from '#lib/behaviours/error-boundary.ts';
import { startEvidence } from '#lib/behaviours/evidence/evidence.ts';
import { isSupported } from '#lib/behaviours/supported-browser.ts';
import { startMenus } from '#lib/behaviours/menus.ts';
import { startFilters } from '#lib/behaviours/charts/filter.ts';
import { holdOnScreens } from '#lib/behaviours/media.ts';
import { startTips } from '#lib/behaviours/charts/tip.ts';
import { startWalk } from '#lib/behaviours/charts/walk.ts';
import { recordsIn } from './passages.ts';

if (isSupported()) {
	runInBoundary((boundary) => {
		// A frame is as high as its page: the panel opens beside the click, not at the foot of the page.
		boundary.on(document, 'click', ({ target }) => {
			const top = target instanceof Element ? target.getBoundingClientRect().top : 0;
			document.documentElement.style.setProperty('--pressed', `${Math.round(top)}px`);
		});
	});
	startEvidence(document, () => Promise.resolve(recordsIn(document)));
	startTips(document);
	startWalk(document);
	startFilters(document);
	startMenus(document);
	runInBoundary((boundary) => boundary.undo(holdOnScreens(document, 'scripted')));
}
