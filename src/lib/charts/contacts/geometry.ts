/** Where the network's nodes, links and labels stand. Shares of the width in percent, everything else in pixels. */
import { group } from 'd3';
import type { StepState } from '#lib/model/chart.ts';
import type { Actor, Contact, ContactStatus, Id, Side, Source } from '#lib/model/records.ts';
import type { Place, Story } from '#lib/model/story.ts';
import { cornerPlace, labelPlaces, type LabelPlace, type Obstacle } from './labels.ts';
import { beadBox, nameBox, shapeBox, withNames } from './names.ts';
import { ringBetween, type Ring } from './ring.ts';
import { balancedLines } from '#lib/geometry/lines.ts';

export type ContactsSlice = Pick<Story, 'contacts' | 'actors' | 'network' | 'sources'>;

export interface NodePlace {
	readonly actor: Actor;
	/** Percent of the width. */
	readonly x: number;
	readonly y: number;
	/** Half of the shape's height. */
	readonly r: number;
	readonly shape: Side;
	/** The one whom every first-degree contact has in common. */
	readonly centre: boolean;
	readonly degree: 1 | 2;
	readonly lines: readonly string[];
	/** Baseline of the first line, from the node's middle: under it, or above it where lines leave downwards. */
	readonly nameY: number;
	/** Its contacts: they carry it along when they are in focus. */
	readonly contacts: readonly Id[];
}

/** A stretch of a link between the bead and a participant. `x` in percent. */
export interface Spoke {
	readonly x1: number;
	readonly y1: number;
	readonly x2: number;
	readonly y2: number;
	/** Radius of the node that the arrow points to; null without an arrow. */
	readonly arrow: number | null;
	/** Whether the bar of a denial crosses it. */
	readonly bar: boolean;
}

export interface LinkPlace {
	readonly contact: Contact;
	readonly status: ContactStatus;
	readonly degree: 1 | 2;
	/** `x` in percent. */
	readonly bead: { readonly x: number; readonly y: number; readonly r: number };
	readonly spokes: readonly Spoke[];
	/** How many of the sources tell of it. */
	readonly sources: number;
}

export interface ContactsGeometry {
	readonly height: number;
	readonly nodes: readonly NodePlace[];
	readonly links: readonly LinkPlace[];
	/** Between those who had contact with the centre and the wider circle; null where no ellipse parts them. */
	readonly ring: Ring | null;
	/** What tells the wider circle, in the emptiest corner; null where all took part with the centre. */
	readonly aside: LabelPlace | null;
	/** Radii of the nodes that arrows point to, each once. */
	readonly arrows: readonly number[];
	/** By step. */
	readonly labels: Readonly<Record<Id, readonly LabelPlace[]>>;
	readonly sources: readonly Source[];
}

const height = 420;
/** The narrowest plot; perpendiculars and labels are reckoned there. */
const narrow = 288;
/** Between the beads of contacts that join the same people. */
const apart = 22;

/** Places the network for every width from 288 px. Expects a place for each participant. */
export function contactsGeometry(slice: ContactsSlice, steps: readonly StepState[]): ContactsGeometry {
	const bare = nodePlaces(slice);
	const links = linkPlaces(slice.contacts, new Map(bare.map((node) => [node.actor.id, node])));
	const nodes = withNames(bare, links, height);
	const obstacles = [...nodes.flatMap((node) => [shapeBox(node), nameBox(node)]), ...links.map(beadBox)];
	const byContact = new Map(links.map((link) => [link.contact.id, link]));
	const spokes = links.flatMap((link) => link.spokes);
	const labels: Record<Id, LabelPlace[]> = {};
	for (const step of steps) {
		const wanted = step.focus.flatMap((id) => byContact.get(id) ?? []);
		const named = wanted.map(({ bead, contact }) => ({ ...bead, id: contact.id, text: contact.short }));
		labels[step.id] = labelPlaces(named, obstacles, spokes);
	}
	const ring = ringBetween(nodes, height);
	return {
		height,
		nodes,
		links,
		ring,
		aside: nodes.some(({ degree }) => degree === 2) ? asidePlace(ring !== null, nodes, obstacles) : null,
		arrows: [...new Set(spokes.flatMap(({ arrow }) => arrow ?? []))].sort((a, b) => a - b),
		labels,
		sources: slice.sources,
	};
}

/** The actor that takes part in the most first-degree contacts. */
function centreOf(contacts: readonly Contact[]): Id | undefined {
	const counts = new Map<Id, number>();
	for (const contact of contacts)
		if (contact.degree === 1) for (const id of contact.participants) counts.set(id, (counts.get(id) ?? 0) + 1);
	return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}

function nodePlaces({ contacts, actors, network }: ContactsSlice): NodePlace[] {
	const centre = centreOf(contacts);
	const places = actors.flatMap((actor) => {
		const at: Place | undefined = network[actor.id];
		const own = contacts.filter((contact) => contact.participants.includes(actor.id));
		if (!at || own.length === 0) return [];
		const isCentre = actor.id === centre;
		const degree = own.some((contact) => contact.degree === 1) ? 1 : 2;
		const r = isCentre ? 16 : (actor.kind === 'person' ? 8 : 10) - (degree - 1) * 2;
		return {
			actor,
			x: round(at.x * 100),
			y: round(at.y * height),
			r,
			shape: actor.side,
			centre: isCentre,
			degree,
			lines: balancedLines(actor.short, 14),
			nameY: r + 14,
			contacts: own.map((contact) => contact.id),
		} satisfies NodePlace;
	});
	const top = Math.min(...places.map(({ y, r }) => y - r));
	const bottom = Math.max(...places.map(({ y, nameY }) => y + nameY));
	return places.map((place) => ({ ...place, y: round(place.y + (height - top - bottom) / 2) }));
}

function linkPlaces(contacts: readonly Contact[], nodes: ReadonlyMap<Id, NodePlace>): LinkPlace[] {
	const between = group(contacts, (contact) => [...contact.participants].sort().join(' '));
	return contacts.map((contact) => {
		const ends = contact.participants.flatMap((id) => nodes.get(id) ?? []);
		const siblings = between.get([...contact.participants].sort().join(' ')) ?? [contact];
		const bead = beadPlace(ends, (siblings.indexOf(contact) - (siblings.length - 1) / 2) * apart);
		return {
			contact,
			status: contact.status,
			degree: contact.degree,
			bead: { ...bead, r: contact.sources.length > 1 ? 8 : 4 },
			spokes: spokes(contact, ends, bead),
			sources: contact.sources.length,
		};
	});
}

/** The middle of its ends, moved `aside` px across the line that joins the first two in the narrowest drawing. */
function beadPlace(ends: readonly NodePlace[], aside: number): { x: number; y: number } {
	const x = ends.reduce((sum, end) => sum + end.x, 0) / ends.length;
	const y = ends.reduce((sum, end) => sum + end.y, 0) / ends.length;
	// Siblings may name the same two people in either order; one order, or their beads would meet.
	const [a, b] = [...ends].sort((m, n) => (m.actor.id < n.actor.id ? -1 : 1));
	if (!a || !b) return { x: round(x), y: round(y) };
	const dx = ((b.x - a.x) / 100) * narrow;
	const dy = b.y - a.y;
	const length = Math.hypot(dx, dy) || 1;
	return { x: round(x + (((-dy / length) * aside) / narrow) * 100), y: round(y + (dx / length) * aside) };
}

function spokes(contact: Contact, ends: readonly NodePlace[], bead: { x: number; y: number }): Spoke[] {
	return ends.map((end, index) => {
		const bar = contact.status === 'denied' && index === 0;
		const from = { x1: end.x, y1: end.y, x2: bead.x, y2: bead.y, arrow: null, bar };
		if (index === 0) return from;
		return { x1: bead.x, y1: bead.y, x2: end.x, y2: end.y, arrow: contact.directed ? end.r : null, bar };
	});
}

/** Names the wider circle in a corner. */
function asidePlace(ringed: boolean, nodes: readonly NodePlace[], obstacles: readonly Obstacle[]): LabelPlace {
	const centre = nodes.find((node) => node.centre)?.actor.short ?? '';
	const lines = [ringed ? 'Outside the ring: no contact' : 'Thin lines: no contact', `with ${centre} is reported`];
	return cornerPlace(lines, height, obstacles);
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
