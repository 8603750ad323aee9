/** Pictures whose words are text: for search, selection, translation, and programs that set type anew. */
import { parse, type HTMLElement } from 'node-html-parser';
import { FACES, inherited, setLines } from './lines.ts';
import type { Picture } from './parts.ts';
import { outlined } from './render.ts';
import { rounded } from '#lib/model/numbers.ts';

/** What a line of text has, itself or from what is round it. */
const PAINTED = [
	...['font-weight', 'font-size', 'text-anchor', 'fill', 'fill-opacity'],
	...['stroke', 'stroke-width', 'stroke-linejoin', 'paint-order', 'textLength', 'lengthAdjust'],
];

/** The outlined picture with each line of its text in the outlines' place, in pixels of what is round it. */
export function withText({ svg }: Picture): string {
	const drawn = parse(svg);
	setLines(drawn);
	const lines = drawn.querySelectorAll('text');
	for (const [index, line] of lines.entries()) line.setAttribute('id', `line-${index}`);
	const set = lines.map(settled);
	return outlined(drawn.toString())
		.replace('<svg', `<svg font-family="${FACES}"`)
		.replace(/<g id="still-\w+-line-(\d+)">.*?<\/g>/gs, (_, index: string) => set[Number(index)] ?? '');
}

function settled(line: HTMLElement): string {
	const x = placeOf(line, 'x', 'width') + Number(line.getAttribute('dx') ?? 0);
	const y = placeOf(line, 'y', 'height') + Number(line.getAttribute('dy') ?? 0);
	const said = PAINTED.map((name) => [name, inherited(line, name)] as const).filter(([, value]) => value !== undefined);
	const all = [['x', coordinate(x)], ['y', coordinate(y)], ...said];
	return `<text ${all.map(([name, value]) => `${name}="${value}"`).join(' ')}>${line.innerHTML}</text>`;
}

const coordinate = (pixels: number): string => String(rounded(pixels, 2));

type Side = 'width' | 'height';

const placeOf = (line: HTMLElement, name: string, side: Side): number =>
	inPixels(line.getAttribute(name) ?? '0', side, line);

/** A length, of which a percentage is one of the nearest drawing round the element. */
const inPixels = (said: string, side: Side, element: HTMLElement): number =>
	said.endsWith('%') ? (Number.parseFloat(said) / 100) * roomOf(element, side) : Number(said);

function roomOf({ parentNode }: HTMLElement, side: Side): number {
	const svg = parentNode?.closest('svg');
	if (!svg) throw new Error(`a picture has no ${side} in pixels`);
	return inPixels(svg.getAttribute(side) ?? '100%', side, svg);
}
