/** What runs in the browser. Each behaviour stands behind its own door: one that fails takes nothing with it. */
import { behind } from './door.ts';
import { startEvidence } from './evidence/evidence.ts';
import { startFigures } from './steps/figures.ts';
import { startFilters } from './charts/filter.ts';
import { isSupported } from './floor.ts';
import { startFolds } from './folds.ts';
import { startKeeping } from './place/keep.ts';
import { holdOnScreens } from './media.ts';
import { startNavigation } from './steps/navigate.ts';
import { startProgress } from './steps/progress.ts';
import { startReading } from './reading.ts';
import { startScroll } from './steps/scroll.ts';
import { startSearch } from './ledger/search.ts';
import { startShare } from './evidence/share.ts';
import { startTips } from './charts/tip.ts';
import { startWalk } from './charts/walk.ts';

if (isSupported()) {
	// Before anything asks for the layout, which it changes.
	behind((door) => door.undo(holdOnScreens(document, 'scripted')));
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
}
