import { runInBoundary } from '#lib/behaviours/error-boundary.ts';
import { STEP, stepsOf } from './scroll.ts';

/** A line two fifths down the window: the chapter that it runs through is current. */
const LINE = '-40% 0px -59%';

/** Shows how far the reader is: the value of `progress[data-progress]`, and the current chapter in rail and menu. */
export function startProgress(root: Document): () => void {
	return runInBoundary((boundary) => {
		const steps = stepsOf(root);
		const links = [...root.querySelectorAll<HTMLAnchorElement>('[data-chapters] a[href^="#"]')];
		const bars = [...root.querySelectorAll<HTMLProgressElement>('progress[data-progress]')];
		const mark = ({ target, isIntersecting }: IntersectionObserverEntry): void => {
			for (const link of links.filter((link) => link.getAttribute('href') === `#${target.id}`)) {
				if (isIntersecting) link.setAttribute('aria-current', 'true');
				else link.removeAttribute('aria-current');
			}
		};
		const observer = new IntersectionObserver((entries) => entries.forEach(mark), { rootMargin: LINE });
		for (const chapter of root.querySelectorAll('.chapter[id]')) observer.observe(chapter);
		boundary.undo(() => {
			observer.disconnect();
			for (const link of links) link.removeAttribute('aria-current');
		});
		boundary.on(root, STEP, ({ target }) => {
			if (!(target instanceof HTMLElement)) return;
			for (const bar of bars) {
				bar.max = steps.length;
				bar.value = steps.indexOf(target) + 1;
			}
		});
	});
}
