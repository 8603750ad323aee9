/** What the records have from outside of the articles, or by inference: who published them, and whose side actors are on. */
import type { Basis } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import type { Named } from './records.ts';

export interface Outside {
	readonly what: string;
	/** Each with the note that says from what. */
	readonly records: readonly Named[];
}

/** Groups without a record are left out. */
export function outside({ sources, actors }: Pick<Story, 'sources' | 'actors'>): Outside[] {
	const publishers = (basis: Basis): Named[] =>
		sources
			.filter(({ publisher }) => publisher.basis === basis)
			.map(({ id, publisher }) => ({ id, title: noted(publisher.value, publisher.note) }));
	const sides = (basis: Basis): Named[] =>
		actors
			.filter(({ sideFrom }) => sideFrom?.basis === basis)
			.map(({ id, name, sideFrom }) => ({ id, title: noted(name, sideFrom?.note) }));
	return [
		{ what: 'Publishers known only from outside', records: publishers('outside') },
		{ what: 'Publishers inferred from the text', records: publishers('inferred') },
		{ what: 'Actors whose country is known only from outside', records: sides('outside') },
		{ what: 'Actors whose country is inferred', records: sides('inferred') },
	].filter(({ records }) => records.length > 0);
}

function noted(name: string, note: string | undefined): string {
	return note === undefined ? name : `${name} (${note})`;
}
