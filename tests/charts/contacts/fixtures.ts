/** An invented network: an envoy in the middle, four who met him, two who did not. Nothing in it happened. */
import { network as places } from '#compile/places/network.ts';
import type { ContactsSlice } from '#lib/charts/contacts/geometry.ts';
import type { Actor, Contact, Side } from '#lib/model/records.ts';
import { sources, span, subject } from '#tests/charts/fixtures.ts';

/** What differs between invented contacts; the rest is plain. */
type ContactFixture = Pick<Contact, 'id' | 'participants' | 'status'> & Partial<Contact>;

/** A contact of the first degree, told by one source. */
export function contact(invention: ContactFixture): Contact {
	return {
		...{ title: `Invented ${invention.id}`, short: `Invented ${invention.id}`, directed: false, mode: 'meeting' },
		...{ date: span('2016-12-01', '2016-12-31'), topics: [], known: span('2017-05-26'), degree: 1, cost: null },
		...{ formerly: [], evidence: [], sources: ['gazette'], qualifiedBy: [], disputedBy: [] },
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
		sideFrom: null,
		spellings: [],
		evidence: [],
		sources: ['gazette'],
		qualifiedBy: [],
		disputedBy: [],
	};
}

const actors = [
	actor('envoy', 'bor'),
	actor('adviser', 'arc'),
	actor('senator', 'arc'),
	actor('president', 'arc'),
	actor('ministry', 'bor', 'organisation'),
	actor('rival', 'other'),
	actor('paper', 'other', 'organisation'),
	{ ...actor('bystander', 'arc') },
];

const contacts = [
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
	contact({ id: 'secret', participants: ['senator', 'ministry'], status: 'denied', degree: 2 }),
	contact({
		id: 'interview',
		participants: ['rival', 'paper'],
		status: 'reported',
		degree: 2,
		known: span('2016-11-20'),
	}),
];

export const network: ContactsSlice = {
	...{ sources, actors, contacts, subject },
	network: places(actors, contacts, subject),
};
