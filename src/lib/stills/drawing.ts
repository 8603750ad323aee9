/** A chart's drawing as SVG of a fixed width, with its styles written into its attributes. */
import type { HTMLElement } from 'node-html-parser';
import { render } from 'svelte/server';
import type { StepState } from '#lib/model/chart.ts';
import type { ChartId } from '#lib/model/charts.ts';
import type { Geometries } from '#lib/story/charts.ts';
import Drawing from '#lib/story/Drawing.svelte';
import { styled } from './cascade.ts';
import { setLines } from './lines.ts';
import { sheetOf } from './sheets.ts';
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
	return arranged(root(chart, geometries, step, tokens, width, picture), width, width);
}

/**
 * A step's small picture, as wide as what holds it, its type of one size: laid out for `least` pixels, and as long as
 * it then is. Words keep the length that they have in our own font, because a picture brings none.
 */
export function fluidDrawing(
	chart: ChartId,
	geometries: Geometries,
	step: StepState,
	tokens: Tokens,
	least: number,
): Drawn {
	const drawn = root(chart, geometries, step, tokens, least, true);
	setLines(drawn);
	return arranged(drawn, least, '100%');
}

function root(
	chart: ChartId,
	geometries: Geometries,
	step: StepState,
	tokens: Tokens,
	width: number,
	picture: boolean,
): HTMLElement {
	const { body } = render(Drawing, { props: { chart, geometries, step, steps: [step], evidence: '', picture } });
	const drawn = styled(body, sheetOf(chart), tokens, width).querySelector('*');
	if (!drawn) throw new Error(`${chart} draws nothing`);
	return drawn;
}

const number = (element: HTMLElement, name: string): number => Number.parseFloat(element.getAttribute(name) ?? '');

const arranged = (drawn: HTMLElement, width: number, svgWidth: number | '100%'): Drawn =>
	drawn.rawTagName === 'svg' ? { ...sized(drawn, 0, 0, svgWidth), width } : grid(drawn, width, svgWidth);

function sized(svg: HTMLElement, x: number, y: number, width: number | '100%') {
	for (const [name, value] of Object.entries({ x, y, width })) svg.setAttribute(name, String(value));
	return { markup: svg.outerHTML, height: number(svg, 'height') };
}

/** Blocks of drawings side by side, or one above the other, as the style of what holds them says. */
function grid(holder: HTMLElement, width: number, svgWidth: number | '100%'): Drawn {
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
			const part = sized(svg, (index % columns) * (each + across), top + low, columns > 1 ? each : svgWidth);
			low += part.height;
			parts.push(part.markup);
		}
		height = Math.max(height, low);
	}
	for (const name of ['grid-template-columns', 'gap', 'display']) holder.removeAttribute(name);
	return { markup: `<g ${holder.rawAttrs}>${parts.join('')}</g>`, width, height: top + height };
}
