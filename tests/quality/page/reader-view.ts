/** Checks what reader views and clippers keep of a page. */

/** The innermost blocks of text. */
const BLOCKS = 'h2, h3, h4, h5, h6, p, li, dt, dd, td, th, caption, figcaption, blockquote, summary';
/** What such programs rightly leave out, and invisible parts. */
const OTHERS = 'nav, form, footer.site-footer, template, dialog, [hidden], [aria-hidden="true"], .skip, svg, .self';

const worded = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, '');

/** The blocks of the page's own words, in order. */
function blocksOf(root: ParentNode): Element[] {
	return [...root.querySelectorAll(`main :is(${BLOCKS})`)].filter(
		(block) => !block.querySelector(BLOCKS) && !block.closest(OTHERS) && worded(block.textContent),
	);
}

/** Blocks that are not kept, or not in their order, a line each. White space is not compared. */
export function lost(root: ParentNode, kept: Element): string[] {
	const text = worded(kept.textContent);
	let at = 0;
	return blocksOf(root).flatMap((block) => {
		const words = worded(block.textContent);
		const found = text.indexOf(words, at);
		if (found === -1)
			return `${block.localName} in ${block.closest('[id]')?.id}: ${block.textContent.trim().slice(0, 60)}`;
		at = found + words.length;
		return [];
	});
}

/** Headings that are no longer headings. */
export function lostHeadings(root: ParentNode, kept: Element): string[] {
	const left = [...kept.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ textContent }) => worded(textContent));
	return blocksOf(root)
		.filter((block) => /^h\d$/.test(block.localName) && !left.includes(worded(block.textContent)))
		.map(({ textContent }) => textContent);
}

/** Steps without their picture and its description. */
export function lostPictures(root: ParentNode, kept: Element): string[] {
	const left = [...kept.querySelectorAll('img')];
	const text = worded(kept.textContent);
	return [...root.querySelectorAll<HTMLImageElement>('.step[data-of] > .picture')]
		.filter(
			(picture) =>
				!left.some(
					({ src, alt }) => src.endsWith(picture.src.replace(/.*\/steps\//, '/steps/')) && alt === picture.alt,
				) && !text.includes(worded(picture.alt)),
		)
		.map(({ alt }) => alt);
}

/** The number of blocks that must be kept. */
export const blocks = (root: ParentNode): number => blocksOf(root).length;

const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();

const isOver = (a: DOMRect, b: DOMRect): boolean =>
	Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
	Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;

/** Words and shapes of drawings that cannot be read in a page without styles, a line each. */
export function illegible(root: ParentNode): string[] {
	const isShown = (element: Element): boolean => element.checkVisibility() && boxOf(element).width > 0;
	const texts = [...root.querySelectorAll<SVGTextElement>('svg text')].filter(isShown);
	const shapes = [...root.querySelectorAll('svg :is(path, line, rect, circle, polygon, ellipse)')].filter(isShown);
	const ink = getComputedStyle(document.body).color;
	return [
		...texts.flatMap((text, at) => {
			const { fontSize, fill } = getComputedStyle(text);
			const scale = text.getScreenCTM()?.a ?? 1;
			const others = texts.slice(at + 1).filter((other) => isOver(boxOf(text), boxOf(other)));
			return [
				...others.map((other) => `“${text.textContent}” lies over “${other.textContent}”`),
				...(parseFloat(fontSize) * scale < 11.9 ? [`“${text.textContent}” is small`] : []),
				...(fill === ink ? [] : [`“${text.textContent}” is ${fill}`]),
			];
		}),
		...shapes.flatMap((shape) => {
			const { fill, stroke } = getComputedStyle(shape);
			const isBlack = [fill, stroke].includes('rgb(0, 0, 0)') && ink !== 'rgb(0, 0, 0)';
			return isBlack
				? [`${shape.parentElement?.closest('[class]')?.getAttribute('class')} ${shape.localName} is black`]
				: [];
		}),
	];
}
