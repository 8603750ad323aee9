/**
 * Runs in the head of the story, before the first paint: applies the scrolled layout and shows the controls, so that
 * nothing is laid out again when the main script arrives. If that has not arrived soon after the end of the document, or
 * has failed, both are undone, and each step shows its picture.
 */
import { isSupported } from './supported-browser.ts';
import { holdOnScreens, scrolledLayout, type ScrolledLayout } from './media.ts';

declare global {
	interface Window {
		/** Set here, used by `steps/scroll.ts`. */
		scrolledLayout?: ScrolledLayout | undefined;
		/** Hides the controls again. Set here, used by `main.ts`. */
		hideControls?: (() => void) | undefined;
	}
}

/** Milliseconds after the end of the document in which the script may still arrive. */
const PATIENCE = 500;

if (isSupported()) {
	// First, since the layout reads the type size: rules that change later cost computing all styles again.
	window.hideControls = holdOnScreens(document, 'scripted');
	window.scrolledLayout = scrolledLayout(document);
}

function giveUp(): void {
	window.scrolledLayout?.loosen();
	window.hideControls?.();
	window.scrolledLayout = window.hideControls = undefined;
}

document.addEventListener('readystatechange', () => {
	setTimeout(() => {
		const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
		if (script && performance.getEntriesByName(script.src).length === 0) giveUp();
	}, PATIENCE);
});
// By now the main script has run, if it ever will.
document.addEventListener('DOMContentLoaded', giveUp);
