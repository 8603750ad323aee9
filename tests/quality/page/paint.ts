/** Contrast and size of everything that is painted. */
import { wcagContrast } from 'culori';
import { colourOf, filledIn, groundAt, opacityOf, over } from './paper.ts';
import { isSeen, placeOf, textSize, withText } from './seen.ts';

export interface Painted {
	/** One line per fault: what is too faint or too small, where, and by how much. */
	readonly problems: string[];
	readonly marks: number;
	readonly texts: number;
	/** The least contrast of a mark, and of a text; the smallest text, in pixels. */
	readonly least: { readonly mark: number; readonly text: number; readonly size: number };
}

const MARK = 3;
const TEXT = 4.5;
const BODY = 7;
const SIZE = 12;

/** Decoration: guide lines and halos. All information is in marks, axes and labels. */
const GUIDES = '.grid, .rule, .row > line, .asked rect, .hit, .wedge, .together, .under';
const BODY_COPY = '.step > p, .chapter > header p, .opening .standfirst, .document p:not(figure *, footer *)';

/** The better contrast of fill and stroke against the background of the mark; null for a shape that paints nothing. */
function contrastOfShape(shape: SVGGeometryElement, bands: ReturnType<typeof filledIn>): number | null {
	const style = getComputedStyle(shape);
	const opacity = opacityOf(shape);
	const { left, top, width, height } = shape.getBoundingClientRect();
	const paints = [
		// A line has no inside, whatever its fill is.
		shape.localName === 'line' ? null : colourOf(style.fill, Number(style.fillOpacity) * opacity),
		parseFloat(style.strokeWidth) > 0 ? colourOf(style.stroke, Number(style.strokeOpacity) * opacity) : null,
	].filter((colour) => colour !== null);
	if (paints.length === 0) return null;
	const ground = groundAt(shape, [left + width / 2, top + height / 2], bands);
	return Math.max(...paints.map((colour) => wcagContrast(over(colour, ground), ground)));
}

/** The least contrast along a text, against its halo where it has one. */
function contrastOfText(text: Element, filled: ReturnType<typeof filledIn>): number {
	const style = getComputedStyle(text);
	const opacity = opacityOf(text);
	const isDrawn = text instanceof SVGElement;
	const colour = colourOf(isDrawn ? style.fill : style.color, opacity);
	if (!colour) return 1;
	const halo = isDrawn && style.paintOrder.startsWith('stroke') ? colourOf(style.stroke) : null;
	const { left, top, width, height } = text.getBoundingClientRect();
	const contrasts = (isDrawn ? [0.1, 0.5, 0.9] : [0.5]).map((share) => {
		const ground = groundAt(text, [left + width * share, top + height / 2], filled);
		const behind = halo ? over(halo, ground) : ground;
		return wcagContrast(over(colour, behind), behind);
	});
	return Math.min(...contrasts);
}

/** Checks all drawings and all text in `root`. */
export function paint(root: Element): Painted {
	const problems: string[] = [];
	const least = { mark: Infinity, text: Infinity, size: Infinity };
	const shapes = [...root.querySelectorAll<SVGGeometryElement>('svg :is(path, circle, ellipse, rect, line, polygon)')];
	const drawings = new Map<Element | null, ReturnType<typeof filledIn>>([[null, []]]);
	const filledBy = (element: Element): ReturnType<typeof filledIn> => {
		const drawing = element.closest('.drawing, .drawing svg, :not(svg) > svg');
		const known = drawings.get(drawing) ?? filledIn(drawing ?? root);
		drawings.set(drawing, known);
		return known;
	};
	let marks = 0;
	for (const shape of shapes) {
		if (shape.closest('marker, defs') || shape.matches(GUIDES) || !isSeen(shape)) continue;
		const contrast = contrastOfShape(
			shape,
			filledBy(shape).filter((one) => one.shape.matches(GUIDES)),
		);
		if (contrast === null) continue;
		marks += 1;
		least.mark = Math.min(least.mark, contrast);
		if (contrast < MARK) problems.push(`${placeOf(shape)}: contrast ${contrast.toFixed(2)}, due ${MARK}`);
	}
	const texts = withText(root).filter(
		(text) => isSeen(text) && !text.matches('script, style, option, progress, :disabled'),
	);
	for (const text of texts) {
		const contrast = contrastOfText(text, text instanceof SVGElement ? filledBy(text) : []);
		const minimum = text.closest(BODY_COPY) ? BODY : TEXT;
		const size = textSize(text);
		least.text = Math.min(least.text, contrast);
		least.size = Math.min(least.size, size);
		if (contrast < minimum) problems.push(`${placeOf(text)}: contrast ${contrast.toFixed(2)}, due ${minimum}`);
		if (size < SIZE - 0.05) problems.push(`${placeOf(text)}: ${size.toFixed(1)} px, due ${SIZE}`);
	}
	return { problems, marks, texts: texts.length, least };
}
