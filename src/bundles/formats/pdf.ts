/** A still picture as a PDF page: shapes as vectors, words as text, tagged for screen readers. */
import { parse, type HTMLElement } from 'node-html-parser';
import PDFDocument from 'pdfkit';
import { clip, drawPath, number, type Page } from './pdf-shapes.ts';
import { drawLine, fontsFor, type Fonts } from './pdf-words.ts';
import { escapeMarkup } from '#lib/model/text.ts';

/** Points in a CSS pixel. */
const POINTS = 0.75;

/** The elements in stills with text; `lib/stills` writes every style as an attribute. */
const KNOWN = new Set(['g', 'path', 'text', 'tspan', 'title', 'desc', 'metadata', 'defs']);

/** The attributes that are supported here; the length of a line follows from its letters in our font. */
const SAID = new Set([
	...['id', 'd', 'fill', 'fill-opacity', 'stroke', 'stroke-opacity', 'stroke-width', 'stroke-dasharray'],
	...['stroke-linejoin', 'stroke-linecap', 'paint-order', 'opacity', 'visibility', 'transform', 'clip-path'],
	...['x', 'y', 'font-size', 'font-weight', 'text-anchor', 'textLength', 'lengthAdjust'],
]);

/** Throws for anything that would look different from what browsers draw. */
function refuseUnknown(picture: HTMLElement): void {
	for (const element of picture.querySelectorAll('*')) {
		const { rawTagName: name, attributes } = element;
		if (element.parentNode?.closest('defs')) continue;
		if (!KNOWN.has(name)) throw new Error(`a still with <${name}> cannot be written as PDF: draw it with paths`);
		const unknown = Object.keys(attributes).find((attribute) => !SAID.has(attribute));
		if (unknown !== undefined)
			throw new Error(`a still with ${unknown}="…" cannot be written as PDF: use another attribute`);
	}
}

interface Work {
	readonly page: Page;
	readonly picture: HTMLElement;
	readonly fonts: Fonts;
}

const matrixOf = (element: HTMLElement): readonly number[] =>
	(/^matrix\(([^)]*)\)$/.exec(element.getAttribute('transform') ?? '')?.[1] ?? '1 0 0 1 0 0')
		.split(/[\s,]+/)
		.map(Number);

/**
 * Applies an element's transform and opacity to its children. A group's opacity is passed to its parts: in stills, parts
 * of one group do not overlap.
 */
function within(
	{ page, picture }: Work,
	element: HTMLElement,
	opacity: number,
	inner: (through: number) => void,
): void {
	page.save();
	const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrixOf(element);
	page.transform(a, b, c, d, e, f);
	clip(page, element, picture);
	inner(opacity * number(element, 'opacity', 1));
	page.restore();
}

function draw(work: Work, element: HTMLElement, opacity: number): void {
	const name = element.rawTagName;
	if (!['g', 'path', 'text'].includes(name) || element.getAttribute('visibility') === 'hidden') return;
	within(work, element, opacity, (through) => {
		if (name === 'path') drawPath(work.page, element, through);
		else if (name === 'text') drawLine(work.page, element, through, work.fonts);
		else for (const child of element.children) draw(work, child, through);
	});
}

export interface PdfMetadata {
	readonly title: string;
	readonly alternative: string;
	readonly keywords: string;
	readonly creator: string;
	readonly language: string;
	/** The date of the sources. */
	readonly date: Date;
}

/**
 * One page as large as the picture. The same picture gives the same bytes.
 * @param svg a still of `lib/stills` with text
 * @param font the site’s own, with its axis of weights
 * @throws Error for elements or attributes that stills do not have
 */
export async function pdf(svg: string, metadata: PdfMetadata, font: Uint8Array): Promise<Uint8Array> {
	const picture = parse(svg).querySelector('svg');
	if (!picture) throw new Error(`“${metadata.title}” is not an SVG`);
	refuseUnknown(picture);
	const fonts = await fontsFor(picture, font);
	const page = new PDFDocument({
		size: [number(picture, 'width', NaN) * POINTS, number(picture, 'height', NaN) * POINTS],
		...{ margin: 0, pdfVersion: '1.7', tagged: true, displayTitle: true },
		lang: metadata.language,
		info: {
			...{ Title: metadata.title, Subject: metadata.alternative, Keywords: metadata.keywords },
			...{ Creator: metadata.creator, CreationDate: metadata.date },
		},
	});
	const made = bytesOf(page);
	for (const [weight, { file }] of fonts) page.registerFont(weight, file);
	page.scale(POINTS);
	drawTagged({ page, picture, fonts }, metadata.alternative);
	const { info } = page;
	const write = page.endMetadata.bind(page);
	// By then the words are in the file; the library writes them into its XML unescaped.
	page.endMetadata = () => {
		for (const [name, value] of Object.entries(info))
			if (typeof value === 'string') Object.assign(info, { [name]: escapeMarkup(value) });
		write();
	};
	page.end();
	return made;
}

function bytesOf(page: Page): Promise<Uint8Array> {
	const parts: Buffer[] = [];
	return new Promise((resolve, reject) => {
		page
			.on('data', (part: Buffer) => parts.push(part))
			.on('end', () => {
				resolve(new Uint8Array(Buffer.concat(parts)));
			})
			.on('error', reject);
	});
}

/** Draws a picture’s parts in order: parts with words only are headline and paragraphs, parts with shapes the figure. */
function drawTagged(work: Work, alt: string): void {
	const { page, picture } = work;
	const document = page.struct('Document');
	page.addStructure(document);
	for (const block of picture.children) {
		if (block.rawTagName !== 'g') {
			page.markContent('Artifact');
			draw(work, block, 1);
			page.endMarkedContent();
			continue;
		}
		const tops = block.children.map((part) => ((matrixOf(block)[5] ?? 0) + (matrixOf(part)[5] ?? 0)) * POINTS);
		within(work, block, 1, (through) => {
			for (const [index, part] of block.children.entries()) {
				const bbox = [0, tops[index], page.page.width, tops[index + 1] ?? page.page.height];
				const figure: object = { alt, bbox };
				const [tag, options] = part.querySelector('path') ? ['Figure', figure] : [index === 0 ? 'H1' : 'P', {}];
				document.add(
					page.struct(tag, options, () => {
						draw(work, part, through);
					}),
				);
			}
		});
	}
	document.end();
}
