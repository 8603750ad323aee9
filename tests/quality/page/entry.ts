/** Checks of a page that run inside it; `tests/quality/sweeps.ts` inserts them. */
import { paint } from './paint.ts';
import { beginPaging, lookAtPage, unseenLines } from './paging.ts';
import { toldByColourAlone } from './channels.ts';
import { drawn } from './drawn.ts';
import { blocks, illegible, lost, lostHeadings, lostPictures } from './reader-view.ts';
import { faintRings } from './ring.ts';
import { clipped, overflowing } from './room.ts';
import { paintOfSteps, states } from './steps.ts';
import { smallTargets } from './targets.ts';

const quality = {
	drawn,
	beginPaging,
	blocks,
	lookAtPage,
	unseenLines,
	illegible,
	lost,
	lostHeadings,
	lostPictures,
	paint,
	paintOfSteps,
	states,
	smallTargets,
	faintRings,
	clipped,
	overflowing,
	toldByColourAlone,
};

declare global {
	interface Window {
		quality: typeof quality;
	}
}

window.quality = quality;
