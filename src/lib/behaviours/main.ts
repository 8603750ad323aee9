/** The script of all pages. Each behaviour runs in an error boundary: one that fails affects no other. */
import { runInBoundary } from './error-boundary.ts';
import type {} from './early.ts';
import { startEvidence } from './evidence/evidence.ts';
import { startFigures } from './steps/figures.ts';
import { startFilters } from './charts/filter.ts';
import { isSupported } from './supported-browser.ts';
import { startMenus } from './menus.ts';
import { startKeeping } from './place/keep.ts';
import { holdOnScreens } from './media.ts';
import { startNavigation } from './steps/navigate.ts';
import { startProgress } from './steps/progress.ts';
import { startReading } from './reading.ts';
import { startScroll } from './steps/scroll.ts';
import { startSearch } from './ledger/search.ts';
import { startShare } from './evidence/share.ts';
import { startTips } from './charts/tip.ts';
import { alongContacts } from './charts/along-contacts.ts';
import { startWalk } from './charts/walk.ts';

if (isSupported()) {
	// Must run before anything reads the layout, which it changes.
	runInBoundary((boundary) => boundary.undo(window.hideControls ?? holdOnScreens(document, 'scripted')));
	window.hideControls = undefined;
	// Must start before the behaviour that announces the current step.
	startProgress(document);
	startFigures(document);
	startReading(document);
	startScroll(document);
	startKeeping(document);
	startNavigation(document);
	startMenus(document);
	startEvidence(document);
	startShare(document);
	startTips(document);
	startWalk(document, alongContacts);
	startFilters(document);
	startSearch(document);
}
