/** Words beside, above or below what they name, clear of each other and of everything else, at every width. */

/** A point to be named. */
export interface Named {
	/** Share of the width, 0–1. */
	readonly x: number;
	/** Pixels from the top: of the point, and of the foot of the stem on which it sits. */
	readonly y: number;
	readonly foot: number;
	/** Of its text, in pixels. */
	readonly width: number;
}

/** Where a text stands, from the point that it names; a leader joins the two where they are apart. */
export interface CaptionPlace {
	/** Pixels from the point to the text's left edge. */
	readonly dx: number;
	/** Of its baseline, from the top. */
	readonly y: number;
	/** From the point's side to the text's; null where they stand together. */
	readonly leader: readonly [number, number] | null;
}

/** What no text and no leader may meet: from a share of the width and pixels beside it to another, and from `top` to `bottom`. */
export interface Obstacle {
	readonly from: number;
	readonly left: number;
	readonly to: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
	/** Whether it is a line, which a leader may cross. */
	readonly line?: boolean;
}

export interface CaptionRoom {
	/** In pixels; what is found holds at each of them. The first is the narrowest. */
	readonly widths: readonly number[];
	/** Of baselines. */
	readonly top: number;
	readonly bottom: number;
	/** Of texts that stand apart from their points. */
	readonly rows: number;
	/** Of texts; where they are all wanted, those before give way to those after them. */
	readonly most: number;
}

/** How to set a text, so that its estimated width errs on the side away from what it names. */
export interface Setting {
	readonly anchor: 'start' | 'middle' | 'end';
	/** Pixels from what is named to the anchor. */
	readonly dx: number;
}

interface Candidate extends CaptionPlace {
	readonly cost: number;
	/** The text, and the leader if there is one. */
	readonly boxes: readonly Obstacle[];
}

/** Pixels from one row of text to the next; a text's height above and below its baseline; and between two in a row. */
export const LINE = 13;
const INK = { above: 9.5, below: 3 };
const BETWEEN = 3;
/** Pixels from a point to text beside it, and to the baseline of text above or below it. */
const BESIDE = 10;
const ABOVE = 9;
const BELOW = 18;
/** The least that a text with a leader stands beyond one without. */
const LEADER = 7;
/** Pixels from a point to where its leader begins. */
const TIP = 7;
/** How far a text may reach past its leader on the short side. */
const OVERHANG = 1;

/**
 * Finds places for texts in order, as near to their points as the obstacles and each other allow; a text without a place
 * is null. Where all are wanted, the total distance is the least; else each stays where it was when the next one comes.
 */
export function placeCaptions(
	named: readonly Named[],
	obstacles: readonly Obstacle[],
	room: CaptionRoom,
): (CaptionPlace | null)[] {
	const open = named.map((each) =>
		candidates(each, room).filter(({ boxes }) => isClear(boxes, obstacles, room.widths)),
	);
	let kept: (Candidate | null)[] = [];
	for (const own of open) {
		const before = kept.map((place, earlier) => place && (room.most < Infinity ? [place] : (open[earlier] ?? [])));
		const full = kept.filter(Boolean).length >= room.most;
		kept = (full ? null : best([...before, own], room.widths)) ?? [...kept, null];
	}
	return kept.map((place) => place && { dx: place.dx, y: place.y, leader: place.leader });
}

/** What a placed text takes from those that come after it. */
export function takenBy({ x, width }: Named, { dx, y, leader }: CaptionPlace): Obstacle[] {
	const text = { from: x, left: -dx + BETWEEN, to: x, right: dx + width + BETWEEN };
	const line = leader?.toSorted((a, b) => a - b);
	return [
		{ ...text, top: y - INK.above, bottom: y + INK.below },
		...(line ? [{ from: x, left: 2, to: x, right: 2, line: true, top: line[0] ?? y, bottom: line[1] ?? y }] : []),
	];
}

/** Sets a text whose left edge stands `dx` pixels from what it names by the part of it that is nearest to that. */
export function setting(dx: number, width: number): Setting {
	if (-dx > (width * 2) / 3) return { anchor: 'end', dx: dx + width };
	if (-dx > width / 3) return { anchor: 'middle', dx: dx + width / 2 };
	return { anchor: 'start', dx };
}

/** One candidate for each list, null for null, with the least total cost; null where two always meet. */
function best(lists: readonly (readonly Candidate[] | null)[], widths: readonly number[]): (Candidate | null)[] | null {
	let found: { readonly places: readonly (Candidate | null)[]; readonly cost: number } | null = null;
	const search = (places: readonly (Candidate | null)[], open: typeof lists, cost: number): void => {
		const least = open.reduce((sum, list) => sum + (list ? (list[0]?.cost ?? Infinity) : 0), cost);
		if (least === Infinity || (found && least >= found.cost)) return;
		const [next, ...others] = open;
		if (next === undefined) found = { places, cost };
		else if (next === null) search([...places, null], others, cost);
		else {
			for (const candidate of next) {
				const left = others.map((list) => list?.filter(({ boxes }) => isClear(boxes, candidate.boxes, widths)) ?? null);
				search([...places, candidate], left, cost + candidate.cost);
			}
		}
	};
	search([], lists, 0);
	// TypeScript does not see the assignment inside the closure.
	return (found as { readonly places: (Candidate | null)[] } | null)?.places ?? null;
}

/** Beside its point, then beyond it, then farther off, then behind its foot, with a leader; the cheapest first. */
function candidates(named: Named, { widths, top, bottom, rows }: CaptionRoom): Candidate[] {
	const { x, y, foot, width } = named;
	const [narrowest = 0] = widths;
	const [least, most] = [-x * narrowest, (1 - x) * narrowest - width];
	if (most < least) return [];
	const up = y < foot;
	const level = [y + 4, up ? y - 5 : y + 12];
	const beside = level.flatMap((at, row) =>
		[BESIDE, -BESIDE - width].map((dx, side) => ({ dx, y: at, cost: row / 5 + side / 10, leader: null })),
	);
	const wishes = [-width / 2, -OVERHANG, OVERHANG - width, -width / 4, (-width * 3) / 4].map((dx) =>
		Math.max(least, Math.min(most, dx)),
	);
	const sides = [...new Set(wishes)];
	const line = (at: number, from: number): readonly [number, number] => [from, at < from ? at + 4 : at - 11];
	const near = up ? y - ABOVE : y + BELOW;
	// Rows farther off lie at the same heights for all.
	const far = Array.from({ length: rows }, (_, row) => (up ? top + row * LINE : bottom - row * LINE));
	const beyond = [near, ...far.filter((at) => (up ? near - at : at - near) >= LEADER)].flatMap((at, row) =>
		sides.map((dx, side) => ({
			...{ dx, y: at, leader: row > 0 ? line(at, up ? y - TIP : y + TIP) : null },
			...{ cost: 0.4 + Math.abs(at - near) / LINE + side / 10 },
		})),
	);
	const behind = Array.from({ length: rows }, (_, row) => foot + (up ? 17 + row * LINE : -8 - row * LINE)).flatMap(
		(at, row) => sides.map((dx, side) => ({ dx, y: at, leader: line(at, foot), cost: 4 + row + side / 10 })),
	);
	return [...beside, ...beyond, ...behind]
		.filter((place) => place.dx >= least && place.dx <= most && place.y >= top && place.y <= bottom)
		.sort((a, b) => a.cost - b.cost)
		.map((place) => ({ ...place, boxes: takenBy(named, place) }));
}

/** Whether none of some boxes meets any of the others, at any of these widths. */
export function isClear(boxes: readonly Obstacle[], others: readonly Obstacle[], widths: readonly number[]): boolean {
	return !boxes.some((a) =>
		others.some(
			(b) =>
				!(a.line && b.line) &&
				a.top < b.bottom &&
				b.top < a.bottom &&
				widths.some(
					(width) =>
						a.from * width - a.left < b.to * width + b.right && b.from * width - b.left < a.to * width + a.right,
				),
		),
	);
}
