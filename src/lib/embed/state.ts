import { marksOf, nameOf } from '#lib/behaviours/charts/marks.ts';
import { show, words } from '#lib/behaviours/charts/show.ts';
import type { EmbedOptions } from './options.ts';

/**
 * Brings an embed's figure into the state in its address. Steps are those in `template#steps`; a record in focus without
 * a step opens the first step that has it in focus, and is ignored if the chart does not show it in that step. Former ids
 * work for both. Title and link to the story follow the step.
 */
export function showOption(root: Document, { step, focus: wantedId }: Pick<EmbedOptions, 'step' | 'focus'>): void {
	const figure = root.querySelector<HTMLElement>('figure[data-chart]');
	const template = root.querySelector<HTMLTemplateElement>('template#steps');
	if (!figure || !template) return;
	const records = [...root.querySelectorAll<HTMLElement>('tr[data-formerly]')];
	const renamed = records.find(({ dataset }) => wantedId !== null && words(dataset['formerly']).includes(wantedId));
	const focus = renamed?.dataset['row'] ?? wantedId;
	const steps = [...template.content.querySelectorAll<HTMLElement>('[data-show]')];
	const named = steps.find(({ id, dataset }) => step !== null && [id, ...words(dataset['formerly'])].includes(step));
	const at = named ?? steps.find(({ dataset }) => words(dataset['show']).includes(focus ?? '')) ?? steps[0];
	if (!at) return;
	if (at.id !== figure.dataset['step']) show(figure, at);

	const mark = marksOf(figure).find(({ dataset }) => focus !== null && dataset['id'] === focus);
	if (mark) {
		const pointing = at.cloneNode() as HTMLElement;
		pointing.dataset['show'] = focus ?? '';
		pointing.dataset['says'] = nameOf(mark);
		show(figure, pointing);
	}

	const title = figure.querySelector('.title');
	if (named && title) title.textContent = named.dataset['heading'] ?? '';
	const story = root.querySelector<HTMLAnchorElement>('a[data-story]');
	if (story) story.hash = at.id;
}
