import { behindEach, type Door } from '#lib/behaviours/door.ts';
import { STEP, stepsOf } from './scroll.ts';
import { show } from '#lib/behaviours/charts/show.ts';

/**
 * Keeps every figure at the last step of its own chart up to the current one, or at its first. If a figure throws, its
 * chapter is read without effects: each step shows its own picture.
 */
export function startFigures(root: Document): () => void {
	return behindEach(
		() => root.querySelectorAll<HTMLElement>('figure[data-chart]'),
		(door, figure) => {
			follow(door, root, figure);
		},
	);
}

function follow(door: Door, root: Document, figure: HTMLElement): void {
	const steps = stepsOf(root);
	const own = steps.filter((step) => step.dataset['of'] === figure.dataset['chart']);
	const [first] = own;
	if (!first) return;
	door.undo(() => {
		figure.closest('.charted')?.classList.replace('charted', 'plain');
		const stage = figure.querySelector<HTMLElement>('.stage');
		// Hidden, because half a state would be wrong.
		if (stage) stage.hidden = true;
		show(figure, first);
		if (stage) stage.hidden = false;
	});
	door.on(root, STEP, ({ target }) => {
		const current = steps.findIndex((step) => step === target);
		const step = own.findLast((one) => steps.indexOf(one) <= current) ?? first;
		if (figure.dataset['step'] !== step.id) show(figure, step);
	});
}
