import { runInBoundary, enable } from '#lib/behaviours/error-boundary.ts';

/**
 * Each `button[data-copy]` copies the text of the element whose id it names, and the page's `[data-said]` announces it.
 * If the browser refuses access to the clipboard, the text is selected instead.
 */
export function startCopying(root: Document): () => void {
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
