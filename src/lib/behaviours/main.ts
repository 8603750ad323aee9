/** What runs in the browser. Each behaviour stands behind its own door: one that fails takes nothing with it. */
import { behind } from './door.ts';
import { startEvidence } from './evidence.ts';
import { startFigures } from './figures.ts';
import { startFilters } from './filter.ts';
import { knowsEnough } from './floor.ts';
import { startFolds } from './folds.ts';
import { startKeeping } from './keep.ts';
import { holdOnScreens } from './media.ts';
import { startNavigation } from './navigate.ts';
import { startProgress } from './progress.ts';
import { startReading } from './reading.ts';
import { startScroll } from './scroll.ts';
import { startSearch } from './search.ts';
import { startShare } from './share.ts';
import { startTips } from './tip.ts';
import { startWalk } from './walk.ts';

if (knowsEnough()) {
	// Before what tells them of the current step.
	startProgress(document);
	startFigures(document);
	startReading(document);
	startScroll(document);
	startKeeping(document);
	startNavigation(document);
	startFolds(document);
	startEvidence(document);
	startShare(document);
	startTips(document);
	startWalk(document);
	startFilters(document);
	startSearch(document);
	behind((door) => door.undo(holdOnScreens(document, 'scripted')));
}
