/** Positions of the network's lines, people and words. Shares of the width in percent, everything else in pixels. */
import { extent, max, min } from 'd3';
import type { Actor, Contact, ContactStatus, Id, Source } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { formOf, type Form } from './outline.ts';
import { balancedLines } from '#lib/geometry/lines.ts';

export type ContactsSlice = Pick<Story, 'contacts' | 'actors' | 'network' | 'sources' | 'subject'>;
type Half = 'left' | 'right';

/** A position along the width: percent, and pixels to the right of it. */
export interface At {
	readonly x: number;
	readonly dx: number;
}

/** A person or an organisation: a bar along the lines of its contacts. */
export interface NodePlace {
	readonly actor: Actor;
	/** Its middle. */
	readonly at: At;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly form: Form;
	/** The actor whom every first-degree contact has in common. */
	readonly centre: boolean;
	readonly half: Half;
	/** Whether it is at the edge, where a wide drawing has room for its name beside it. */
	readonly edge: boolean;
	readonly degree: 1 | 2;
	/** Its name, above its first line and beside its bar. */
	readonly over: readonly string[];
	readonly lines: readonly string[];
	/**
	 * Baseline of the name's last line, relative to the node's middle: above its first contact line, and above the words
	 * there.
	 */
	readonly nameY: number;
	/** Its last role, for wide drawings; empty if the articles state none. */
	readonly role: readonly string[];
	/** Its contacts: when they are in focus, so is it. */
	readonly contacts: readonly Id[];
}

/** A contact: one straight line through all participants, with words above and its title below. */
export interface LinkPlace {
	readonly contact: Contact;
	readonly status: ContactStatus;
	readonly degree: 1 | 2;
	readonly y: number;
	readonly from: number;
	readonly to: number;
	/** Whether it goes through the one in the middle, to somebody on the other half. */
	readonly isThrough: boolean;
	readonly bead: At;
	/** The edge that it points to, where it is directed. */
	readonly arrow: (At & { readonly half: Half }) | null;
	/** Where its words begin, or, on the right, end. */
	readonly words: At & { readonly half: Half };
	readonly sources: number;
}

export interface ContactsGeometry {
	readonly height: number;
	/** Baseline of the key to the lines, and what these are. */
	readonly key: number;
	readonly statuses: readonly ContactStatus[];
	/** The one in the middle first, then from top to bottom. */
	readonly nodes: readonly NodePlace[];
	/** Those with most sources first. */
	readonly links: readonly LinkPlace[];
	/** The note on how to read the lines: its first baseline, in a gap between the lines of its half; null if there is none. */
	readonly note: (At & { readonly y: number }) | null;
	readonly sources: readonly Source[];
	readonly subject: Story['subject'];
}

/** Pixels of the narrowest plot from its top to the first line: the names of the sides, and a name above words. */
const HEAD = 42;
/** From the lowest line to the bottom, with the words under it. */
const FOOT = 18;
const NODE = 12;
const PILLAR = { width: 22, beyond: 10 } as const;
const BEAD = 7;
/** Characters in a line of a name above the half of its own line, of one elsewhere, and of a role. */
const LINE = { over: 24, name: 16, role: 20 } as const;
/** Pixels for the note, with the space round it. */
const NOTE = 111;

/** Positions the network for every width from 288 px. Expects a position for each contact and each participant. */
export function contactsGeometry(slice: ContactsSlice): ContactsGeometry {
	const contacts = inOrder(slice);
	const first = min(contacts, ({ id }) => slice.network[id]?.y) ?? 1;
	const lineOf = ({ id }: Contact): number => Math.round(((slice.network[id]?.y ?? 0) / first) * HEAD);
	const nodes = nodePlaces(slice, lineOf);
	const links = linkPlaces(contacts, lineOf, new Map(nodes.map((node) => [node.actor.id, node])));
	const lowest = (max(links, ({ y }) => y) ?? 0) + FOOT;
	const note = notePlace(nodes[0], links);
	const foot = lowest + (note && note.y > lowest ? NOTE : 0);
	const statuses = statusesIn(contacts);
	const lines = Math.ceil(statuses.length / 3);
	return {
		...{ height: foot + 6 + lines * 16, key: foot + 16, statuses },
		...{ nodes, links, note, sources: slice.sources, subject: slice.subject },
	};
}

/** Contacts in reading order: those with most sources first, then from top to bottom. */
export function inOrder({ contacts, network }: Pick<ContactsSlice, 'contacts' | 'network'>): Contact[] {
	const y = ({ id }: Contact): number => network[id]?.y ?? 0;
	return [...contacts].sort((a, b) => b.sources.length - a.sources.length || y(a) - y(b));
}

/** The participants, the hub first, then from top to bottom, the left half before the right. */
export function peopleInOrder({
	actors,
	contacts,
	network,
}: Pick<ContactsSlice, 'actors' | 'contacts' | 'network'>): Actor[] {
	const centre = centreOf(contacts);
	const place = ({ id }: Actor) => network[id] ?? { x: 0, y: 0 };
	return actors
		.filter(({ id }) => network[id] && contacts.some(({ participants }) => participants.includes(id)))
		.sort(
			(a, b) => Number(b.id === centre) - Number(a.id === centre) || place(a).y - place(b).y || place(a).x - place(b).x,
		);
}

/** The actor that takes part in the most first-degree contacts. */
function centreOf(contacts: readonly Contact[]): Id | undefined {
	const counts = new Map<Id, number>();
	for (const { degree, participants } of contacts)
		if (degree === 1) for (const id of participants) counts.set(id, (counts.get(id) ?? 0) + 1);
	return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}

function nodePlaces(slice: ContactsSlice, lineOf: (contact: Contact) => number): NodePlace[] {
	const people = peopleInOrder(slice);
	const centre = centreOf(slice.contacts);
	const left = new Set(
		people.filter(({ id }) => id !== centre && (slice.network[id]?.x ?? 0) < 0.5).map(({ id }) => id),
	);
	return people.map((actor): NodePlace => {
		const own = slice.contacts.filter(({ participants }) => participants.includes(actor.id));
		const [top = 0, bottom = 0] = extent(own, lineOf);
		const isCentre = actor.id === centre;
		const half = left.has(actor.id) ? 'left' : 'right';
		const x = (slice.network[actor.id]?.x ?? 0) * 100;
		const crowned = own.some(
			(contact) =>
				lineOf(contact) === top && (contact.participants.some((id) => left.has(id)) ? 'left' : 'right') === half,
		);
		const over = isCentre ? PILLAR.beyond + 5 : crowned ? 17 : 6;
		const edge = !isCentre && (x === 0 || x === 100);
		const name = actor.side === 'other' ? `${actor.short} (third party)` : actor.short;
		return {
			actor,
			at: { x, dx: isCentre ? 0 : half === 'left' ? NODE / 2 : -NODE / 2 },
			y: (top + bottom) / 2,
			width: isCentre ? PILLAR.width : NODE,
			height: bottom - top + (isCentre ? 2 * PILLAR.beyond : NODE),
			form: formOf(actor.side, slice.subject),
			centre: isCentre,
			half,
			edge,
			degree: own.some(({ degree }) => degree === 1) ? 1 : 2,
			over: balancedLines(name, edge ? LINE.over : LINE.name),
			lines: balancedLines(name, LINE.name),
			nameY: (top - bottom) / 2 - over,
			role: balancedLines(actor.roles.at(-1)?.role ?? '', LINE.role).filter(Boolean),
			contacts: own.map(({ id }) => id),
		};
	});
}

function linkPlaces(
	contacts: readonly Contact[],
	lineOf: (contact: Contact) => number,
	nodes: ReadonlyMap<Id, NodePlace>,
): LinkPlace[] {
	return contacts.map((contact) => {
		const ends = contact.participants.flatMap((id) => nodes.get(id) ?? []);
		const [from = 0, to = 0] = extent(ends, ({ at }) => at.x);
		const half = ends.some((end) => !end.centre && end.half === 'left') ? 'left' : 'right';
		const inner = ends.filter((end) => !end.centre && end.half === half).map(({ at }) => at.x);
		const target = contact.directed ? ends[1] : undefined;
		const isOwn = ends.some(({ centre }) => centre);
		const beside = PILLAR.width / 2 + BEAD + 3;
		return {
			contact,
			status: contact.status,
			degree: contact.degree,
			y: lineOf(contact),
			from,
			to,
			isThrough: isOwn && from < 50 && to > 50,
			bead: isOwn ? { x: 50, dx: half === 'left' ? -beside : beside } : { x: (from + to) / 2, dx: 0 },
			arrow: target ? pointAt(target, half, beside + BEAD) : null,
			words: { half, x: (half === 'left' ? max(inner) : min(inner)) ?? 50, dx: half === 'left' ? NODE + 3 : -NODE - 3 },
			sources: contact.sources.length,
		};
	});
}

/**
 * The edge of a node that an arrow points at; at the hub's pillar, the edge of the bead that marks the contact there,
 * `half` pixels from its middle.
 */
function pointAt({ centre, half, at, width }: NodePlace, words: Half, beyond: number): At & { half: Half } {
	const pointing = centre ? (words === 'left' ? 'right' : 'left') : half;
	const away = centre ? beyond : width / 2;
	return { x: at.x, dx: at.dx + (pointing === 'right' ? -away : away), half: pointing };
}

/** In the longest gap beside the pillar without a line on its half; below everything if none is long enough. */
function notePlace(pillar: NodePlace | undefined, links: readonly LinkPlace[]): ContactsGeometry['note'] {
	if (!pillar?.centre) return null;
	const bottom = pillar.y + pillar.height / 2;
	const stretches = (['left', 'right'] as const).flatMap((half) => {
		const mine = links.filter(({ from, to }) => (half === 'left' ? from < 50 : to > 50));
		const lines = [...new Set(mine.map(({ y }) => y))]
			.filter((y) => y < bottom && y > pillar.y - pillar.height / 2)
			.sort((a, b) => a - b);
		return lines.map((y, index) => ({ half, from: y, size: (lines[index + 1] ?? bottom) - y }));
	});
	const best = stretches.reduce((a, b) => (b.size > a.size ? b : a), { half: 'left', from: 0, size: 0 });
	if (best.size < NOTE) return { x: 0, dx: 0, y: (max(links, ({ y }) => y) ?? 0) + 34 };
	const y = best.from + (best.size - NOTE) / 2 + 24;
	return best.half === 'left' ? { x: 0, dx: 0, y } : { x: 50, dx: PILLAR.width / 2 + 12, y };
}

const statuses: readonly ContactStatus[] = ['confirmed', 'reported', 'alleged', 'proposed', 'denied'];

/** The statuses among the contacts, from most to least certain. */
export function statusesIn(contacts: readonly Contact[]): ContactStatus[] {
	return statuses.filter((status) => contacts.some((contact) => contact.status === status));
}
