/** A chart's drawing as SVG of a settled width with everything written into it. */
import type { HTMLElement } from 'node-html-parser';
import { render } from 'svelte/server';
import type { StepState } from '#lib/model/chart.ts';
import type { ChartId } from '#lib/model/copy.ts';
import type { Geometries } from '#lib/story/charts.ts';
import Drawing from '#lib/story/Drawing.svelte';
import { styled } from './cascade.ts';
import { sheets } from './sheets.ts';
import type { Tokens } from './theme.ts';

/** SVG elements, from the origin to the right and down, and how many pixels they take. */
export interface Drawn {
	readonly markup: string;
	readonly width: number;
	readonly height: number;
}

/** The state of a chart at a width, in pixels. */
export function drawing(chart: ChartId, geometries: Geometries, step: StepState, tokens: Tokens, width: number): Drawn {
	// The whole grid has room for whole questions, which its small picture leaves out.
	const picture = chart !== 'accounts' || step.focus.length > 0;
	const { body } = render(Drawing, { props: { chart, geometries, step, steps: [step], evidence: '', picture } });
	const root = styled(body, sheets[chart], tokens, width).querySelector('*');
	if (!root) throw new Error(`${chart} draws nothing`);
	return root.rawTagName === 'svg' ? sized(root, 0, 0, width) : grid(root, width);
}

const number = (element: HTMLElement, name: string): number => Number.parseFloat(element.getAttribute(name) ?? '');

function sized(svg: HTMLElement, x: number, y: number, width: number): Drawn {
	for (const [name, value] of Object.entries({ x, y, width })) svg.setAttribute(name, String(value));
	return { markup: svg.outerHTML, width, height: number(svg, 'height') };
}

/** Blocks of drawings side by side, or one above the other, as the style of what holds them says. */
function grid(holder: HTMLElement, width: number): Drawn {
	const columns = holder.getAttribute('grid-template-columns')?.split(' ').length ?? 1;
	const [down = 0, across = down] = (holder.getAttribute('gap') ?? '0')
		.split(' ')
		.map((gap) => Number.parseFloat(gap) * 16);
	const each = (width - across * (columns - 1)) / columns;
	const parts: string[] = [];
	let [top, height] = [0, 0];
	for (const [index, block] of holder.children.entries()) {
		if (index > 0 && index % columns === 0) top += height + down;
		if (index % columns === 0) height = 0;
		let low = 0;
		for (const svg of block.children) {
			const part = sized(svg, (index % columns) * (each + across), top + low, each);
			low += part.height;
			parts.push(part.markup);
		}
		height = Math.max(height, low);
	}
	for (const name of ['grid-template-columns', 'gap', 'display']) holder.removeAttribute(name);
	return { markup: `<g ${holder.rawAttrs}>${parts.join('')}</g>`, width, height: top + height };
}
