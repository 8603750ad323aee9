/** Building blocks of pictures: text, stacks, and the document. All lengths are in pixels. */
import type { Drawn } from './drawing.ts';
import { token, type Tokens } from './theme.ts';
import { line, wrapped, type Font } from './type.ts';

export interface Picture {
	/** A document in SVG, with text as text. */
	readonly svg: string;
	readonly width: number;
	readonly height: number;
}

/** A paragraph in lines of at most `width`, their baselines `leading` apart. */
export const paragraph = (text: string, font: Font, leading: number, width: number, fill: string): Drawn =>
	block(wrapped(text, font, width), font, leading, width, fill);

/** A heading's lines: as a paragraph's, but each of its sentences begins one. */
export const headingLines = (text: string, font: Font, width: number): string[] =>
	text.split(/(?<=[.!?]) /).flatMap((sentence) => wrapped(sentence, font, width));

export const heading = (text: string, font: Font, leading: number, width: number, fill: string): Drawn =>
	block(headingLines(text, font, width), font, leading, width, fill);

function block(lines: readonly string[], font: Font, leading: number, width: number, fill: string): Drawn {
	const markup = lines.map((each, index) => line(each, font, 0, font.size + index * leading, fill)).join('');
	return { markup, width, height: font.size + (lines.length - 1) * leading + Math.ceil(font.size / 4) };
}

/** A part moved to a position, and scaled from there. */
export const placed = (x: number, y: number, { markup }: Drawn, scale = 1): string =>
	`<g transform="translate(${x} ${y})${scale === 1 ? '' : ` scale(${scale})`}">${markup}</g>`;

/** Stacked parts, each with the gap above it. */
export function stacked(parts: readonly (readonly [gap: number, part: Drawn])[], width: number): Drawn {
	let height = 0;
	const markup = parts.map(([gap, part]) => {
		const here = placed(0, height + gap, part);
		height += gap + part.height;
		return here;
	});
	return { markup: markup.join(''), width, height };
}

/** A document of a size, on the background of the theme. */
export function documentOf(content: string, width: number, height: number, tokens: Tokens): Picture {
	const size = `width="${width}" height="${height}"`;
	const paper = `<rect ${size} fill="${token(tokens, '--paper')}"/>`;
	return { svg: `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${paper}${content}</svg>`, width, height };
}
