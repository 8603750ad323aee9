/** The colours that are painted, and the paper that they are painted on. */
import { blend, converter, parse, type Rgb } from 'culori';

const toRgb = converter('rgb');

/** A computed colour with its opacity; null for `none` and anything that is not a colour. */
export function colourOf(value: string, opacity = 1): Rgb | null {
	const colour = toRgb(parse(value));
	if (!colour) return null;
	const alpha = (colour.alpha ?? 1) * opacity;
	return alpha > 0.01 ? { ...colour, alpha } : null;
}

/** One colour over another, which is opaque. */
export function over(colour: Rgb, paper: Rgb): Rgb {
	return { ...toRgb(blend([paper, colour])), alpha: 1 };
}

/** The opacities of an element and of all that it is in, multiplied. */
export function opacityOf(element: Element): number {
	let opacity = 1;
	for (let box: Element | null = element; box; box = box.parentElement)
		opacity *= Number(getComputedStyle(box).opacity);
	return opacity;
}

/** The backgrounds of an element and its ancestors, the page's first. */
export function paperOf(element: Element): Rgb {
	const boxes: Element[] = [];
	for (let box: Element | null = element; box; box = box.parentElement) boxes.unshift(box);
	const canvas = colourOf(getComputedStyle(document.documentElement).backgroundColor) ?? colourOf('white');
	return boxes.reduce<Rgb>(
		(paper, box) => {
			const colour = box instanceof SVGElement ? null : colourOf(getComputedStyle(box).backgroundColor);
			return colour ? over(colour, paper) : paper;
		},
		canvas ?? { mode: 'rgb', r: 1, g: 1, b: 1 },
	);
}

/** A filled shape of a drawing at its current position. */
interface Filled {
	readonly shape: SVGGeometryElement;
	readonly box: DOMRect;
	readonly colour: Rgb;
}

function covers({ shape, box }: Filled, x: number, y: number): boolean {
	if (x < box.left || x > box.right || y < box.top || y > box.bottom) return false;
	if (shape.localName === 'rect') return true;
	const [dx, dy] = [(x - box.left) / box.width - 0.5, (y - box.top) / box.height - 0.5];
	if (shape.localName !== 'path') return dx * dx + dy * dy <= 0.25;
	const inverse = shape.getScreenCTM()?.inverse();
	return inverse !== undefined && shape.isPointInFill(new DOMPoint(x, y).matrixTransform(inverse));
}

/** The filled shapes of a drawing, in the order in which they are painted. */
export function filledIn(drawing: Element): Filled[] {
	const shapes = [...drawing.querySelectorAll<SVGGeometryElement>(':is(path, circle, ellipse, rect, polygon)')];
	return shapes.flatMap((shape) => {
		if (shape.closest('marker, defs') || !shape.checkVisibility()) return [];
		const { fill, fillOpacity } = getComputedStyle(shape);
		const colour = colourOf(fill, Number(fillOpacity) * opacityOf(shape));
		return colour ? [{ shape, box: shape.getBoundingClientRect(), colour }] : [];
	});
}

/** The layers under a point of an element: its background, and every earlier shape that covers the point. */
export function groundAt(element: Element, [x, y]: readonly [number, number], filled: readonly Filled[]): Rgb {
	const under = filled.filter(
		(one) => covers(one, x, y) && one.shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
	);
	return under.reduce((paper, { colour }) => over(colour, paper), paperOf(element));
}
