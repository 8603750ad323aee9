/** Converts SVG to pixels and to outlines, with our own fonts only. The only module that uses the renderer. */
import { createHash } from 'node:crypto';
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import svgpath from 'svgpath';
import stillFonts from 'virtual:still-fonts';
import { keyOf, store } from '#build/cache.ts';
import { collectGarbage } from '#build/memory.ts';
import { indexed } from './palette.ts';
import { png } from './png.ts';

// The renderer silently ignores all options if it does not know one.
const options: ResvgRenderOptions = {
	font: { fontFiles: [...stillFonts.files], loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' },
};

const document = (content: string): string =>
	`<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">${content}</svg>`;

/** Bytes that the renderer may hold; and about how many its fonts take, which it reads for every picture. */
const MOST = 5e6;
const FONTS = 0.5e6;
/** Bytes of pictures after which what outlived minor collections is collected, too. */
const MUCH = 150e6;
let held = 0;
/** Bytes of pictures since the last full collection. */
let sinceFull = 0;

/**
 * Frees the renderer's memory if it holds much. That memory is not in the heap, so the collector sees no need, and
 * builds took two gigabytes. A minor collection is enough for most, because pictures live briefly.
 */
export function releaseMemory(): void {
	if (held < MOST) return;
	sinceFull += held;
	held = 0;
	if (sinceFull < MUCH) {
		collectGarbage({ type: 'minor' });
		return;
	}
	collectGarbage();
	sinceFull = 0;
}

/** The renderer keeps a space before a span, but drops one at the start of it. */
const spaced = (svg: string): string => svg.replace(/(?<=[^\s>])(<tspan[^>]*>)\s/g, ' $1');

function rendering(svg: string, more: ResvgRenderOptions = {}): Resvg {
	held += FONTS;
	return new Resvg(spaced(svg), { ...options, ...more });
}

/** The right and the lower edge of what elements paint, in pixels from their origin; 0 if they paint nothing. */
export function boundingBox(content: string): { readonly right: number; readonly bottom: number } {
	const box = rendering(document(content)).getBBox();
	return box ? { right: box.x + box.width, bottom: box.y + box.height } : { right: 0, bottom: 0 };
}

/** Maximum number of colours of a PNG: this halves its size without a visible difference. */
const PALETTE = 255;

const fromText = new TextEncoder();
const toText = new TextDecoder();

const keyFor = (kind: string, svg: string): string => keyOf('still', stillFonts.identity, kind, svg);

/** A PNG with a palette, of an SVG document with an opaque background, at `zoom` times its size. */
export const raster = (svg: string, zoom: number): Uint8Array =>
	store.kept(keyFor(`png ${zoom}`, svg), () => painted(svg, zoom));

function painted(svg: string, zoom: number): Uint8Array {
	const image = rendering(svg, { fitTo: { mode: 'zoom', value: zoom } }).render();
	// Four bytes per pixel, twice, because the pixels are copied once.
	held += image.width * image.height * 8;
	return png(image, indexed(image.pixels, PALETTE));
}

/**
 * The same picture with text as paths, so that every program shows it alike. Coordinates are rounded to hundredths of a
 * pixel and relative, so that repeated letters compress well.
 */
export const outlined = (svg: string): string =>
	toText.decode(store.kept(keyFor('paths, own ids', svg), () => fromText.encode(withOwnIds(paths(svg)))));

/** Ids that no other picture has, so that several can stand in one page. */
function withOwnIds(svg: string): string {
	const own = createHash('sha256').update(svg).digest('hex').slice(0, 8);
	return svg.replace(/(\sid="|url\(#|href="#)(?=[^")])/g, `$1still-${own}-`);
}

const paths = (svg: string): string =>
	rendering(svg)
		.toString()
		.replace(/ d="([^"]+)"/g, (_, path: string) => ` d="${shortPath(path)}"`)
		.replace(/\n\s*/g, '\n');

/**
 * Short paths by the hash of what the renderer wrote, which would keep the whole picture in memory. The same text in the same
 * place has the same path in both themes, and with other marks.
 */
const shortPaths = new Map<string, string>();

function shortPath(path: string): string {
	const key = keyOf(path);
	const short = shortPaths.get(key) ?? svgpath(path).rel().round(2).toString();
	shortPaths.set(key, short);
	return short;
}
