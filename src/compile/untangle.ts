/** Moves the people of a network until lines cross as few names, beads and lines as possible. */

/** Somebody to be moved, in pixels of the drawing. */
export interface Body {
	readonly id: string;
	readonly radius: number;
	/** Of the name under it. */
	readonly label: { readonly width: number; readonly height: number };
	/** 0: stays. 1: inside the ring. 2: outside. */
	readonly ring: 0 | 1 | 2;
	x: number;
	y: number;
}

/** Width and height of a drawing in pixels. */
export interface Box {
	readonly width: number;
	readonly height: number;
}

interface Rect {
	readonly x0: number;
	readonly x1: number;
	readonly y0: number;
	readonly y1: number;
}

interface Point {
	readonly x: number;
	readonly y: number;
}

/** How bad each fault is, against a hundred pixels of line. */
const COST = { cover: 400, through: 60, ownName: 12, bead: 80, cross: 30, outside: 1000, length: 1 } as const;
/** Comparisons that a run may make; bounds its time whatever the number of people. */
const COMPARISONS = 12_000_000;
const BEAD = 9;
/** A drawing as wide as this must be clear as well as the narrow one. */
const WIDE = 2.6;
/** Share of the box's half at which the ring between the circles lies. */
const INNER = 0.66;
const OUTER = 0.84;

/**
 * Anneals places from a fixed seed and keeps the best ones found; changes `x` and `y` of those outside the middle. The
 * same input gives the same places. Expects bodies and groups in an order of their own, not of their file.
 * @param groups those who took part in each contact, by their index among the bodies
 */
export function untangle(bodies: readonly Body[], groups: readonly (readonly number[])[], box: Box): void {
	const movable = bodies.filter(({ ring }) => ring !== 0);
	if (movable.length < 2) return;
	const random = lcg(1991);
	const effort = 2 * (bodies.length + groups.length * 3) ** 2;
	const rounds = Math.min(12_000, Math.floor(COMPARISONS / effort));
	let now = tangle(bodies, groups, box);
	let best = now;
	let places = bodies.map(({ x, y }) => ({ x, y }));
	for (let round = 0; round < rounds; round += 1) {
		const heat = 1 - round / rounds;
		const a = movable[Math.floor(random() * movable.length)];
		const b = movable[Math.floor(random() * movable.length)];
		if (!a || !b) return;
		const before = [a.x, a.y, b.x, b.y] as const;
		if (a !== b && a.ring === b.ring && random() < 0.3) [a.x, a.y, b.x, b.y] = [b.x, b.y, a.x, a.y];
		else {
			a.x += (random() - 0.5) * box.width * heat;
			a.y += (random() - 0.5) * box.height * heat;
		}
		const cost = tangle(bodies, groups, box);
		if (cost < now || random() < Math.exp((now - cost) / (30 * heat))) now = cost;
		else [a.x, a.y, b.x, b.y] = before;
		if (now < best) {
			best = now;
			places = bodies.map(({ x, y }) => ({ x, y }));
		}
	}
	for (const [index, body] of bodies.entries()) Object.assign(body, places[index]);
}

/** The sum of all faults in the drawing as it is and in a wide one. */
function tangle(bodies: readonly Body[], groups: readonly (readonly number[])[], box: Box): number {
	return [1, WIDE].reduce((sum, stretch) => sum + faults(bodies, groups, box, stretch), 0);
}

function faults(bodies: readonly Body[], groups: readonly (readonly number[])[], box: Box, stretch: number): number {
	const width = box.width * stretch;
	const at = bodies.map(({ x, y }) => ({ x: x * stretch, y }));
	const nodes = bodies.map(({ radius }, index) => around(at[index], radius, radius));
	const names = bodies.map(({ radius, label }, index) => {
		const top = (at[index]?.y ?? 0) + radius + 2;
		return { ...around(at[index], label.width / 2, 0), y0: top, y1: top + label.height };
	});
	const beads = groups.map((group) => middle(group.flatMap((index) => at[index] ?? [])));
	const spokes = groups.flatMap((group, of) =>
		group.flatMap((end) => {
			const [from, to] = [at[end], beads[of]];
			return from && to ? { from, to, end, of } : [];
		}),
	);
	let cost = 0;
	for (const [index, body] of bodies.entries()) {
		const [node, name] = [nodes[index], names[index]];
		if (!node || !name) continue;
		cost += outside(node, name, width, box.height) * COST.outside + ringFault(body, box) * COST.outside;
		for (let other = index + 1; other < bodies.length; other += 1) {
			for (const mine of [node, name])
				for (const theirs of [nodes[other], names[other]]) if (theirs && meet(mine, theirs, 3)) cost += COST.cover;
		}
		for (const bead of beads) for (const part of [node, name]) if (meet(part, around(bead, BEAD, BEAD), 2)) cost += COST.bead;
		for (const { from, to, end } of spokes) {
			if (end !== index && passes(from, to, node)) cost += COST.through;
			if (passes(from, to, name)) cost += end === index ? COST.ownName : COST.through;
		}
	}
	for (const [index, bead] of beads.entries())
		for (const other of beads.slice(index + 1)) if (meet(around(bead, BEAD, BEAD), around(other, BEAD, BEAD), 2)) cost += COST.bead;
	for (const [index, a] of spokes.entries()) {
		cost += (Math.hypot(a.to.x - a.from.x, a.to.y - a.from.y) / stretch / 100) * COST.length;
		for (const b of spokes.slice(index + 1)) if (a.end !== b.end && a.of !== b.of && cross(a.from, a.to, b.from, b.to)) cost += COST.cross;
		for (const [of, bead] of beads.entries()) if (of !== a.of && passes(a.from, a.to, around(bead, BEAD, BEAD))) cost += COST.through;
	}
	return cost;
}

/** How far somebody stands on the wrong side of the ring, in shares of the box's half. */
function ringFault({ ring, x, y }: Body, { width, height }: Box): number {
	const away = Math.hypot((x / width) * 2 - 1, (y / height) * 2 - 1);
	if (ring === 1) return Math.max(0, away - INNER);
	return ring === 2 ? Math.max(0, OUTER - away) : 0;
}

function around(point: Point | undefined, halfWidth: number, halfHeight: number): Rect {
	const { x, y } = point ?? { x: 0, y: 0 };
	return { x0: x - halfWidth, x1: x + halfWidth, y0: y - halfHeight, y1: y + halfHeight };
}

function middle(points: readonly Point[]): Point {
	const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
	return { x: sum.x / points.length, y: sum.y / points.length };
}

/** Share of the box's width that sticks out of it. */
function outside(node: Rect, name: Rect, width: number, height: number): number {
	const x = Math.max(0, 3 - Math.min(node.x0, name.x0), Math.max(node.x1, name.x1) + 3 - width);
	const y = Math.max(0, 3 - node.y0, name.y1 + 3 - height);
	return (x + y) / width;
}

function meet(a: Rect, b: Rect, gap: number): boolean {
	return a.x0 < b.x1 + gap && b.x0 < a.x1 + gap && a.y0 < b.y1 + gap && b.y0 < a.y1 + gap;
}

/** Whether a line passes through a rectangle. Liang and Barsky 1984. */
function passes(from: Point, to: Point, { x0, x1, y0, y1 }: Rect): boolean {
	const [dx, dy] = [to.x - from.x, to.y - from.y];
	let [enter, leave] = [0, 1];
	for (const [p, q] of [[-dx, from.x - x0], [dx, x1 - from.x], [-dy, from.y - y0], [dy, y1 - from.y]] as const) {
		if (p === 0 && q < 0) return false;
		if (p < 0) enter = Math.max(enter, q / p);
		if (p > 0) leave = Math.min(leave, q / p);
	}
	return enter < leave;
}

function cross(a: Point, b: Point, c: Point, d: Point): boolean {
	const side = (p: Point, q: Point, r: Point): number => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
	return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Numbers from 0 to 1, always the same. Numerical Recipes' linear congruential generator. */
function lcg(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(1664525, state) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}
