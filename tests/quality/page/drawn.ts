/** The visible content of a chart with its positions, as lines that a reviewer can read and compare. */
import { isSeen } from './seen.ts';
import { states } from './steps.ts';

/** The box of an element in its drawing, in whole pixels: left, top, width, height. */
function placeIn(drawing: DOMRect, element: Element): string {
	const { left, top, width, height } = element.getBoundingClientRect();
	return [left - drawing.left, top - drawing.top, width, height].map(Math.round).join(' ');
}

function linesOf(figure: HTMLElement): string[] {
	const drawing = figure.querySelector('.drawing');
	if (!drawing) return [];
	const frame = drawing.getBoundingClientRect();
	const marks = [...drawing.querySelectorAll<SVGElement>('a[data-id]')].filter(isSeen).map((mark) => {
		const focus = mark.hasAttribute('data-focus') ? '*' : ' ';
		return `${focus} ${mark.dataset['id'] ?? ''} ${placeIn(frame, mark)}`;
	});
	const words = [...drawing.querySelectorAll('text')]
		.filter(isSeen)
		.map((text) => `  “${text.textContent.trim().replace(/\s+/g, ' ')}” ${placeIn(frame, text)}`);
	return [...marks, ...words];
}

/** Every step of one chart: the first in full, and for each other what changed. */
export function drawn(chart: string): string {
	const output: string[] = [];
	let before = new Set<string>();
	for (const figure of states(document)) {
		if (figure.dataset['chart'] !== chart) continue;
		const lines = linesOf(figure);
		const gone = [...before].filter((line) => !lines.includes(line)).length;
		output.push(
			`${figure.dataset['step'] ?? ''}, ${String(lines.length)} parts, ${String(gone)} of those before gone`,
			...lines.filter((line) => !before.has(line)),
			'',
		);
		before = new Set(lines);
	}
	return output.join('\n');
}
