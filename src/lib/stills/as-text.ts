/** Pictures with their words as text: for search, selection, translation and editing. */
import { parse, type HTMLElement } from 'node-html-parser';
import { FACES, inherited, setLines } from './lines.ts';
import type { Picture } from './parts.ts';
import { outlined } from './render.ts';
import { rounded } from '#lib/model/numbers.ts';

/** The attributes of a line of text, its own or inherited. */
const PAINTED = [
	...['font-weight', 'font-size', 'text-anchor', 'fill', 'fill-opacity'],
	...['stroke', 'stroke-width', 'stroke-linejoin', 'paint-order', 'textLength', 'lengthAdjust'],
];

/** The outlined picture with each line of text in place of its outlines, positioned in pixels of its parent. */
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
	const painted = PAINTED.map((name) => [name, inherited(line, name)] as const).filter(
		([, value]) => value !== undefined,
	);
	const all = [['x', coordinate(x)], ['y', coordinate(y)], ...painted];
	return `<text ${all.map(([name, value]) => `${name}="${value}"`).join(' ')}>${line.innerHTML}</text>`;
}

const coordinate = (pixels: number): string => String(rounded(pixels, 2));

type Side = 'width' | 'height';

const placeOf = (line: HTMLElement, name: string, side: Side): number =>
	inPixels(line.getAttribute(name) ?? '0', side, line);

/** A length in pixels; a percentage is of the nearest enclosing SVG. */
const inPixels = (length: string, side: Side, element: HTMLElement): number =>
	length.endsWith('%') ? (Number.parseFloat(length) / 100) * roomOf(element, side) : Number(length);

function roomOf({ parentNode }: HTMLElement, side: Side): number {
	const svg = parentNode?.closest('svg');
	if (!svg) throw new Error(`a picture has no ${side} in pixels`);
	return inPixels(svg.getAttribute(side) ?? '100%', side, svg);
}
