/**
 * Runs in the head of the story, before anything is painted: holds the scrolled layout ready for the script that follows
 * the steps, so that nothing moves when that one comes. Where it has not come by the end of the document, or has come and
 * not run, the layout is given up again, and each step has its picture.
 */
import { isSupported } from './floor.ts';
import { scrolledLayout, type ScrolledLayout } from './media.ts';

declare global {
	interface Window {
		/** Taken by whoever follows the steps. */
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
// By now it has run, if it ever will.
document.addEventListener('DOMContentLoaded', giveUp);
