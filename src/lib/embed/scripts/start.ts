import { runInBoundary } from '#lib/behaviours/error-boundary.ts';
import { startEvidence } from '#lib/behaviours/evidence/evidence.ts';
import { isSupported } from '#lib/behaviours/supported-browser.ts';
import { startTips } from '#lib/behaviours/charts/tip.ts';
import { parseOptions } from '#lib/embed/options.ts';
import { recordsIn } from '#lib/embed/passages.ts';
import { showOption } from '#lib/embed/state.ts';

/**
 * Applies the state in the address, and starts the story's behaviours without those for scrolling; the evidence comes from the page itself.
 * @param others those that only some charts need
 */
export function startEmbed(...others: readonly ((root: Document) => void)[]): void {
	// Before the first paint, and in browsers for which no behaviour is written, too.
	runInBoundary(() => showOption(document, parseOptions(location.search)));
	if (!isSupported()) return;
	runInBoundary((boundary) => {
		// A frame is as high as its page: the panel opens beside the mark that was chosen, on the side with more room.
		boundary.on(document, 'click', ({ target }) => {
			if (!(target instanceof Element) || !target.closest('.drawing')) return;
			const { top, left } = target.getBoundingClientRect();
			const { style } = document.documentElement;
			style.setProperty('--pressed', `${Math.round(top)}px`);
			style.setProperty('--beside', left > innerWidth / 2 ? '0' : 'auto');
		});
	});
	startEvidence(document, () => Promise.resolve(recordsIn(document)));
	startTips(document);
	for (const start of others) start(document);
}
