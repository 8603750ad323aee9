/** A chart's drawing as SVG of a settled width with everything written into it. */
import { HTMLElement, parse } from 'node-html-parser';
import { render } from 'svelte/server';
import type { StepState } from '#lib/model/chart.ts';
import type { ChartId } from '#lib/model/charts.ts';
import type { Geometries } from '#lib/story/charts.ts';
import Drawing from '#lib/story/Drawing.svelte';
import { styled } from './cascade.ts';
import { sheetOf } from './sheets.ts';
import type { Tokens } from './theme.ts';
import { textWidth, type Font } from './type.ts';

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
	for (const text of drawn.querySelectorAll('text')) inLines(text);
	for (const text of drawn.querySelectorAll('text')) {
		if (!text.querySelector('tspan')) text.textContent = text.text.trim();
		text.setAttribute('textLength', lengthOf(text).toFixed(1));
		text.setAttribute('lengthAdjust', 'spacingAndGlyphs');
	}
	return arranged(drawn, least, '100%');
}

/** Gives each line of a text an element of its own, because only that has a length in every browser. */
function inLines(text: HTMLElement): void {
	const lines = text.children.filter((span) => span.hasAttribute('x'));
	if (lines.length === 0) return;
	let down = 0;
	const own = lines.map((line) => {
		down += Number(line.getAttribute('dy') ?? 0);
		const set = new Map(Object.entries({ ...text.attributes, ...line.attributes, dy: String(down) }));
		return `<text ${[...set].map(([name, value]) => `${name}="${value}"`).join(' ')}>${line.innerHTML}</text>`;
	});
	text.replaceWith(...parse(own.join('')).children);
}

/** Pixels of a line, whose parts may have fonts of their own. */
function lengthOf(text: HTMLElement): number {
	const font = fontOf(text);
	const space = textWidth('n n', font) - textWidth('nn', font);
	return text.childNodes.reduce((length, part) => {
		const own = part instanceof HTMLElement ? fontOf(part) : font;
		return length + textWidth(part.text.trim(), own) + (length > 0 && /^\s/.test(part.text) ? space : 0);
	}, 0);
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

function fontOf(text: HTMLElement): Font {
	const own = (name: string): number => number(text.closest(`[${name}]`) ?? text, name);
	return { family: 'sans', weight: own('font-weight') as Font['weight'], size: own('font-size') };
}

const arranged = (drawn: HTMLElement, width: number, said: number | '100%'): Drawn =>
	drawn.rawTagName === 'svg' ? { ...sized(drawn, 0, 0, said), width } : grid(drawn, width, said);

function sized(svg: HTMLElement, x: number, y: number, width: number | '100%') {
	for (const [name, value] of Object.entries({ x, y, width })) svg.setAttribute(name, String(value));
	return { markup: svg.outerHTML, height: number(svg, 'height') };
}

/** Blocks of drawings side by side, or one above the other, as the style of what holds them says. */
function grid(holder: HTMLElement, width: number, said: number | '100%'): Drawn {
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
			const part = sized(svg, (index % columns) * (each + across), top + low, columns > 1 ? each : said);
			low += part.height;
			parts.push(part.markup);
		}
		height = Math.max(height, low);
	}
	for (const name of ['grid-template-columns', 'gap', 'display']) holder.removeAttribute(name);
	return { markup: `<g ${holder.rawAttrs}>${parts.join('')}</g>`, width, height: top + height };
}
