/** The script of the gallery. Without it each chart is in its frame, and the snippets have a placeholder for the host. */
import { startEntry } from './entry.ts';
import { runInBoundary, enable } from '#lib/behaviours/error-boundary.ts';

const page = document.querySelector<HTMLElement>('[data-gallery]');
if (page) {
	const { root = '', version = '', integrity = '' } = page.dataset;
	const site = new URL(root, document.baseURI).href;
	const place = { site, version: new URL(version, site).href, integrity };
	for (const host of document.querySelectorAll('[data-host]')) host.textContent = new URL(site).origin;
	for (const section of document.querySelectorAll<HTMLElement>('[data-entry]')) startEntry(section, place);
}
startCopying(document);

/**
 * Each `button[data-copy]` copies the text of the element whose id it names, and the page's `[data-said]` announces it.
 * If the browser refuses access to the clipboard, the text is selected instead.
 */
function startCopying(root: Document): () => void {
	return runInBoundary((boundary) => {
		const status = root.querySelector('[data-said]');
		const say = (words: string): void => {
			if (status) status.textContent = words;
		};
		for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
			const text = root.getElementById(button.dataset['copy'] ?? '');
			if (!text) continue;
			enable(boundary, button);
			const select = boundary.guard(() => {
				const around = text.closest('details');
				if (around) around.open = true;
				root.getSelection()?.selectAllChildren(text);
				say('Selected. Copy it with Ctrl or ⌘ and C.');
			});
			const copy = async (): Promise<void> => {
				try {
					await navigator.clipboard.writeText(text.textContent);
					say(`Copied: ${button.dataset['what'] ?? 'the text'}.`);
				} catch {
					select();
				}
			};
			boundary.on(button, 'click', () => void copy());
		}
	});
}
