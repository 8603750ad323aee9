/** A still picture as a page of PDF, in vectors. */
import { parse, type HTMLElement } from 'node-html-parser';
import PDFDocument from 'pdfkit';

/** Points in a CSS pixel. */
const POINTS = 0.75;

/** All that stills are made of: `lib/stills` outlines text and writes every style as an attribute. */
const KNOWN = new Set(['g', 'path', 'title', 'desc', 'metadata', 'defs']);

/** All that is said of them, and drawn here. */
const SAID = new Set([
	...['id', 'd', 'fill', 'fill-opacity', 'stroke', 'stroke-opacity', 'stroke-width', 'stroke-dasharray'],
	...['stroke-linejoin', 'stroke-linecap', 'paint-order', 'opacity', 'visibility', 'transform', 'clip-path'],
]);

const number = (element: HTMLElement, name: string, otherwise: number): number =>
	Number(element.getAttribute(name) ?? otherwise);

const isPainted = (paint: string | undefined): paint is string => paint !== undefined && paint !== 'none';

type Page = InstanceType<typeof PDFDocument>;

function drawPath(page: Page, path: HTMLElement, opacity: number): void {
	const [shape, fill, stroke] = ['d', 'fill', 'stroke'].map((name) => path.getAttribute(name));
	const filled = () => {
		if (isPainted(fill))
			page
				.path(shape ?? '')
				.fillOpacity(opacity * number(path, 'fill-opacity', 1))
				.fill(fill);
	};
	const stroked = () => {
		if (!isPainted(stroke)) return;
		const dashes = (path.getAttribute('stroke-dasharray') ?? '')
			.split(/[\s,]+/)
			.filter(Boolean)
			.map(Number);
		page.lineWidth(number(path, 'stroke-width', 1));
		page.lineJoin(path.getAttribute('stroke-linejoin') ?? 'miter');
		page.lineCap(path.getAttribute('stroke-linecap') ?? 'butt');
		// A page's own word for dashes takes one length and one gap.
		page.addContent(`[${dashes.join(' ')}] 0 d`);
		page
			.path(shape ?? '')
			.strokeOpacity(opacity * number(path, 'stroke-opacity', 1))
			.stroke(stroke);
	};
	// A halo round words lies under them.
	const order = path.getAttribute('paint-order')?.startsWith('stroke') ? [stroked, filled] : [filled, stroked];
	for (const paint of order) paint();
}

/** Shapes that a group's `clip-path` names; a still has them in its `defs`. */
function clip(page: Page, element: HTMLElement, picture: HTMLElement): void {
	const id = /^url\(#([^)]+)\)$/.exec(element.getAttribute('clip-path') ?? '')?.[1];
	if (id === undefined) return;
	for (const path of picture.querySelectorAll(`[id="${id}"] path`)) page.path(path.getAttribute('d') ?? '');
	page.clip();
}

/** Draws what is in an element. A group's opacity is its parts': in stills, parts of one group do not overlap. */
function draw(page: Page, element: HTMLElement, opacity: number, picture: HTMLElement): void {
	for (const child of element.children) {
		const name = child.rawTagName;
		if (!KNOWN.has(name)) throw new Error(`a still with <${name}> cannot be written as PDF: draw it with paths`);
		const unknown = Object.keys(child.attributes).find((attribute) => !SAID.has(attribute));
		if (unknown !== undefined)
			throw new Error(`a still with ${unknown}="…" cannot be written as PDF: say it by another attribute`);
		if (name === 'defs' || child.getAttribute('visibility') === 'hidden') continue;
		const through = opacity * number(child, 'opacity', 1);
		page.save();
		const matrix = /^matrix\(([^)]*)\)$/.exec(child.getAttribute('transform') ?? '')?.[1];
		if (matrix !== undefined) {
			const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix.split(/[\s,]+/).map(Number);
			page.transform(a, b, c, d, e, f);
		}
		clip(page, child, picture);
		if (name === 'path') drawPath(page, child, through);
		else if (name === 'g') draw(page, child, through, picture);
		page.restore();
	}
}

/**
 * One page as large as the picture. The same picture gives the same bytes.
 * @param svg a still of `lib/stills`
 * @param said what the document says of itself; `date` is that of the sources
 * @throws Error where the picture holds what stills do not
 */
export function pdf(
	svg: string,
	said: {
		readonly title: string;
		readonly subject: string;
		readonly keywords: string;
		readonly creator: string;
		readonly date: Date;
	},
): Promise<Uint8Array> {
	const picture = parse(svg).querySelector('svg');
	if (!picture) throw new Error(`“${said.title}” is no SVG`);
	const page = new PDFDocument({
		size: [number(picture, 'width', NaN) * POINTS, number(picture, 'height', NaN) * POINTS],
		margin: 0,
		lang: 'en',
		displayTitle: true,
		info: {
			...{ Title: said.title, Subject: said.subject, Keywords: said.keywords },
			...{ Creator: said.creator, CreationDate: said.date },
		},
	});
	const parts: Buffer[] = [];
	const made = new Promise<Uint8Array>((resolve, reject) => {
		page
			.on('data', (part: Buffer) => parts.push(part))
			.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
			.on('error', reject);
	});
	page.scale(POINTS);
	draw(page, picture, 1, picture);
	page.end();
	return made;
}
