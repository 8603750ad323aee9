/** How hard a network is to read: one number for all that covers, crosses and crowds. */

/** Somebody in a network, in pixels of the drawing. */
export interface Body {
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

interface Point {
	readonly x: number;
	readonly y: number;
}

interface Rect {
	readonly x0: number;
	readonly x1: number;
	readonly y0: number;
	readonly y1: number;
}

interface Spoke {
	readonly from: Point;
	readonly to: Point;
	readonly end: number;
	readonly group: number;
}

/** How bad each fault is, against a hundred pixels of line. */
const COST = { cover: 400, through: 60, own: 12, bead: 80, cross: 30, near: 40, outside: 1000 } as const;
const BEAD = 9;
/** Nodes and beads nearer than this leave no room for a label between them. */
const NEAR = 64;
/** A drawing as wide as this must be clear as well as the narrow one. */
const WIDE = 2.6;
/** Shares of the box's half between which the ring between the circles lies. */
const INNER = 0.66;
const OUTER = 0.84;

/**
 * The sum of all faults in a drawing of the box and in a wide one.
 * @param groups those who took part in each contact, by their index among the bodies
 */
export function tangle(bodies: readonly Body[], groups: readonly (readonly number[])[], box: Box): number {
	let cost = 0;
	for (const body of bodies) cost += ringFault(body, box) * COST.outside;
	return cost + faults(bodies, groups, box, 1) + faults(bodies, groups, box, WIDE);
}

function faults(bodies: readonly Body[], groups: readonly (readonly number[])[], box: Box, stretch: number): number {
	const at = bodies.map(({ x, y }) => ({ x: x * stretch, y }));
	const beads = groups.map((group) => middle(group, at));
	const spokes = groups.flatMap((group, of) => group.map((end) => spoke(at[end], beads[of], end, of)));
	const parts = bodies.flatMap(({ radius, label }, index) => {
		const { x, y } = at[index] ?? { x: 0, y: 0 };
		const top = y + radius + 2;
		const name = { x0: x - label.width / 2, x1: x + label.width / 2, y0: top, y1: top + label.height };
		return [square(x, y, radius), name];
	});
	const spots = beads.map(({ x, y }) => square(x, y, BEAD));
	return (
		covered(parts, spots) +
		outside(parts, box.width * stretch, box.height) +
		runThrough(parts, spots, spokes) +
		crossed(spokes, stretch) +
		crowded([...at, ...beads])
	);
}

/** Parts are a node and its name, in turn. */
function covered(parts: readonly Rect[], spots: readonly Rect[]): number {
	let cost = 0;
	parts.forEach((part, index) => {
		for (let other = index + 2 - (index % 2); other < parts.length; other += 1)
			if (meet(part, parts[other], 3)) cost += COST.cover;
		for (const spot of spots) if (meet(part, spot, 2)) cost += COST.bead;
	});
	spots.forEach((spot, index) => {
		for (let other = index + 1; other < spots.length; other += 1) if (meet(spot, spots[other], 2)) cost += COST.bead;
	});
	return cost;
}

function outside(parts: readonly Rect[], width: number, height: number): number {
	let beyond = 0;
	for (const { x0, x1, y0, y1 } of parts)
		beyond += Math.max(0, 3 - x0, x1 + 3 - width) + Math.max(0, 3 - y0, y1 + 3 - height);
	return (beyond / width) * COST.outside;
}

function runThrough(parts: readonly Rect[], spots: readonly Rect[], spokes: readonly Spoke[]): number {
	let cost = 0;
	for (const line of spokes) {
		parts.forEach((part, index) => {
			const isOwn = index >> 1 === line.end;
			if (isOwn && index % 2 === 0) return;
			if (passes(line, part)) cost += isOwn ? COST.own : COST.through;
		});
		spots.forEach((spot, group) => {
			if (group !== line.group && passes(line, spot)) cost += COST.through;
		});
	}
	return cost;
}

function crossed(spokes: readonly Spoke[], stretch: number): number {
	let cost = 0;
	spokes.forEach((a, index) => {
		cost += Math.hypot(a.to.x - a.from.x, a.to.y - a.from.y) / stretch / 100;
		for (let other = index + 1; other < spokes.length; other += 1) {
			const b = spokes[other];
			if (b && a.end !== b.end && a.group !== b.group && cross(a, b)) cost += COST.cross;
		}
	});
	return cost;
}

function crowded(points: readonly Point[]): number {
	let cost = 0;
	points.forEach((a, index) => {
		for (let other = index + 1; other < points.length; other += 1) {
			const b = points[other] ?? a;
			const away = Math.hypot(a.x - b.x, a.y - b.y);
			if (away < NEAR) cost += COST.near * (1 - away / NEAR) ** 2;
		}
	});
	return cost;
}

/** How far somebody stands on the wrong side of the ring, in shares of the box's half. */
function ringFault({ ring, x, y }: Body, { width, height }: Box): number {
	const away = Math.hypot((x / width) * 2 - 1, (y / height) * 2 - 1);
	if (ring === 1) return Math.max(0, away - INNER);
	return ring === 2 ? Math.max(0, OUTER - away) : 0;
}

function middle(group: readonly number[], at: readonly Point[]): Point {
	let [x, y] = [0, 0];
	for (const index of group) {
		x += at[index]?.x ?? 0;
		y += at[index]?.y ?? 0;
	}
	return { x: x / group.length, y: y / group.length };
}

function spoke(from: Point | undefined, to: Point | undefined, end: number, group: number): Spoke {
	const nowhere = { x: 0, y: 0 };
	return { from: from ?? nowhere, to: to ?? nowhere, end, group };
}

function square(x: number, y: number, half: number): Rect {
	return { x0: x - half, x1: x + half, y0: y - half, y1: y + half };
}

function meet(a: Rect, b: Rect | undefined, gap: number): boolean {
	return b !== undefined && a.x0 < b.x1 + gap && b.x0 < a.x1 + gap && a.y0 < b.y1 + gap && b.y0 < a.y1 + gap;
}

/** Whether a line passes through a rectangle: their boxes meet, and corners lie on both sides of the line. */
function passes({ from, to }: Spoke, { x0, x1, y0, y1 }: Rect): boolean {
	if (Math.max(from.x, to.x) <= x0 || Math.min(from.x, to.x) >= x1) return false;
	if (Math.max(from.y, to.y) <= y0 || Math.min(from.y, to.y) >= y1) return false;
	const a = side(from, to, x0, y0);
	const b = side(from, to, x1, y0);
	const c = side(from, to, x0, y1);
	const d = side(from, to, x1, y1);
	return Math.min(a, b, c, d) < 0 && Math.max(a, b, c, d) > 0;
}

function cross(a: Spoke, b: Spoke): boolean {
	return (
		side(a.from, a.to, b.from.x, b.from.y) * side(a.from, a.to, b.to.x, b.to.y) < 0 &&
		side(b.from, b.to, a.from.x, a.from.y) * side(b.from, b.to, a.to.x, a.to.y) < 0
	);
}

/** On which side of a line a point lies, by sign. */
function side(from: Point, to: Point, x: number, y: number): number {
	return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
}
