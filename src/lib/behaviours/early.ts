/**
 * Runs in the head of the story, before the first paint: applies the scrolled layout, so that nothing moves when the main
 * script arrives. If that has not arrived, or has failed, by the end of the document, the layout is removed, and each
 * step shows its picture.
 */
import { isSupported } from './supported-browser.ts';
import { scrolledLayout, type ScrolledLayout } from './media.ts';

declare global {
	interface Window {
		/** Set here, used by `steps/scroll.ts`. */
		scrolledLayout?: ScrolledLayout | undefined;
	}
}

if (isSupported()) window.scrolledLayout = scrolledLayout(document);

function giveUp(): void {
	window.scrolledLayout?.loosen();
	window.scrolledLayout = undefined;
}

document.addEventListener('readystatechange', () => {
	const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
	if (script && performance.getEntriesByName(script.src).length === 0) giveUp();
});
// By now the main script has run, if it ever will.
document.addEventListener('DOMContentLoaded', giveUp);
