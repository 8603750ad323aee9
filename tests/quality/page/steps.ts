import { show } from '#lib/behaviours/charts/show.ts';
import { paint, type Painted } from './paint.ts';

/** The story's figures, each in each of its steps, one after the other. The last state stays. */
export function* states(root: ParentNode): Generator<HTMLElement> {
	for (const figure of root.querySelectorAll<HTMLElement>('figure[data-chart]')) {
		const own = `.step[data-of="${figure.dataset['chart']}"]`;
		const inEmbed = document.querySelector<HTMLTemplateElement>('template#steps')?.content.children ?? [];
		for (const step of [...document.querySelectorAll<HTMLElement>(own), ...inEmbed]) {
			if (!(step instanceof HTMLElement)) continue;
			show(figure, step);
			yield figure;
		}
	}
}

/** Checks the whole page, and then each figure in every one of its steps. */
export function paintOfSteps(): Painted {
	const all = [paint(document.body)];
	for (const figure of states(document)) all.push(paint(figure));
	const least = (of: keyof Painted['least']): number => Math.min(...all.map((one) => one.least[of]));
	return {
		problems: [...new Set(all.flatMap(({ problems }) => problems))],
		marks: all.reduce((sum, { marks }) => sum + marks, 0),
		texts: all.reduce((sum, { texts }) => sum + texts, 0),
		least: { mark: least('mark'), text: least('text'), size: least('size') },
	};
}
