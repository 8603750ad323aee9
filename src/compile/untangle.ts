/** Moves the people of a network until lines cross as few names, beads and lines as possible. */
import { tangle, type Body, type Box } from './tangle.ts';

/** Comparisons that a run may make; bounds its time whatever the number of people. */
const COMPARISONS = 20_000_000;
const MOST_ROUNDS = 8000;
/** How much worse a place may be and still be tried, at the start. */
const HEAT = 30;

/**
 * Anneals places from a fixed seed and keeps the best ones found; changes `x` and `y` of those outside the middle. The
 * same input gives the same places. Expects bodies and groups in an order of their own, not of their file.
 * @param groups those who took part in each contact, by their index among the bodies
 */
export function untangle(bodies: readonly Body[], groups: readonly (readonly number[])[], box: Box): void {
	const movable = bodies.filter(({ ring }) => ring !== 0);
	const random = lcg(1991);
	const parts = bodies.length + 3 * groups.length;
	const rounds = Math.min(MOST_ROUNDS, Math.floor(COMPARISONS / (2 * parts ** 2 + 1)));
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
		if (cost <= now || random() < Math.exp((now - cost) / (HEAT * heat))) now = cost;
		else [a.x, a.y, b.x, b.y] = before;
		if (now < best) {
			best = now;
			places = bodies.map(({ x, y }) => ({ x, y }));
		}
	}
	for (const [index, body] of bodies.entries()) Object.assign(body, places[index]);
}

/** Numbers from 0 to 1, always the same. The linear congruential generator of Numerical Recipes. */
function lcg(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(1664525, state) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}
