/** Positions in the network: a line for each contact, the hub a pillar in the middle, its sides to the left and right. */
import { ascending, descending, extent } from 'd3';
import type { Actor, Id } from '#lib/model/records.ts';
import type { Place } from '#lib/model/story.ts';
import type { Subject } from '#lib/model/subject.ts';
import { ladder, type Half, type Meeting, type Rung } from './ladder.ts';
import { rounded } from '#lib/model/numbers.ts';

/** Pixels in the narrowest drawing from one line to the next, including the words above it and a name where one begins. */
const STEP = { line: 35, named: 47, head: 42, foot: 18 } as const;
/** Shares of the width: largest distance between columns of a half, and between the innermost one and the edge. */
const COLUMN = { next: 0.12, last: 0.4 } as const;

/** Of shares of width and height. */
const DECIMALS = 4;

type Name = Pick<Actor, 'id' | 'side'>;
/** The two sides, and who stands between them. */
type Centred = Pick<Subject, 'sides'> & { readonly hub: Pick<Subject['hub'], 'actor'> };

/**
 * A position for each contact and each actor in one, 0–1 of width and height. A contact's `y` is that of its line; an
 * actor stands in the middle of its lines. Actors of the first side stand left of the hub, those of the second right,
 * third parties opposite those whom they met. Actors whose lines interleave get columns of their own. Independent of the
 * order of actors and contacts.
 */
export function network(actors: readonly Name[], unsorted: readonly Meeting[], subject: Centred): Record<Id, Place> {
	const contacts = [...unsorted].sort(
		(a, b) => descending(a.sources.length, b.sources.length) || ascending(a.id, b.id),
	);
	const halves = halvesOf(actors, contacts, subject);
	const rungs = ladder(contacts, halves);
	const tops = heights(rungs, halves);
	const height = (tops.at(-1) ?? 0) + STEP.foot;
	const lines = new Map(
		rungs.flatMap((rung, index) => rung.map(({ id }) => [id, (tops[index] ?? 0) / height] as const)),
	);
	const places = [...lines].map(([id, y]): [Id, Place] => [id, { x: 0.5, y: rounded(y, DECIMALS) }]);
	return Object.fromEntries([...places, ...stands(contacts, lines, halves)]);
}

/** The half of everybody but the hub, which is on neither. */
function halvesOf(
	actors: readonly Name[],
	contacts: readonly Meeting[],
	{ sides: [left, right], hub }: Centred,
): ReadonlyMap<Id, Half> {
	const sides = new Map(actors.map(({ id, side }) => [id, side]));
	const met = [...new Set(contacts.flatMap(({ participants }) => participants))].filter((id) => id !== hub.actor);
	const halves = new Map<Id, Half>();
	for (const id of met) {
		const side = sides.get(id);
		if (side === left.code || side === right.code) halves.set(id, side === left.code ? 'left' : 'right');
	}
	for (const { participants } of contacts)
		for (const id of participants.filter((each) => met.includes(each) && !halves.has(each)))
			halves.set(id, participants.some((other) => halves.get(other) === 'left') ? 'right' : 'left');
	return halves;
}

/** The height of each rung in pixels; a rung where a name begins is higher. */
function heights(rungs: readonly Rung[], halves: ReadonlyMap<Id, Half>): number[] {
	const seen = new Set<Id>();
	let y = 0;
	return rungs.map((rung, index) => {
		const isNamed = rung.some(({ participants }) => {
			// The words of a contact stand on the left if it reaches that far.
			const words = participants.some((id) => halves.get(id) === 'left') ? 'left' : 'right';
			return participants.some((id) => halves.get(id) === words && !seen.has(id));
		});
		for (const id of rung.flatMap(({ participants }) => participants)) seen.add(id);
		y += index === 0 ? STEP.head : isNamed ? STEP.named : STEP.line;
		return y;
	});
}

function stands(
	contacts: readonly Meeting[],
	lines: ReadonlyMap<Id, number>,
	halves: ReadonlyMap<Id, Half>,
): [Id, Place][] {
	const spans = [...new Set(contacts.flatMap(({ participants }) => participants))]
		.map((id): Span => {
			const own = contacts.filter(({ participants }) => participants.includes(id));
			const [from = 0, to = 0] = extent(own, (contact) => lines.get(contact.id));
			const half = halves.get(id);
			const inward = own
				.filter(({ participants }) => participants.some((other) => halves.get(other) !== half))
				.map((contact) => ({ y: lines.get(contact.id) ?? 0, participants: contact.participants }));
			return { id, half, from, to, inward };
		})
		.sort((a, b) => descending(a.to - a.from, b.to - b.from) || ascending(a.from, b.from) || ascending(a.id, b.id));
	const columns = columnsOf(spans);
	const next = Math.min(COLUMN.next, COLUMN.last / Math.max(1, ...columns.values()));
	return spans.map(({ id, half, from, to }) => {
		const x = (columns.get(id) ?? 0) * next;
		return [
			id,
			{
				x: half === undefined ? 0.5 : rounded(half === 'left' ? x : 1 - x, DECIMALS),
				y: rounded((from + to) / 2, DECIMALS),
			},
		];
	});
}

/** From the first to the last line of somebody, in shares of the height. */
interface Span {
	readonly id: Id;
	readonly half: Half | undefined;
	readonly from: number;
	readonly to: number;
	/** The lines that go on beyond the half. */
	readonly inward: readonly { readonly y: number; readonly participants: readonly Id[] }[];
}

/**
 * A column for each, from the edge inwards: people whose lines interleave get columns of their own, the longest outside. But
 * one whose lines would run through another's bar stands inside it, unless that one's run through theirs, too.
 */
function columnsOf(spans: readonly Span[]): ReadonlyMap<Id, number> {
	const columns = new Map<Id, number>();
	const crosses = (a: Span, b: Span): boolean =>
		a.inward.some(({ y, participants }) => b.from <= y && y <= b.to && !participants.includes(b.id));
	const beside = new Map(
		spans.map((one) => [
			one.id,
			spans.filter((other) => other.half === one.half && other.from <= one.to && one.from <= other.to && other !== one),
		]),
	);
	const outside = new Map(
		spans.map((one) => [
			one.id,
			(beside.get(one.id) ?? []).filter((other) => crosses(one, other) && !crosses(other, one)),
		]),
	);
	const waiting = [...spans];
	while (waiting.length > 0) {
		const isNext = ({ id }: Span) => outside.get(id)?.every((other) => columns.has(other.id)) ?? true;
		const [{ id } = { id: '' }] = waiting.splice(Math.max(0, waiting.findIndex(isNext)), 1);
		const taken = (beside.get(id) ?? []).map((other) => columns.get(other.id));
		let column = Math.max(0, ...(outside.get(id) ?? []).map((other) => (columns.get(other.id) ?? -1) + 1));
		while (taken.includes(column)) column += 1;
		columns.set(id, column);
	}
	return columns;
}
