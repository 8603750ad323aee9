/** An invented network: an envoy in the middle, four who met him, two who did not. Nothing in it happened. */
import type { ContactsSlice } from '#lib/charts/contacts/geometry.ts';
import type { Actor, Contact, Side } from '#lib/model/records.ts';
import { sources, span } from '#tests/charts/invented.ts';

/** What differs between invented contacts; the rest is plain. */
type Invention = Pick<Contact, 'id' | 'participants' | 'status'> & Partial<Contact>;

/** A contact of the first degree, told by one source. */
export function contact(invention: Invention): Contact {
	return {
		...{ title: `Invented ${invention.id}`, short: `Invented ${invention.id}`, directed: false, mode: 'meeting' },
		...{ date: span('2016-12-01', '2016-12-31'), topics: [], known: span('2017-05-26'), degree: 1, cost: null },
		...{ evidence: [], sources: ['gazette'], disputedBy: [] },
		...invention,
	};
}

function actor(id: string, side: Side, kind: Actor['kind'] = 'person'): Actor {
	const short = `${id[0]?.toUpperCase() ?? ''}${id.slice(1)}`;
	const roles = [{ role: `invented ${kind}`, date: span('2017-01-20') }, { role: 'guest' }];
	return {
		id,
		name: `The ${short}`,
		short,
		kind,
		side,
		roles,
		spellings: [],
		evidence: [],
		sources: ['gazette'],
		disputedBy: [],
	};
}

export const network: ContactsSlice = {
	sources,
	actors: [
		actor('envoy', 'ru'),
		actor('adviser', 'us'),
		actor('senator', 'us'),
		actor('president', 'us'),
		actor('ministry', 'ru', 'organisation'),
		actor('rival', 'other'),
		actor('paper', 'other', 'organisation'),
		{ ...actor('bystander', 'us') },
	],
	contacts: [
		contact({
			id: 'call',
			participants: ['adviser', 'envoy'],
			status: 'confirmed',
			sources: ['gazette', 'courier'],
			mode: 'phone call',
		}),
		contact({ id: 'dinner', participants: ['envoy', 'adviser'], status: 'alleged', disputedBy: ['herald'] }),
		contact({
			id: 'offer',
			participants: ['senator', 'envoy'],
			status: 'proposed',
			directed: true,
			topics: [{ topic: 'a line', status: 'proposed' }],
		}),
		contact({ id: 'reception', participants: ['president', 'envoy', 'ministry'], status: 'reported' }),
		contact({ id: 'secret', participants: ['senator', 'ministry'], status: 'denied', degree: 1 }),
		contact({
			id: 'interview',
			participants: ['rival', 'paper'],
			status: 'reported',
			degree: 2,
			known: span('2016-11-20'),
		}),
	],
	network: {
		envoy: { x: 0.5, y: 0.5 },
		adviser: { x: 0.5, y: 0.25 },
		senator: { x: 0.25, y: 0.5 },
		president: { x: 0.75, y: 0.45 },
		ministry: { x: 0.55, y: 0.75 },
		rival: { x: 0.08, y: 0.1 },
		paper: { x: 0.92, y: 0.08 },
	},
};
