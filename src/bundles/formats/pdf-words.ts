/** Draws lines of a still’s text on a PDF page, as letters of our own fonts, embedded in the file. */
import { create, type Font } from 'fontkit';
import { HTMLElement } from 'node-html-parser';
import subsetFont from 'subset-font';
import { isPainted, number, stroke, type Page } from './pdf-shapes.ts';

/** By weight: the font file, and the font that lays out its letters. */
export type Fonts = ReadonlyMap<string, { readonly file: Buffer; readonly font: Font }>;

/**
 * The font in each weight that a picture’s words need.
 * @param variable the site’s own font, with its axis of weights
 */
export async function fontsFor(picture: HTMLElement, variable: Uint8Array): Promise<Fonts> {
	const characters = [...new Set(picture.text)].sort().join('');
	const weights = picture.querySelectorAll('[font-weight]').map((element) => element.getAttribute('font-weight') ?? '');
	const fonts = [...new Set(weights)].sort().map(async (weight) => {
		const axes = { variationAxes: { wght: Number(weight) }, noLayoutClosure: true };
		const file = Buffer.from(await subsetFont(Buffer.from(variable), characters, { targetFormat: 'sfnt', ...axes }));
		const font = create(file);
		if (!('layout' in font)) throw new Error('the site’s font holds several');
		return [weight, { file, font }] as const;
	});
	return new Map(await Promise.all(fonts));
}

/** Draws a line of text; `opacity` is that of its parents. Throws for a weight without a font. */
export function drawLine(page: Page, line: HTMLElement, opacity: number, fonts: Fonts): void {
	const size = number(line, 'font-size', NaN);
	const runs = line.childNodes.map((node) => {
		const attribute = (name: string) =>
			(node instanceof HTMLElement ? node.getAttribute(name) : undefined) ?? line.getAttribute(name);
		const weight = attribute('font-weight') ?? '';
		const known = fonts.get(weight);
		if (!known) throw new Error(`there is no font of the weight “${weight}”`);
		const words = node.text.replace(/\s+/g, ' ');
		const width = page.font(weight, size).widthOfString(words);
		return { words, weight, font: known.font, fill: attribute('fill'), width };
	});
	const whole = runs.reduce((sum, { width }) => sum + width, 0);
	const before = { start: 0, middle: whole / 2, end: whole }[line.getAttribute('text-anchor') ?? 'start'];
	if (before === undefined) throw new Error(`“${line.text}” is anchored nowhere`);
	const [left, y] = [number(line, 'x', 0) - before, number(line, 'y', 0)];
	const placed = runs.map((run, index) => ({
		...run,
		x: left + runs.slice(0, index).reduce((sum, { width }) => sum + width, 0),
	}));
	// A halo is drawn below the words as shapes: as letters it would be found by search and read twice.
	for (const { words, font, x } of placed) stroke(page, line, outline(words, font, size, x, y), opacity);
	for (const { words, weight, fill, x } of placed) {
		if (!isPainted(fill)) continue;
		page
			.font(weight, size)
			.fillOpacity(opacity * number(line, 'fill-opacity', 1))
			.fillColor(fill);
		page.text(words, x, y, { baseline: 'alphabetic', lineBreak: false });
	}
	// Without this space the next line would follow without one when read aloud or extracted.
	page.text(' ', left + whole, y, { baseline: 'alphabetic', lineBreak: false });
}

function outline(words: string, font: Font, size: number, x: number, y: number): string {
	const scale = size / font.unitsPerEm;
	const { glyphs, positions } = font.layout(words);
	let along = x;
	return glyphs
		.map((glyph, index) => {
			const path = glyph.path.scale(scale, -scale).translate(along, y).toSVG();
			along += (positions[index]?.xAdvance ?? 0) * scale;
			return path;
		})
		.join('');
}
