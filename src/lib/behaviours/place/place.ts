import { coveredAbove, reached, uncoveredTo } from './position.ts';

/** The reader's place: a block of running text, and where its top edge is. */
export interface Place {
	/** The id of the step or chapter that holds the block; empty before the first. */
	readonly within: string;
	/** The index of the block in there. */
	readonly block: number;
	/** Pixels from the top of the window. */
	readonly top: number;
}

const BLOCKS = 'h1, h2, h3, p';

/** The blocks of running text that are direct children of an element, or of its header or intro. */
const blocksOf = (holder: Element): Element[] =>
	[...holder.querySelectorAll(BLOCKS)].filter((block) => !block.closest('figure') && holderOf(block) === holder);

const holderOf = (block: Element): Element | null => block.closest('.step[id], .chapter[id], main');

/**
 * The heading of the current step if it is visible and uncovered; else the last block of the step that begins in the
 * upper two thirds of the free height; else the last such block of the page. Null if nothing is laid out.
 */
export function placeOf(root: Document): Place | null {
	const steps = [...root.querySelectorAll('.step[id]')];
	const step = steps[reached(steps)];
	const heading = step?.querySelector('h2, h3, h4');
	const free = coveredAbove(step);
	const own = step ? blocksOf(step).filter((block) => block.getBoundingClientRect().bottom > free) : [];
	const at =
		heading && isBetween(heading, free, uncoveredTo())
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

/** Whether a line of a block is visible there. */
function isPartlyIn(block: Element, from: number, to: number): boolean {
	const { top, bottom } = block.getBoundingClientRect();
	const line = parseFloat(getComputedStyle(block).lineHeight) || 0;
	return bottom - line >= from && top + line <= to;
}

/** Whether a block is laid out; browsers that cannot say so lay out everything. */
function isLaidOut(block: Partial<Pick<Element, 'checkVisibility'>>): boolean {
	return block.checkVisibility?.({ contentVisibilityAuto: true }) ?? true;
}

function lastBegun(blocks: readonly Element[], free: number): Element | undefined {
	const line = free + ((innerHeight - free) * 2) / 3;
	return blocks
		.filter((block) => !block.closest('figure') && holderOf(block) && isLaidOut(block))
		.findLast((block) => {
			const { top, height } = block.getBoundingClientRect();
			return height > 0 && top <= line;
		});
}

function found(root: Document, within: string, block: number): [Element | null, Element | undefined] {
	const holder = within === '' ? root.querySelector('main') : root.getElementById(within);
	return [holder, holder ? blocksOf(holder)[block] : undefined];
}

/**
 * What changes with the layout: the width of the window, the size of the block at the place, and the height of the page.
 * Outside steps and chapters that height is left out where browsers anchor scrolling: entries are laid out late there.
 */
export function layoutAt(root: Document, { within, block }: Place): string {
	const [, at] = found(root, within, block);
	const { width, height } = at?.getBoundingClientRect() ?? {};
	const isGrowing = within === '' && CSS.supports('overflow-anchor', 'auto');
	return [innerWidth, isGrowing ? 0 : root.documentElement.scrollHeight, width, height].join(' ');
}

/** Whether nothing has moved: neither the block nor the end of the page below it. */
function isAsBefore(root: Document, { within, block, top }: Place, height: number): boolean {
	const [, at] = found(root, within, block);
	return root.documentElement.scrollHeight === height && at?.getBoundingClientRect().top === top;
}

/**
 * Scrolls so that a place is where it was. If it would be covered, out of sight or, unless `anyTurn`, in another step,
 * scrolls to its own step's address instead.
 */
export function restorePlace(root: Document, { within, block, top }: Place, anyTurn = false): void {
	const [holder, at] = found(root, within, block);
	// Another page of the same document may be shown instead.
	if (!holder || !at?.getClientRects().length) return;
	scrollBy({ top: at.getBoundingClientRect().top - top, behavior: 'instant' });
	if (!holder.matches('.step')) return;
	const steps = [...root.querySelectorAll('.step[id]')];
	const free = coveredAbove(holder);
	const isSeen = (at.matches(':first-child') ? isBetween : isPartlyIn)(at, free, uncoveredTo());
	const isItsTurn = anyTurn || steps[reached(steps)] === holder;
	if (!isSeen || !isItsTurn) holder.scrollIntoView({ block: 'start', behavior: 'instant' });
}

/**
 * Runs a change of the layout and keeps the words that are being read in place: those of `known`, or at the reader's
 * position.
 * @returns the place that was kept
 */
export function keepingPlace(root: Document, change: () => void, known: Place | null = null): Place | null {
	let place = known;
	try {
		place ??= placeOf(root);
	} catch {
		// Without a place the change is made all the same.
	}
	const height = root.documentElement.scrollHeight;
	change();
	// If nothing has moved, a scroll is the reader's own.
	if (!place || isAsBefore(root, place, height)) return place;
	const before = place;
	const { href } = location;
	restorePlace(root, before, true);
	// Once more after the browser's scroll anchoring, which may move the page again; not if a link has been followed meanwhile.
	requestAnimationFrame(() => {
		if (location.href === href) restorePlace(root, before, true);
	});
	return before;
}
