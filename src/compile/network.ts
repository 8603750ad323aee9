/** Where the people of the network stand: a force layout, run to its end from a fixed start, then cleared of overlaps. */
import { forceLink, forceManyBody, forceSimulation, type SimulationNodeDatum } from 'd3';
import type { Actor, Contact } from '#lib/model/records.ts';
import type { Place } from '#lib/model/story.ts';
import type { Body } from './tangle.ts';
import { untangle } from './untangle.ts';

/** The smallest drawing it must be readable in, in pixels; positions are shares of it. */
export const BOX = { width: 320, height: 420 } as const;
/** At the middle of the network. */
export const HUB = 'kislyak';

const TICKS = 300;
const ROUNDS = 2000;
const MARGIN = 4;
const GAP = 3;
const NODE = { radius: 11, hub: 16 } as const;
/** One line of 12 px under the node; about 6.2 px a character. */
const LABEL = { height: 15, character: 6.2 } as const;

type Name = Pick<Actor, 'id' | 'short'>;
type Meeting = Pick<Contact, 'participants' | 'degree'>;

interface Spot extends SimulationNodeDatum {
	readonly id: string;
	/** Half the width of node and label together. */
	readonly half: number;
	readonly radius: number;
	/** 0: the hub. 1: somebody who met it. 2: the wider circle. */
	readonly ring: 0 | 1 | 2;
	x: number;
	y: number;
}

/**
 * A place for each actor that takes part in a contact, 0–1 of width and height: the hub in the middle, those who met it
 * round it, the wider circle outside. Node and label of one never cover another's in a box of `BOX`, as far as there is
 * room. The same whatever the order of actors and contacts.
 */
export function network(actors: readonly Name[], unsorted: readonly Meeting[]): Record<string, Place> {
	// Forces add up in the order of the links, and the annealing makes much of the last digit of a sum.
	const contacts = [...unsorted].sort((a, b) => (a.participants.join(' ') < b.participants.join(' ') ? -1 : 1));
	const first = new Set(contacts.filter(({ degree }) => degree === 1).flatMap(({ participants }) => participants));
	const all = new Set(contacts.flatMap(({ participants }) => participants));
	const names = actors.filter(({ id }) => all.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
	const rings = [1, 2].map((ring) => names.filter(({ id }) => id !== HUB && first.has(id) === (ring === 1)));
	const spots = names.map((name): Spot => {
		if (name.id === HUB)
			return { ...size(name.id, name.short), id: name.id, ring: 0, ...middle, fx: middle.x, fy: middle.y };
		const ring = first.has(name.id) ? 1 : 2;
		const members = rings[ring - 1] ?? [];
		const turn = (members.indexOf(name) + (ring === 1 ? 0 : 0.5)) / members.length;
		return { ...size(name.id, name.short), id: name.id, ring, ...onEllipse(turn * 2 * Math.PI, ring) };
	});
	const links = contacts.flatMap(({ participants: [from, ...others] }) =>
		others.map((to) => ({ source: from ?? to, target: to })),
	);
	forceSimulation(spots)
		.force(
			'links',
			forceLink<Spot, { source: string; target: string }>(links)
				.id(({ id }) => id)
				.strength(0.05)
				.distance(80),
		)
		.force('apart', forceManyBody<Spot>().strength(-60))
		.force('rings', (alpha) => {
			pullToRings(spots, alpha);
		})
		.force('labels', () => {
			partOnce(spots, 0.5);
		})
		.stop()
		.tick(TICKS);
	for (let round = 0; round < ROUNDS && partOnce(spots, 1); round += 1);
	const bodies = spots.map((spot, index): Body & Spot => ({ ...spot, label: label(names[index]?.short ?? '') }));
	const groups = contacts.map(({ participants }) =>
		participants.map((id) => names.findIndex((name) => name.id === id)),
	);
	untangle(bodies, groups, BOX);
	return Object.fromEntries(
		bodies.map(({ id, x, y }) => [id, { x: rounded(x / BOX.width), y: rounded(y / BOX.height) }]),
	);
}

const middle = { x: BOX.width / 2, y: BOX.height / 2 };

function size(id: string, short: string): { half: number; radius: number } {
	const radius = id === HUB ? NODE.hub : NODE.radius;
	return { radius, half: Math.max(radius, ([...short].length * LABEL.character) / 2) };
}

/** A name under its node: a long one on two lines. */
function label(short: string): Body['label'] {
	const characters = [...short].length;
	const lines = characters > 14 ? 2 : 1;
	return { width: (characters / lines + (lines - 1) * 2) * LABEL.character, height: lines * 13 };
}

function onEllipse(angle: number, ring: number): { x: number; y: number } {
	const share = ring === 1 ? 0.55 : 0.92;
	return {
		x: middle.x + share * middle.x * Math.cos(angle),
		y: middle.y + share * middle.y * Math.sin(angle),
	};
}

function pullToRings(spots: readonly Spot[], alpha: number): void {
	for (const spot of spots) {
		if (spot.ring === 0) continue;
		const target = onEllipse(Math.atan2((spot.y - middle.y) / middle.y, (spot.x - middle.x) / middle.x), spot.ring);
		spot.vx = (spot.vx ?? 0) + (target.x - spot.x) * alpha * 0.4;
		spot.vy = (spot.vy ?? 0) + (target.y - spot.y) * alpha * 0.4;
	}
}

/** Keeps all inside the box and pushes overlapping pairs apart along the shorter way; false once nothing overlaps. */
function partOnce(spots: readonly Spot[], share: number): boolean {
	let isMoved = false;
	for (const [i, a] of spots.entries()) {
		for (const b of spots.slice(i + 1)) {
			const dx = b.x - a.x;
			const dy = b.y - a.y;
			const wide = a.half + b.half + GAP - Math.abs(dx);
			const high = a.radius + b.radius + LABEL.height + GAP - Math.abs(dy);
			if (wide <= 0 || high <= 0) continue;
			isMoved = true;
			if (wide < high) push(a, b, (dx < 0 ? -1 : 1) * wide * share, 0);
			else push(a, b, 0, (dy < 0 ? -1 : 1) * high * share);
		}
	}
	for (const spot of spots) keepInside(spot);
	return isMoved;
}

function push(a: Spot, b: Spot, x: number, y: number): void {
	const [forA, forB] = a.ring === 0 ? [0, 1] : b.ring === 0 ? [1, 0] : [0.5, 0.5];
	a.x -= x * forA;
	a.y -= y * forA;
	b.x += x * forB;
	b.y += y * forB;
}

function keepInside(spot: Spot): void {
	if (spot.ring === 0) return;
	spot.x = Math.min(Math.max(spot.x, spot.half + MARGIN), BOX.width - spot.half - MARGIN);
	spot.y = Math.min(Math.max(spot.y, spot.radius + MARGIN), BOX.height - spot.radius - LABEL.height - MARGIN);
}

function rounded(share: number): number {
	return Math.round(share * 10_000) / 10_000;
}
