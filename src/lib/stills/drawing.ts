/** A chart's drawing, and its key, as SVG of a settled width with everything written into it. */
import type { HTMLElement } from 'node-html-parser';
import { render } from 'svelte/server';
import ContactsKey from '#lib/charts/contacts/ContactsKey.svelte';
import type { StepState } from '#lib/model/chart.ts';
import type { ChartId } from '#lib/model/copy.ts';
import type { Story } from '#lib/model/story.ts';
import type { Geometries } from '#lib/story/charts.ts';
import Drawing from '#lib/story/Drawing.svelte';
import { styled } from './cascade.ts';
import { sheets } from './sheets.ts';
import { token, type Tokens } from './theme.ts';
import { textWidth } from './type.ts';

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

/** Pixels from a sign to its words, and from one entry to the next. */
const [NEAR, FAR] = [5, 13];
const ROW = 20;

/** The signs of a chart with their words, in rows that fit a width; null for charts that need none. */
export function key(chart: ChartId, story: Story, tokens: Tokens, width: number): Drawn | null {
	if (chart !== 'contacts') return null;
	const { body } = render(ContactsKey, { props: { story } });
	const root = styled(body, sheets[chart], tokens, width);
	const parts: string[] = [];
	let [x, y] = [0, 0];
	for (const entry of root.querySelectorAll('li')) {
		const sign = entry.querySelector('svg');
		const words = entry.childNodes
			.filter((node) => node !== sign)
			.map((node) => node.text)
			.join('')
			.trim();
		if (!sign) continue;
		const signWidth = number(sign, 'width');
		const entryWidth = signWidth + NEAR + textWidth(words, { family: 'sans', weight: 400, size: 12 });
		if (x > 0 && x + entryWidth > width) [x, y] = [0, y + ROW];
		parts.push(
			`<g transform="translate(${x} ${y + (ROW - number(sign, 'height')) / 2})">${sign.outerHTML}</g>`,
			`<text x="${x + signWidth + NEAR}" y="${y + 14}">${words}</text>`,
		);
		x += Math.ceil(entryWidth) + FAR;
	}
	const font = `font-family="'Source Sans 3'" font-size="12" fill="${token(tokens, '--ink')}"`;
	return { markup: `<g ${font}>${parts.join('')}</g>`, width, height: y + ROW };
}
