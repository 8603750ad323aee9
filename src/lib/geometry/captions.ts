/** Something to be named: a leader goes straight up (or down) from it to its text. */
export interface Caption {
	/** Share of the width, 0–1. */
	readonly x: number;
	/** Of its text, in pixels. */
	readonly width: number;
}

export interface CaptionPlace {
	/** Pixels from `x` to the text's left edge; never positive, so that the leader meets the text. */
	readonly dx: number;
	/** 0 is the row nearest to what is named. */
	readonly row: number;
}

export interface CaptionRoom {
	/** The narrowest width, in pixels. */
	readonly width: number;
	readonly rows: number;
	/** Pixels at the right end of the farthest row that are taken. */
	readonly corner: number;
}

/** How to set a text, so that its estimated width errs on the side away from what it names. */
export interface Setting {
	readonly anchor: 'start' | 'middle' | 'end';
	/** Pixels from what is named to the anchor. */
	readonly dx: number;
}

interface Candidate extends CaptionPlace {
	readonly leader: number;
	readonly left: number;
	readonly right: number;
	readonly cost: number;
}

/** Pixels between two texts in a row. */
const BETWEEN = 8;
/** Pixels between a leader and a text that it passes. */
const BESIDE = 4;
/** How far a text may reach past its leader on the short side. */
const OVERHANG = 1;

/**
 * Finds rows and sides for captions so that no text meets another text or another's leader: the least total of rows
 * used, then of texts beside rather than over their leaders. Since offsets are in pixels and places in shares, what
 * holds at the narrowest width holds at every wider one. Null where nothing fits.
 */
export function placeCaptions(captions: readonly Caption[], room: CaptionRoom): CaptionPlace[] | null {
	let best: { readonly places: readonly Candidate[]; readonly cost: number } | null = null;
	const search = (places: readonly Candidate[], open: readonly (readonly Candidate[])[], cost: number): void => {
		const least = open.reduce((sum, [first]) => sum + (first?.cost ?? Infinity), cost);
		if (best && least >= best.cost) return;
		const [next, ...others] = open;
		if (!next) best = { places, cost };
		for (const candidate of next ?? []) {
			const left = others.map((each) => each.filter((other) => clear(candidate, other)));
			search([...places, candidate], left, cost + candidate.cost);
		}
	};
	search(
		[],
		captions.map((caption) => candidates(caption, room)),
		0,
	);
	// TypeScript does not see the assignment inside the closure.
	const found = best as { readonly places: readonly Candidate[] } | null;
	return found?.places.map(({ dx, row }) => ({ dx, row })) ?? null;
}

/** Sets a text whose left edge stands `dx` pixels from what it names by the part of it that is nearest to that. */
export function setting(dx: number, width: number): Setting {
	if (-dx > (width * 2) / 3) return { anchor: 'end', dx: dx + width };
	if (-dx > width / 3) return { anchor: 'middle', dx: dx + width / 2 };
	return { anchor: 'start', dx };
}

function candidates({ x, width }: Caption, room: CaptionRoom): Candidate[] {
	if (width > room.width) return [];
	const leader = x * room.width;
	const wishes = [-width / 2, -OVERHANG, OVERHANG - width];
	const lefts = wishes.map((dx) => Math.max(0, Math.min(room.width - width, leader + dx)));
	const sides = [...new Set(lefts)].map((left, index) => ({ left, cost: index / 10 }));
	return Array.from({ length: room.rows }, (_, row) => row)
		.flatMap((row) =>
			sides.map((side) => ({
				...{ row, leader, left: side.left, right: side.left + width },
				...{ dx: side.left - leader, cost: row + side.cost },
			})),
		)
		.filter(({ row, right }) => row < room.rows - 1 || right <= room.width - room.corner)
		.sort((a, b) => a.cost - b.cost);
}

function clear(a: Candidate, b: Candidate): boolean {
	if (a.row === b.row) return a.right + BETWEEN <= b.left || b.right + BETWEEN <= a.left;
	const [near, far] = a.row < b.row ? [a, b] : [b, a];
	return far.leader < near.left - BESIDE || far.leader > near.right + BESIDE;
}
