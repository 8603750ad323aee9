/** The visible parts of a page and their sizes. */

/** Hidden except for screen readers. */
function isAside(element: Element): boolean {
	for (let box: Element | null = element; box; box = box.parentElement) {
		if (getComputedStyle(box).clipPath === 'inset(50%)') return true;
	}
	return false;
}

/** Whether an element is visible now and takes space; filtered-out marks do not count. */
export function isSeen(element: Element): boolean {
	const { width, height, right, bottom } = element.getBoundingClientRect();
	if (width + height === 0 || right + scrollX <= 0 || bottom + scrollY <= 0) return false;
	return (
		element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
		!element.closest('[data-out]') &&
		!isAside(element)
	);
}

/** Pixels of a text's letters on the page, after `zoom`, `viewBox` and transforms. */
export function textSize(element: Element): number {
	const size = parseFloat(getComputedStyle(element).fontSize);
	if (!(element instanceof SVGGraphicsElement)) return size * element.currentCSSZoom;
	const drawn = element.getBBox().height;
	return drawn > 0 ? (size * element.getBoundingClientRect().height) / drawn : size;
}

/** Where a finding is: the chart and step, and the element with its first words. */
export function placeOf(element: Element): string {
	const figure = element.closest<HTMLElement>('figure[data-chart]');
	const step = element.closest<HTMLElement>('.step[id]');
	const where = figure
		? `${figure.dataset['chart']}@${figure.dataset['step']}`
		: step
			? `picture of ${step.id}`
			: 'page';
	const mark = element.closest('[data-id]')?.getAttribute('data-id');
	const words = element.textContent.trim().slice(0, 30) || element.getAttribute('aria-label')?.slice(0, 30);
	const name = [element.localName, ...element.classList].join('.');
	return [where, mark, name, words && `“${words}”`].filter(Boolean).join(' ');
}

/** Elements with text of their own, not only in their children. */
export function withText(root: ParentNode): Element[] {
	return [...root.querySelectorAll('*')].filter((element) =>
		[...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()),
	);
}
