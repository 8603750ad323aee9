/** The contact network as nodes and edges. */
import type { Actor, Contact, Evidenced, Id } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';

export interface Node extends Evidenced {
	readonly id: Id;
	readonly label: string;
	readonly short: string;
	readonly kind: Actor['kind'];
	readonly side: Actor['side'];
	readonly contacts: number;
	/** 0–1 of the drawing's width and height, from its upper left corner. */
	readonly x: number;
	readonly y: number;
}

export interface Edge extends Omit<Contact, 'participants' | 'id' | 'directed'> {
	readonly id: Id;
	readonly contact: Id;
	readonly source: Id;
	readonly target: Id;
	readonly type: 'directed' | 'undirected';
	readonly label: string;
}

/** All participants of contacts, in the order of actors. */
export function nodes({ actors, contacts, network }: Story): Node[] {
	return actors.flatMap(({ name, ...actor }) => {
		const own = contacts.filter(({ participants }) => participants.includes(actor.id));
		const place = network[actor.id];
		return own.length > 0 && place ? [{ ...actor, label: name, contacts: own.length, ...place }] : [];
	});
}

/**
 * Each contact as edges between two of its participants, sharing the contact's id. Undirected: one for every pair.
 * Directed: from the first participant to each other.
 */
export function edges({ contacts }: Story): Edge[] {
	return contacts.flatMap(({ participants, directed, id, ...contact }) =>
		pairs(participants, directed).map(([source, target]) => ({
			...contact,
			id: `${id}--${source}--${target}`,
			contact: id,
			source,
			target,
			type: directed ? ('directed' as const) : ('undirected' as const),
			label: contact.short,
		})),
	);
}

function pairs(participants: readonly Id[], directed: boolean): (readonly [Id, Id])[] {
	const origins = directed ? participants.slice(0, 1) : participants;
	return origins.flatMap((from, i) => participants.slice(i + 1).map((to) => [from, to] as const));
}
