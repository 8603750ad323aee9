/**
 * Orders the contacts of a network as rungs of a ladder, from top to bottom: those of the hub in the middle, the others
 * outside.
 */
import { ascending, descending, greatest, group, rollup } from 'd3';
import type { Contact, Id } from '#lib/model/records.ts';

export type Meeting = Pick<Contact, 'id' | 'participants' | 'degree' | 'sources'>;
export type Half = 'left' | 'right';

/** Contacts on one line: a single one, or one of the hub's on each half. */
export type Rung = readonly Meeting[];

/**
 * Orders contacts so that those of one person lie together. The hub's own are in the middle: first those that reach both
 * halves, then the others above and below. Contacts without the hub lie outside, next to the person whom they share with
 * one of the hub's, the nearest first; where many of them share somebody, as a ladder of that person's.
 * @param contacts the weightiest first
 * @param halves the half of everybody but the hub
 */
export function ladder(contacts: readonly Meeting[], halves: ReadonlyMap<Id, Half>): Rung[] {
	const own = contacts.filter(({ degree }) => degree === 1);
	return around(
		own,
		contacts.filter(({ degree }) => degree === 2),
		halves,
	);
}

/** Rungs with somebody's own contacts in the middle; `halves` is without that person. */
function around(own: readonly Meeting[], others: readonly Meeting[], halves: ReadonlyMap<Id, Half>): Rung[] {
	const near = new Set(own.flatMap(({ participants }) => participants));
	const isNear = (knot: readonly Meeting[]): boolean =>
		knot.some(({ participants }) => participants.some((id) => near.has(id)));
	const all = knotted(others);
	const knots = [...all.filter(isNear), ...all.filter((knot) => !isNear(knot))];
	const above = knots.filter((_, index) => index % 2 === 0);
	const below = knots.filter((_, index) => index % 2 === 1);
	const reached = ({ participants }: Meeting): Half[] => [
		...new Set(participants.flatMap((id) => halves.get(id) ?? [])),
	];
	const through = own.filter((contact) => reached(contact).length > 1);
	const people = (half: Half): Meeting[][] => [
		...group(
			own.filter((contact) => !through.includes(contact) && reached(contact)[0] === half),
			({ participants }) => participants.find((id) => halves.has(id)),
		).values(),
	];
	const [left, right] = (['left', 'right'] as const).map((half) =>
		parted(people(half), above[0] ?? [], below[0] ?? []),
	);
	return [
		...above.flatMap((knot) => ordered(knot, near, halves).map((contact) => [contact])).reverse(),
		...side(left?.above ?? [], right?.above ?? []).reverse(),
		...through.map((contact) => [contact]),
		...side(left?.below ?? [], right?.below ?? []),
		...below.flatMap((knot) => ordered(knot, near, halves).map((contact) => [contact])),
	];
}

/** Connected components: contacts that share people, directly or through others; the largest first. */
function knotted(contacts: readonly Meeting[]): Meeting[][] {
	const knots: Meeting[][] = [];
	for (const contact of contacts) {
		const tied = knots.filter((knot) => knot.some((other) => shares(other, contact)));
		knots.push([...tied.flat(), contact]);
		for (const knot of tied) knots.splice(knots.indexOf(knot), 1);
	}
	return knots.sort((a, b) => b.length - a.length);
}

/** The contacts of one half, from its middle outwards; contacts of the people in a component lie next to it. */
function parted(
	people: readonly Meeting[][],
	top: readonly Meeting[],
	bottom: readonly Meeting[],
): { above: Meeting[]; below: Meeting[] } {
	const drawn = (to: readonly Meeting[]) => (each: readonly Meeting[]) =>
		each.some((contact) => to.some((other) => shares(other, contact)));
	const first = people.filter(drawn(top));
	const last = people.filter((each) => !first.includes(each) && drawn(bottom)(each));
	const between = people.filter((each) => !first.includes(each) && !last.includes(each));
	const order = [...first, ...between, ...last];
	const half = Math.ceil(order.length / 2);
	return { above: order.slice(0, half).reverse().flat(), below: order.slice(half).flat() };
}

function side(left: readonly Meeting[], right: readonly Meeting[]): Rung[] {
	const longer = left.length > right.length ? left : right;
	return longer.map((_, index) => [left[index], right[index]].filter((contact) => contact !== undefined));
}

/** Contacts that one person has in a component before it is a ladder of its own. */
const LADDER = 3;

/** A component from the hub's people outwards: around the person with the most contacts, if they are many. */
function ordered(knot: readonly Meeting[], near: ReadonlySet<Id>, halves: ReadonlyMap<Id, Half>): Meeting[] {
	const counts = rollup(
		knot.flatMap(({ participants }) => participants),
		(each) => each.length,
		(id) => id,
	);
	const centre = greatest(counts, ([a, m], [b, n]) => ascending(m, n) || descending(a, b));
	if (!centre || centre[1] < LADDER) return outward(knot, near);
	const others = new Map([...halves].filter(([id]) => id !== centre[0]));
	const [own = [], rest = []] = [true, false].map((isOwn) =>
		knot.filter(({ participants }) => participants.includes(centre[0]) === isOwn),
	);
	return around(own, rest, others).flat();
}

/** A component in the order from the people whom the hub knows outwards; contacts that lead further come last. */
function outward(knot: readonly Meeting[], near: ReadonlySet<Id>): Meeting[] {
	const placed: Meeting[] = [];
	let known: ReadonlySet<Id> = near;
	while (placed.length < knot.length) {
		const open = knot.filter((contact) => !placed.includes(contact));
		const next = open.filter(({ participants }) => participants.some((id) => known.has(id)));
		const ring = next.length > 0 ? next : open;
		const leadsOn = (contact: Meeting): boolean =>
			open.some((other) => !ring.includes(other) && shares(other, contact));
		placed.push(...ring.filter((contact) => !leadsOn(contact)), ...ring.filter(leadsOn));
		known = new Set(placed.flatMap(({ participants }) => participants));
	}
	return placed;
}

/** Whether somebody takes part in both; expects the hub in at most one of them. */
const shares = (a: Meeting, b: Meeting): boolean => a.participants.some((id) => b.participants.includes(id));
