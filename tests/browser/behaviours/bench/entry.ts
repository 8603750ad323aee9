/** Everything a page starts, by name, so that a test can start and undo one at a time. */
import { runInBoundary } from '#lib/behaviours/error-boundary.ts';
import { startEvidence } from '#lib/behaviours/evidence/evidence.ts';
import { startFigures } from '#lib/behaviours/steps/figures.ts';
import { startFilters } from '#lib/behaviours/charts/filter.ts';
import { startNavigation } from '#lib/behaviours/steps/navigate.ts';
import { startProgress } from '#lib/behaviours/steps/progress.ts';
import { startReading } from '#lib/behaviours/reading.ts';
import { startScroll } from '#lib/behaviours/steps/scroll.ts';
import { startTips } from '#lib/behaviours/charts/tip.ts';
import { alongContacts } from '#lib/behaviours/charts/along-contacts.ts';
import { startWalk } from '#lib/behaviours/charts/walk.ts';

const behaviours = {
	startProgress,
	startFigures,
	startScroll,
	startNavigation,
	startReading,
	startEvidence,
	startTips,
	startWalk: (root: Document) => startWalk(root, alongContacts),
	startFilters,
};

export type Bench = typeof behaviours & { readonly runInBoundary: typeof runInBoundary };

declare global {
	interface Window {
		bench: Bench;
	}
}

window.bench = { ...behaviours, runInBoundary };
