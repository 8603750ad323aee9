import { coveredAbove, reached } from './position.ts';

/** Where a reader is: which block of running text, and where its top edge stands. */
export interface Place {
	/** The id of the step or chapter that holds the block; empty before the first. */
	readonly within: string;
	/** Which of the blocks in there. */
	readonly block: number;
	/** Pixels from the top of the window. */
	readonly top: number;
}

const BLOCKS = 'h1, h2, h3, p';

/** The blocks of running text that an element holds directly, or in its header or intro. */
const blocksOf = (holder: Element): Element[] =>
	[...holder.querySelectorAll(BLOCKS)].filter((block) => !block.closest('figure') && holderOf(block) === holder);

const holderOf = (block: Element): Element | null => block.closest('.step[id], .chapter[id], main');

/**
 * The heading of the step that is read where that is in view and uncovered; else the last of its blocks, or where none of
 * them is in view, of all, that begins in the upper two thirds of what is free. Null where nothing is laid out.
 */
export function placeOf(root: Document): Place | null {
	const steps = [...root.querySelectorAll('.step[id]')];
	const step = steps[reached(steps)];
	const heading = step?.querySelector('h2, h3, h4');
	const free = coveredAbove(step);
	const own = step ? blocksOf(step).filter((block) => block.getBoundingClientRect().bottom > free) : [];
	const at =
		heading && isBetween(heading, free, innerHeight)
			? heading
			: (lastBegun(own, free) ?? lastBegun([...root.querySelectorAll(BLOCKS)], free));
	const holder = at && holderOf(at);
	if (!at || !holder) return null;
	return { within: holder.id, block: blocksOf(holder).indexOf(at), top: at.getBoundingClientRect().top };
}

function isBetween(block: Element, from: number, to: number): boolean {
	const { top, bottom, height } = block.getBoundingClientRect();
	return height > 0 && top >= from - 1 && bottom <= to;
}

/** Whether a line of a block stands there. */
function isPartlyIn(block: Element, from: number, to: number): boolean {
	const { top, bottom } = block.getBoundingClientRect();
	const line = parseFloat(getComputedStyle(block).lineHeight) || 0;
	return bottom - line >= from && top + line <= to;
}

function lastBegun(blocks: readonly Element[], free: number): Element | undefined {
	const line = free + ((innerHeight - free) * 2) / 3;
	return blocks
		.filter((block) => !block.closest('figure') && holderOf(block))
		.findLast((block) => {
			const { top, height } = block.getBoundingClientRect();
			return height > 0 && top <= line;
		});
}

function found(root: Document, within: string, block: number): [Element | null, Element | undefined] {
	const holder = within === '' ? root.querySelector('main') : root.getElementById(within);
	return [holder, holder ? blocksOf(holder)[block] : undefined];
}

/** Whether nothing has moved since: not the block, nor the end of the page below it. */
function isAsBefore(root: Document, { within, block, top }: Place, height: number): boolean {
	const [, at] = found(root, within, block);
	return root.documentElement.scrollHeight === height && at?.getBoundingClientRect().top === top;
}

/**
 * Scrolls so that a place stands where it stood; where that would be covered, out of sight or, unless `anyTurn`, another
 * step's turn, to where its step's address leads.
 */
export function restorePlace(root: Document, { within, block, top }: Place, anyTurn = false): void {
	const [holder, at] = found(root, within, block);
	// Another page of the same document may be the one that is shown.
	if (!holder || !at?.getClientRects().length) return;
	scrollBy({ top: at.getBoundingClientRect().top - top, behavior: 'instant' });
	if (!holder.matches('.step')) return;
	const steps = [...root.querySelectorAll('.step[id]')];
	const free = coveredAbove(holder);
	const isSeen = at.matches(':first-child') ? isBetween(at, free, innerHeight) : isPartlyIn(at, free, innerHeight);
	const isItsTurn = anyTurn || steps[reached(steps)] === holder;
	if (!isSeen || !isItsTurn) holder.scrollIntoView({ block: 'start', behavior: 'instant' });
}

/**
 * Runs what changes the layout, and leaves the words that are read where they are: those of `known`, or where the reader is.
 * @returns the place that was kept
 */
export function keepingPlace(root: Document, change: () => void, known: Place | null = null): Place | null {
	let place = known;
	try {
		place ??= placeOf(root);
	} catch {
		// Without a place the change is what was asked for all the same.
	}
	const height = root.documentElement.scrollHeight;
	change();
	// A scroll that follows a change of nothing is the reader's.
	if (!place || isAsBefore(root, place, height)) return place;
	const before = place;
	restorePlace(root, before, true);
	// Once more after the browser's own scroll anchoring, which knows nothing of steps.
	requestAnimationFrame(() => restorePlace(root, before, true));
	return before;
}
