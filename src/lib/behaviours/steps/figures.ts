import { runEachInBoundary, type ErrorBoundary } from '#lib/behaviours/error-boundary.ts';
import { STEP, stepsOf } from './scroll.ts';
import { show } from '#lib/behaviours/charts/show.ts';

/**
 * Keeps every figure at the last step of its own chart up to the current one, or at its first. If a figure throws, its
 * chapter is read without effects: each step shows its own picture.
 */
export function startFigures(root: Document): () => void {
	return runEachInBoundary(
		() => root.querySelectorAll<HTMLElement>('figure[data-chart]'),
		(boundary, figure) => {
			follow(boundary, root, figure);
		},
	);
}

function follow(boundary: ErrorBoundary, root: Document, figure: HTMLElement): void {
	const steps = stepsOf(root);
	const own = steps.filter((step) => step.dataset['of'] === figure.dataset['chart']);
	const [first] = own;
	if (!first) return;
	boundary.undo(() => {
		figure.closest('.charted')?.classList.replace('charted', 'plain');
		const stage = figure.querySelector<HTMLElement>('.stage');
		// Hidden, because half a state would be wrong.
		if (stage) stage.hidden = true;
		show(figure, first);
		if (stage) stage.hidden = false;
	});
	boundary.on(root, STEP, ({ target }) => {
		const current = steps.findIndex((step) => step === target);
		const step = own.findLast((one) => steps.indexOf(one) <= current) ?? first;
		if (figure.dataset['step'] !== step.id) show(figure, step);
	});
}
