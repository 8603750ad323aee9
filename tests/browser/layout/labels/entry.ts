/** Measures the labels of drawings in the browser's layout. Runs inside the page. */
import { show } from '#lib/behaviours/charts/show.ts';

/** Pixels of the window. */
interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

interface Words extends Box {
	readonly element: Element;
	readonly text: string;
	/** The rendered type size in pixels. */
	readonly size: number;
}

const LEAST = 12;
/** Pixels that two boxes may share in type of 12 pixels, and more in larger: edges are rounded. */
const SLACK = 0.5;
/** Pixels from one point to the next of a line that is looked at. */
const STRIDE = 3;

const pen = document.createElement('canvas').getContext('2d');
const measured = new Map<string, TextMetrics>();

function metrics(font: string, text: string): TextMetrics | undefined {
	const key = `${font}|${text}`;
	if (!measured.has(key) && pen) {
		pen.font = font;
		measured.set(key, pen.measureText(text));
	}
	return measured.get(key);
}

/** Asked of every element above it: Chromium gives boxes to text in an SVG group that is not displayed. */
const isShown = (element: Element | null): boolean =>
	!element || (getComputedStyle(element).display !== 'none' && isShown(element.parentElement));

/** The visible boxes of the letters, one per line, without the font's space above and below. */
function wordsOf(drawing: Element): Words[] {
	const found: Words[] = [];
	const nodes = document.createTreeWalker(drawing, NodeFilter.SHOW_TEXT);
	for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
		const element = node.parentElement;
		const text = node.textContent?.trim() ?? '';
		if (!element || !text || !isShown(element)) continue;
		const range = document.createRange();
		range.selectNodeContents(node);
		const { left, right, top, height } = range.getBoundingClientRect();
		if (right <= left) continue;
		const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
		const ink = metrics(`${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`, text);
		if (!ink) continue;
		const scale = height / (ink.fontBoundingBoxAscent + ink.fontBoundingBoxDescent);
		const baseline = top + ink.fontBoundingBoxAscent * scale;
		found.push({
			...{ element, text, left, right, size: parseFloat(fontSize) * scale },
			...{
				top: baseline - ink.actualBoundingBoxAscent * scale,
				bottom: baseline + ink.actualBoundingBoxDescent * scale,
			},
		});
	}
	return found;
}

const meet = (a: Box, b: Words): boolean => {
	const slack = (SLACK * b.size) / LEAST;
	return (
		Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack &&
		Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack
	);
};

const isVisible = (element: Element): boolean => {
	const { fill, stroke } = getComputedStyle(element);
	return (fill !== 'none' || stroke !== 'none') && isShown(element);
};

/** Where a shape is: its box where it fills it, small boxes along it where it is a line that may slant. */
function placesOf(shape: SVGGeometryElement): Box[] {
	if (shape.localName !== 'path') return [shape.getBoundingClientRect()];
	const matrix = shape.getScreenCTM();
	if (!matrix) return [];
	const length = shape.getTotalLength();
	return Array.from({ length: Math.ceil(length / STRIDE) + 1 }, (_, index) => {
		const { x, y } = shape.getPointAtLength(Math.min(length, index * STRIDE)).matrixTransform(matrix);
		return { left: x - 0.6, right: x + 0.6, top: y - 0.6, bottom: y + 0.6 };
	});
}

/** Shapes that labels must not overlap: marks in focus, and lines that lead to other labels. */
function inTheWay(drawing: Element): { readonly owner: Element; readonly name: string; readonly places: Box[] }[] {
	const owners = [...drawing.querySelectorAll('.mark[data-focus], .leader')];
	return owners.flatMap((owner) => {
		const shapes = owner.matches('path') ? [owner] : [...owner.querySelectorAll('path, line, rect:not(.hit), circle')];
		const name = owner.getAttribute('data-id') ?? owner.getAttribute('class') ?? '';
		const places = shapes.filter(isVisible).flatMap((shape) => placesOf(shape as SVGGeometryElement));
		return [{ owner, name, places }];
	});
}

/** Faults of the labels of a drawing, which must stay inside `frame`; one line each. */
function faults(drawing: Element, frame: Element): string[] {
	const words = wordsOf(drawing);
	const wrong = words.flatMap((one, index) => [
		...(one.size < LEAST - 0.01 ? [`“${one.text}” is ${one.size.toFixed(1)} px`] : []),
		...words.slice(index + 1).flatMap((other) => (meet(one, other) ? [`“${one.text}” meets “${other.text}”`] : [])),
		...clipped(one, frame),
	]);
	for (const { owner, name, places } of inTheWay(drawing)) {
		for (const one of words) {
			if (!owner.contains(one.element) && places.some((place) => meet(place, one)))
				wrong.push(`“${one.text}” stands on ${name}`);
		}
	}
	return [...wrong, ...cutSigns(drawing)];
}

/** Signs that are painted outside of a row that is not laid out while out of sight: browsers cut them off there. */
function cutSigns(drawing: Element): string[] {
	return [...drawing.querySelectorAll('.row')].flatMap((row) => {
		const { contentVisibility, overflowClipMargin } = getComputedStyle(row);
		if (contentVisibility !== 'auto') return [];
		const { top, bottom } = row.getBoundingClientRect();
		const beyond = parseFloat(overflowClipMargin) || 0;
		const cut = [...row.querySelectorAll('use')].filter((sign) => {
			const box = sign.getBoundingClientRect();
			return box.top < top - beyond - SLACK || box.bottom > bottom + beyond + SLACK;
		});
		return cut.map((sign) => `a sign ${sign.getAttribute('href') ?? ''} is cut off`);
	});
}

/** Where browsers paint a drawing: with `content-visibility: auto` only in the box of `overflow-clip-margin`, else above and below it nowhere. */
function paintedIn(drawing: Element): Box {
	const { left, right, top, bottom } = drawing.getBoundingClientRect();
	const { contentVisibility, overflowClipMargin, paddingLeft, paddingRight } = getComputedStyle(drawing);
	if (contentVisibility !== 'auto' || overflowClipMargin !== 'content-box')
		return { left: -Infinity, right: Infinity, top, bottom };
	const [start = 0, end = 0] = [paddingLeft, paddingRight].map((side) => parseFloat(side) * drawing.currentCSSZoom);
	return { left: left + start, right: right - end, top, bottom };
}

function clipped({ element, text, left, right, top, bottom }: Words, frame: Element): string[] {
	const { left: start, right: end } = frame.getBoundingClientRect();
	const outer = element.closest('.drawing > svg, svg.drawing');
	const box = outer ? paintedIn(outer) : { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
	const across =
		left < Math.max(0, start, box.left) - SLACK ||
		right > Math.min(document.documentElement.clientWidth, end, box.right) + SLACK;
	const down = top < box.top - SLACK || bottom > box.bottom + SLACK;
	return across || down ? [`“${text}” is cut off`] : [];
}

/** Shows every step of every chart on the page in turn, and returns the faults of its labels. */
function inEveryStep(charts: readonly string[]): string[] {
	const own = [...document.querySelectorAll<HTMLElement>('.step[id]')];
	const drawings = document
		.querySelector<HTMLTemplateElement>('template#steps')
		?.content.querySelectorAll<HTMLElement>('[id]');
	return [...document.querySelectorAll<HTMLElement>('figure[data-chart]')].flatMap((figure) => {
		const { chart = '' } = figure.dataset;
		const [drawing, stage] = ['.drawing', '.stage'].map((name) => figure.querySelector(name));
		if (!charts.includes(chart) || !drawing || !stage) return [];
		const steps = drawings ? [...drawings] : own.filter((step) => step.dataset['of'] === chart);
		return steps.flatMap((step) => {
			show(figure, step);
			return faults(drawing, stage).map((fault) => `${chart}, ${step.id}: ${fault}`);
		});
	});
}

/** A picture's own document. */
const documentAt = (address: string): Promise<Element> =>
	new Promise((done, fail) => {
		const request = new XMLHttpRequest();
		request.responseType = 'document';
		request.addEventListener('load', () =>
			request.responseXML ? done(request.responseXML.documentElement) : fail(new Error(address)),
		);
		request.addEventListener('error', () => fail(new Error(address)));
		request.open('GET', address);
		request.send();
	});

/** The same for the still picture of each step, which is inserted into the page to be measured. */
async function inEveryPicture(charts: readonly string[]): Promise<string[]> {
	const found: string[] = [];
	for (const step of document.querySelectorAll<HTMLElement>('.step[data-of]')) {
		if (!charts.includes(step.dataset['of'] ?? '')) continue;
		const picture = step.querySelector<HTMLImageElement>('img.picture');
		const holder = Object.assign(document.createElement('div'), { className: 'picture' });
		if (picture) holder.append(await documentAt(picture.src));
		picture?.replaceWith(holder);
		const drawing = holder.querySelector('svg');
		drawing?.classList.add('drawing');
		// With our own font, whose text lengths are in the picture for systems without it.
		for (const text of holder.querySelectorAll('text')) text.removeAttribute('textLength');
		for (const part of holder.querySelectorAll('[font-family]')) part.setAttribute('font-family', 'Story Sans');
		const faulty = drawing?.getClientRects().length ? faults(drawing, holder) : ['is not there'];
		found.push(...faulty.map((fault) => `picture of ${step.id}: ${fault}`));
		if (picture) holder.replaceWith(picture);
	}
	return found;
}

const labels = { inEveryStep, inEveryPicture };

declare global {
	interface Window {
		labels: typeof labels;
	}
}

window.labels = labels;
