import { behind, enable } from './door.ts';

/**
 * "Read without scrolling effects": `button[data-reading]` switches `data-reading` on the root element. Styles then show
 * each step's own picture and let the charts scroll by. The words that were being read stay where they were.
 */
export function startReading(root: Document): () => void {
	return behind((door) => {
		const page = root.documentElement;
		const buttons = [...root.querySelectorAll<HTMLButtonElement>('button[data-reading]')];

		const set = (calm: boolean): void => {
			const read = beingRead(root);
			const before = read?.getBoundingClientRect().top ?? 0;
			const keep = (): void => {
				if (read) scrollBy({ top: read.getBoundingClientRect().top - before, behavior: 'instant' });
			};
			page.toggleAttribute('data-reading', calm);
			for (const button of buttons) button.setAttribute('aria-pressed', String(calm));
			keep();
			// Once more after the browser's own scroll anchoring, which knows nothing of the step.
			requestAnimationFrame(door.guard(keep));
		};

		door.undo(() => page.removeAttribute('data-reading'));
		for (const button of buttons) {
			enable(door, button);
			button.setAttribute('aria-pressed', 'false');
			door.on(button, 'click', () => set(!page.hasAttribute('data-reading')));
		}
	});
}

/** The last block of running text that begins in the upper two thirds: below a chart that sticks to the top, too. */
function beingRead(root: Document): Element | undefined {
	const blocks = [...root.querySelectorAll('main :is(h1, h2, h3, p):not(figure *)')];
	return blocks.findLast((block) => {
		const { top, height } = block.getBoundingClientRect();
		return height > 0 && top <= (innerHeight * 2) / 3;
	});
}
