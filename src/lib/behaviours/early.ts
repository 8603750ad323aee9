/**
 * Runs in the head of the story, before anything is painted: holds the scrolled layout ready for the script that follows
 * the steps, so that nothing moves when that one comes. Where it has not come by the end of the document, or has come and
 * not run, the layout is given up again, and each step has its picture.
 */
import { knowsEnough } from './floor.ts';
import { holdOnScreens } from './media.ts';

declare global {
	interface Window {
		/** Gives the layout up; taken by whoever follows the steps. */
		looseLayout?: (() => void) | undefined;
	}
}

if (knowsEnough()) window.looseLayout = holdOnScreens(document, 'scrolled');

function giveUp(): void {
	window.looseLayout?.();
	window.looseLayout = undefined;
}

document.addEventListener('readystatechange', () => {
	const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
	if (script && performance.getEntriesByName(script.src).length === 0) giveUp();
});
// By now it has run, if it ever will.
document.addEventListener('DOMContentLoaded', giveUp);
