/** Whether text fits: on the page, and in boxes that clip their content. */
import { isSeen, placeOf, withText } from './seen.ts';

/** The boxes of an element's own text, without its children's. */
function letters(element: Element): DOMRect[] {
	return [...element.childNodes]
		.filter((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim())
		.flatMap((node) => {
			const range = document.createRange();
			range.selectNodeContents(node);
			return [...range.getClientRects()];
		});
}

/** The boxes that clip an element: itself and its ancestors, up to the first that scrolls. */
function* clipping(element: Element): Generator<Element> {
	for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
		const { overflowX, overflowY } = getComputedStyle(box);
		if ([overflowX, overflowY].some((overflow) => overflow === 'auto' || overflow === 'scroll')) return;
		if ([overflowX, overflowY].some((overflow) => overflow === 'hidden' || overflow === 'clip')) yield box;
	}
	yield document.documentElement;
}

/** A line for each text of which letters are cut off. */
export function clipped(root: Element): string[] {
	return (
		withText(root)
			// The title that a sticky chart repeats is cut to two lines; the full title is above.
			.filter(
				(text) =>
					isSeen(text) && !text.matches('script, style, option, .skip, .finding[aria-hidden] *, .finding[aria-hidden]'),
			)
			.flatMap((text) => {
				const all = letters(text);
				for (const box of clipping(text)) {
					const { left, right, top, bottom } = box.getBoundingClientRect();
					const [from, to] = box === document.documentElement ? [0, box.clientWidth] : [left, right];
					const sideways = all.find((one) => one.left < from - 1 || one.right > to + 1);
					const upright =
						box !== document.documentElement && all.find((one) => one.top < top - 1 || one.bottom > bottom + 1);
					if (sideways)
						return [
							`${placeOf(text)}: from ${sideways.left.toFixed(0)} to ${sideways.right.toFixed(0)} px of ${to.toFixed(0)}`,
						];
					if (upright) return [`${placeOf(text)}: cut off above or below`];
				}
				return [];
			})
	);
}

/** What makes the page scroll sideways, the widest first. */
export function overflowing(): string[] {
	const { clientWidth, scrollWidth } = document.documentElement;
	if (scrollWidth <= clientWidth) return [];
	const beyond = [...document.querySelectorAll('body *')].filter(
		(element) => element.getBoundingClientRect().right > clientWidth + 1,
	);
	return [`the page is ${scrollWidth} px wide in ${clientWidth}`, ...beyond.slice(0, 5).map(placeOf)];
}
