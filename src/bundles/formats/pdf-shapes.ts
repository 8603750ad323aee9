/** Draws the paths of a still on a PDF page. */
import type { HTMLElement } from 'node-html-parser';
import type PDFDocument from 'pdfkit';

export type Page = InstanceType<typeof PDFDocument>;

export const number = (element: HTMLElement, name: string, otherwise: number): number =>
	Number(element.getAttribute(name) ?? otherwise);

export const isPainted = (paint: string | undefined): paint is string => paint !== undefined && paint !== 'none';

/** Draws the outline of a shape, if the element has one. */
export function stroke(page: Page, element: HTMLElement, shape: string, opacity: number): void {
	const paint = element.getAttribute('stroke');
	if (!isPainted(paint)) return;
	const dashes = (element.getAttribute('stroke-dasharray') ?? '')
		.split(/[\s,]+/)
		.filter(Boolean)
		.map(Number);
	page.lineWidth(number(element, 'stroke-width', 1));
	page.lineJoin(element.getAttribute('stroke-linejoin') ?? 'miter');
	page.lineCap(element.getAttribute('stroke-linecap') ?? 'butt');
	// The library's own method for dashes takes one length and one gap only.
	page.addContent(`[${dashes.join(' ')}] 0 d`);
	page
		.path(shape)
		.strokeOpacity(opacity * number(element, 'stroke-opacity', 1))
		.stroke(paint);
}

export function drawPath(page: Page, path: HTMLElement, opacity: number): void {
	const [shape = '', fill] = ['d', 'fill'].map((name) => path.getAttribute(name));
	const filled = () => {
		if (isPainted(fill))
			page
				.path(shape)
				.fillOpacity(opacity * number(path, 'fill-opacity', 1))
				.fill(fill);
	};
	const stroked = () => {
		stroke(page, path, shape, opacity);
	};
	const order = path.getAttribute('paint-order')?.startsWith('stroke') ? [stroked, filled] : [filled, stroked];
	for (const paint of order) paint();
}

/** The shapes in a group's `clip-path`; a still has them in its `defs`. */
export function clip(page: Page, element: HTMLElement, picture: HTMLElement): void {
	const id = /^url\(#([^)]+)\)$/.exec(element.getAttribute('clip-path') ?? '')?.[1];
	if (id === undefined) return;
	for (const path of picture.querySelectorAll(`[id="${id}"] path`)) page.path(path.getAttribute('d') ?? '');
	page.clip();
}
