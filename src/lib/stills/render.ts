/** SVG to pixels and to outlines, with our own fonts only. The only file that knows the renderer. */
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import svgpath from 'svgpath';
import UPNG from 'upng-js';
import fontFiles from 'virtual:still-fonts';
import { fewColours } from './palette.ts';

// An option that the renderer does not know would silently drop all of them.
const options: ResvgRenderOptions = {
	font: { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' },
};

const document = (content: string): string =>
	`<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">${content}</svg>`;

/** The right and the lower edge of what elements paint, in pixels from their origin; nought for what paints nothing. */
export function boundingBox(content: string): { readonly right: number; readonly bottom: number } {
	const box = new Resvg(document(content), options).getBBox();
	return box ? { right: box.x + box.width, bottom: box.y + box.height } : { right: 0, bottom: 0 };
}

/** Colours that a PNG keeps at most, beside transparent: half the bytes go, and nothing that is seen. */
const PALETTE = 255;

/** A PNG of an SVG document, `zoom` times its size, in a palette. */
export function raster(svg: string, zoom: number): Uint8Array {
	const image = new Resvg(svg, { ...options, fitTo: { mode: 'zoom', value: zoom } }).render();
	const pixels = fewColours(image.pixels, PALETTE);
	return new Uint8Array(UPNG.encode([pixels.slice().buffer], image.width, image.height, 0));
}

/**
 * The same picture in nothing but paths, text outlined, so that every program shows it alike. Paths are kept to
 * hundredths of a pixel, which show nowhere, and relative, so that the same letters compress well.
 */
export const outlined = (svg: string): string =>
	new Resvg(svg, options)
		.toString()
		.replace(/ d="([^"]+)"/g, (_, path: string) => ` d="${svgpath(path).rel().round(2).toString()}"`)
		.replace(/\n\s*/g, '\n');
