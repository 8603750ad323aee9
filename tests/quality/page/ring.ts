/** Whether the keyboard's focus can be seen. */
import { wcagContrast } from 'culori';
import { colourOf, paperOf } from './paper.ts';
import { isSeen, placeOf } from './seen.ts';
import { usedBy } from './used.ts';

const WIDTH = 2;
const CONTRAST = 3;

/** An outline: its width on the page and its contrast with the background. */
interface Line {
	readonly width: number;
	readonly contrast: number;
}

function strokes(mark: Element): Line[] {
	const paper = paperOf(mark);
	// Computed styles of what is used are not those at the mark: copies in it have them.
	const copies = usedBy(mark).map((used) => used.cloneNode(true) as Element);
	mark.append(...copies);
	const lines = [...mark.querySelectorAll<SVGGeometryElement>('rect, circle, path, line, ellipse')].map((shape) => {
		const style = getComputedStyle(shape);
		const colour = colourOf(style.stroke);
		const width = parseFloat(style.strokeWidth) * (mark.closest('.drawing')?.currentCSSZoom ?? 1);
		return { width: colour ? width : 0, contrast: colour ? wcagContrast(colour, paper) : 1 };
	});
	for (const copy of copies) copy.remove();
	return lines;
}

function outline(element: Element): Line {
	const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
	const colour = colourOf(outlineColor);
	const paper = paperOf(element.parentElement ?? element);
	if (outlineStyle === 'none' || !colour) return { width: 0, contrast: 1 };
	return { width: parseFloat(outlineWidth), contrast: wcagContrast(colour, paper) };
}

const isRing = ({ width, contrast }: Line): boolean => width >= WIDTH && contrast >= CONTRAST;

/** A line for each focusable element with a weaker indicator. The keyboard must have been used just before. */
export function faintRings(root: ParentNode): string[] {
	const focusable = [
		...root.querySelectorAll<HTMLElement | SVGElement>('a[href], button, summary, input, select, [tabindex="0"]'),
	].filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled'));
	return focusable.flatMap((element) => {
		const before = strokes(element);
		element.focus({ preventScroll: true });
		if (document.activeElement !== element) return [];
		const after = strokes(element);
		const drawn = after.filter((line, index) => {
			const was = before[index];
			return was?.width !== line.width || was.contrast !== line.contrast;
		});
		const found = [outline(element), ...drawn].some(isRing);
		const isVisible = isSeen(element) || element.matches('.skip');
		element.blur();
		return found && isVisible ? [] : [`${placeOf(element)}: no ring of ${WIDTH} px and contrast ${CONTRAST}`];
	});
}
