/** A chart's drawing as SVG of a fixed width, with its styles written into its attributes. */
import type { HTMLElement } from 'node-html-parser';
import { render } from 'svelte/server';
import type { StepState } from '#lib/model/chart.ts';
import type { ChartId } from '#lib/model/charts.ts';
import type { Geometries } from '#lib/story/charts.ts';
import Drawing from '#lib/story/Drawing.svelte';
import { styled, type Rule } from './cascade.ts';
import { setLines } from './lines.ts';
import { sheetAt } from './sheets.ts';
import type { Tokens } from './theme.ts';

/** SVG elements that extend from the origin to the right and down, and their size in pixels. */
export interface Drawn {
	readonly markup: string;
	readonly width: number;
	readonly height: number;
}

/**
 * The state of a chart, at any width in pixels. It is laid out once for all widths at which the same styles hold, since
 * pictures try many.
 */
export function drawing(
	chart: ChartId,
	geometries: Geometries,
	step: StepState,
	tokens: Tokens,
): (width: number) => Drawn {
	const markup = rendered(chart, geometries, step);
	const layouts = new Map<readonly Rule[], Layout>();
	return (width) => {
		const sheet = sheetAt(chart, width);
		const layout = layouts.get(sheet) ?? laidOut(root(styled(markup, sheet, tokens)));
		layouts.set(sheet, layout);
		return arranged(layout, width, width);
	};
}

/**
 * A step's small picture, as wide as its container, with type of constant size: laid out for a width of `least` pixels, which
 * determines its height. Lines keep their length in our font, because the picture contains no font.
 */
export function fluidDrawing(
	chart: ChartId,
	geometries: Geometries,
	step: StepState,
	tokens: Tokens,
	least: number,
): Drawn {
	const drawn = root(styled(rendered(chart, geometries, step), sheetAt(chart, least), tokens));
	setLines(drawn);
	return arranged(laidOut(drawn), least, '100%');
}

const rendered = (chart: ChartId, geometries: Geometries, step: StepState): string =>
	render(Drawing, { props: { chart, geometries, step, steps: [step], evidence: '', picture: true } }).body;

function root(drawn: HTMLElement): HTMLElement {
	const [first] = drawn.children;
	if (!first) throw new Error('a chart draws nothing');
	return first;
}

/** One SVG drawing, whose position and width are set later. */
interface Block {
	readonly svg: HTMLElement;
	readonly content: string;
	readonly height: number;
}

/** Parts side by side or stacked, each with stacked drawings. */
interface Layout {
	/** The container of the parts; null if there is only one drawing. */
	readonly holder: HTMLElement | null;
	readonly columns: number;
	/** Pixels between parts. */
	readonly down: number;
	readonly across: number;
	readonly parts: readonly (readonly Block[])[];
}

/** How the styles of what holds the drawings arrange them. */
function laidOut(drawn: HTMLElement): Layout {
	if (drawn.rawTagName === 'svg') return { holder: null, columns: 1, down: 0, across: 0, parts: [[blockOf(drawn)]] };
	const columns = drawn.getAttribute('grid-template-columns')?.split(' ').length ?? 1;
	const [down = 0, across = down] = (drawn.getAttribute('gap') ?? '0')
		.split(' ')
		.map((gap) => Number.parseFloat(gap) * 16);
	for (const name of ['grid-template-columns', 'gap', 'display']) drawn.removeAttribute(name);
	return { holder: drawn, columns, down, across, parts: drawn.children.map((part) => part.children.map(blockOf)) };
}

function blockOf(svg: HTMLElement): Block {
	const height = Number.parseFloat(svg.getAttribute('height') ?? '');
	if (Number.isNaN(height)) throw new Error(`a part of a drawing, <${svg.rawTagName}>, has no height`);
	return { svg, content: svg.innerHTML, height };
}

function arranged({ holder, columns, down, across, parts }: Layout, width: number, svgWidth: number | '100%'): Drawn {
	const each = (width - across * (columns - 1)) / columns;
	const placed: string[] = [];
	let [top, height] = [0, 0];
	for (const [index, blocks] of parts.entries()) {
		if (index > 0 && index % columns === 0) top += height + down;
		if (index % columns === 0) height = 0;
		let low = 0;
		for (const block of blocks) {
			placed.push(sized(block, (index % columns) * (each + across), top + low, columns > 1 ? each : svgWidth));
			low += block.height;
		}
		height = Math.max(height, low);
	}
	const markup = placed.join('');
	return { markup: holder ? `<g ${holder.rawAttrs}>${markup}</g>` : markup, width, height: top + height };
}

function sized({ svg, content }: Block, x: number, y: number, width: number | '100%'): string {
	for (const [name, value] of Object.entries({ x, y, width })) svg.setAttribute(name, String(value));
	return `<svg ${svg.rawAttrs}>${content}</svg>`;
}
