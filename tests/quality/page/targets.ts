/** Sizes of touch and pointer targets. */
import { isSeen, placeOf } from './seen.ts';

interface Target {
	readonly element: Element;
	readonly box: DOMRect;
}

/** Minimum size of a mark in pixels: its position is data, and other marks are near. */
const MARK = 24;

const ACTIVE = 'a[href], button, summary, input, select, textarea';

/** A link in a drawing is in no sentence, whatever its display. */
const isMark = (element: Element): boolean => element instanceof SVGElement;

/** In a sentence, a link is as high as the line; that is excepted. */
function isInSentence(element: Element): boolean {
	if (element.localName !== 'a' || isMark(element) || getComputedStyle(element).display !== 'inline') return false;
	let block = element.parentElement;
	while (block && getComputedStyle(block).display === 'inline') block = block.parentElement;
	const links = [...(block?.querySelectorAll('a') ?? [])].map((link) => link.textContent).join('');
	const letters = (text: string): number => text.replace(/[^\p{L}\p{N}]/gu, '').length;
	return letters(block?.textContent ?? '') > letters(links);
}

/** The target: the label of a checkbox, the largest shape of a mark. */
function boxOf(element: Element): DOMRect {
	const hits = [...element.querySelectorAll('.hit')].map((hit) => hit.getBoundingClientRect());
	const side = ({ width, height }: DOMRect): number => Math.min(width, height);
	const largest = hits.sort((a, b) => side(b) - side(a))[0];
	return largest ?? (element.closest('label') ?? element).getBoundingClientRect();
}

const isSmall = ({ width, height }: DOMRect, least: number): boolean => Math.min(width, height) < least - 0.05;

const middle = ({ left, top, width, height }: DOMRect): readonly [number, number] => [
	left + width / 2,
	top + height / 2,
];

/** The lines of a link that wraps: its box also covers its neighbours. */
const partsOf = ({ element, box }: Target): readonly DOMRect[] =>
	element.localName === 'a' && !isMark(element) ? [...element.getClientRects()] : [box];

/** Whether a circle of the required size around the target's centre meets no other target or its circle. */
function isAlone({ element, box }: Target, others: readonly Target[], least: number): boolean {
	const [x, y] = middle(box);
	return others.every((other) => {
		if (other.element === element) return true;
		const [ox, oy] = middle(other.box);
		if (isSmall(other.box, least) && Math.hypot(x - ox, y - oy) < least) return false;
		return partsOf(other).every(({ left, right, top, bottom }) => {
			const [dx, dy] = [Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)];
			return Math.hypot(dx, dy) >= least / 2;
		});
	});
}

/** Drawings whose rows are as many as the acts and ties: a row there may be lower than a finger. */
const DENSE = '.drawing-relations, .rope';

/** Whether a larger target leads to the same: in the chart's table, or, in dense drawings, the panel's way from mark to mark. */
function hasTwin(element: Element): boolean {
	if (element.closest(DENSE) && document.querySelector('dialog [data-slot="next"]')) return true;
	const { id } = (element as SVGElement).dataset;
	const named = element.getAttribute('aria-labelledby')?.split(' ').pop();
	const row = element.closest('figure')?.querySelector(named ? `#${named} a` : `table tr[data-row="${id}"] a`);
	return row !== undefined && row !== null && !isSmall(row.getBoundingClientRect(), MARK);
}

/**
 * A line for each target that is smaller than `least` square and not excepted: links in sentences, what stands apart
 * far enough, and marks whose place is what they say where a larger target leads to the same. Folds must be open.
 * @param spaced whether the exception for what stands apart holds
 */
export function smallTargets(root: ParentNode, least: number, spaced = true): string[] {
	const targets = [...root.querySelectorAll(ACTIVE)]
		.filter((element) => isSeen(element) && !element.matches(':disabled') && !isInSentence(element))
		.map((element): Target => ({ element, box: boxOf(element) }));
	return targets
		.filter(({ element, box }) => isSmall(box, isMark(element) ? MARK : least))
		.filter((target) => !(spaced && isAlone(target, targets, least)))
		.filter(({ element }) => !(isMark(element) && hasTwin(element)))
		.map(({ element, box }) => `${placeOf(element)}: ${box.width.toFixed(0)} × ${box.height.toFixed(0)}, due ${least}`);
}
