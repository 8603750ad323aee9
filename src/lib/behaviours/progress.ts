import { behind } from './door.ts';
import { STEP, stepsOf } from './scroll.ts';

/** Says how far the reader is: the value of `progress[data-progress]`, and the current chapter in the menu. */
export function startProgress(root: Document): () => void {
	return behind((door) => {
		const steps = stepsOf(root);
		const links = [...root.querySelectorAll<HTMLAnchorElement>('[data-chapters] a[href^="#"]')];
		const bars = [...root.querySelectorAll<HTMLProgressElement>('progress[data-progress]')];
		door.undo(() => {
			for (const link of links) link.removeAttribute('aria-current');
		});
		door.on(root, STEP, ({ target }) => {
			if (!(target instanceof HTMLElement)) return;
			for (const bar of bars) {
				bar.max = steps.length;
				bar.value = steps.indexOf(target) + 1;
			}
			const here = `#${target.closest('.chapter')?.id ?? ''}`;
			for (const link of links) {
				if (link.getAttribute('href') === here) link.setAttribute('aria-current', 'true');
				else link.removeAttribute('aria-current');
			}
		});
	});
}
