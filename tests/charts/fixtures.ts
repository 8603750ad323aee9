/** An invented world for the charts' tests: nothing in it happened. Shaped like the story: sparse early, crowded late. */
import type { Subject } from '#lib/model/subject.ts';
import type { DateSpan, Dyad, Era, Event, EventStatus, Source, Tie } from '#lib/model/records.ts';

/** A date with plain words. */
export function span(min: string, max = min): DateSpan {
	return {
		edtf: min === max ? min : `${min}/${max}`,
		min,
		max,
		words: min === max ? min : `${min} to ${max}`,
		basis: 'stated',
		given: true,
	};
}

function source(id: string, label: string): Source {
	const stated = { value: label, basis: 'stated' } as const;
	return {
		...{ id, label, short: label.slice(0, 8), publisher: stated, headline: stated, byline: null },
		...{ published: span('2017-07-01'), genre: 'analysis', defects: [], sha256: '', length: 0, quotedShare: 0 },
	};
}

export const subject: Subject = {
	...{ kicker: '', keywords: [], modes: [], rated: null, formerly: {} },
	names: { element: 'invented-chart', bundles: 'invented', data: 'invented' },
	parties: { one: 'state', many: 'states' },
	sides: [
		{ code: 'arc', name: 'Arcadia', short: 'Arcadia', adjective: 'Arcadian' },
		{ code: 'bor', name: 'Borduria', short: 'Borduria', adjective: 'Bordurian' },
	],
	ties: { all: 'Ties between the two states', one: 'something that bound them' },
	hub: { actor: 'envoy', own: 'her own', them: 'her' },
};

export const sources: readonly Source[] = [
	source('gazette', 'Gazette'),
	source('courier', 'Courier'),
	source('herald', 'Herald'),
];

export const eras: readonly Era[] = [
	era('1991-2007', '1991-01-01', '2007-12-31', 3.5, 4),
	era('2008-2013', '2008-01-01', '2013-12-31', 0.5, 6),
	era('2014-2015', '2014-01-01', '2015-12-31', null, 0),
	era('2016', '2016-01-01', '2016-12-31', -4.1, 2),
	era('2017', '2017-01-01', '2017-12-31', -1.9, 12),
];

function era(id: string, from: string, to: string, mean: number | null, n: number): Era {
	return { id, label: id, from, to, mean, n, between: { mean, n }, undisputed: { mean, n } };
}

/** What differs between invented events; the rest is plain. */
export interface EventFixture {
	readonly id: string;
	readonly date: DateSpan;
	readonly score: number;
	readonly dyad?: Dyad;
	readonly status?: EventStatus;
	readonly sources?: readonly string[];
	readonly short?: string;
}

/** An event of the era that holds its first day. */
export function event({
	id,
	date,
	score,
	dyad = 'arc-bor',
	status = 'asserted',
	sources: from = ['gazette'],
	short,
}: EventFixture): Event {
	const home = eras.findLast((each) => each.from <= date.min) ?? eras[0];
	return {
		...{ id, title: `Invented ${id}`, short: short ?? `Invented ${id}`, date, dyad, status, era: home?.id ?? '' },
		...{ initiators: ['arcadia'], targets: ['borduria'], formerly: [] },
		...{ evidence: [], sources: from, qualifiedBy: [], disputedBy: [] },
		...{
			cameo: { code: '050', name: 'Invent', goldstein: score },
			coders: { a: null, b: null },
			settled: null,
			misleads: null,
		},
	};
}

/** A few of each kind. */
export const events: readonly Event[] = [
	event({ id: 'accord', date: span('1991-01-01', '1991-12-31'), score: 8, sources: ['gazette', 'courier'] }),
	event({ id: 'seat', date: span('1998-01-01', '1998-12-31'), score: 3.5, dyad: 'third-party' }),
	event({ id: 'war', date: span('2008-08-01', '2008-08-31'), score: -10, dyad: 'third-party' }),
	event({ id: 'thaw', date: span('2009-01-01', '2009-12-31'), score: 4, dyad: 'mutual' }),
	event({ id: 'harassment', date: span('2009-06-01', '2017-01-20'), score: -5, dyad: 'bor-arc', status: 'alleged' }),
	event({ id: 'ban', date: span('2014-03-01', '2014-03-31'), score: -7, sources: ['gazette', 'herald'] }),
	event({ id: 'talk', date: span('2016-11-20'), score: 2.5, dyad: 'mutual', status: 'reported' }),
	event({ id: 'meddling', date: span('2016-01-01', '2016-12-31'), score: -9.2, dyad: 'bor-arc', status: 'disputed' }),
	event({ id: 'visit', date: span('2017-05-10'), score: 2.8, dyad: 'mutual' }),
	event({ id: 'threat', date: span('2017-06-19'), score: -7, dyad: 'bor-arc', status: 'reported' }),
	event({ id: 'party', date: span('2017-07-11'), score: 0, status: 'announced' }),
	event({ id: 'dismissal', date: span('2017-02-13'), score: -5, dyad: 'internal' }),
];

export const actors = [actor('arcadia', 'Arcadia'), actor('borduria', 'Borduria')];

function actor(id: string, name: string) {
	const plain = {
		sideFrom: null,
		roles: [],
		spellings: [],
		evidence: [],
		sources: [],
		qualifiedBy: [],
		disputedBy: [],
	};
	return { id, name, short: name, kind: 'state', side: 'other', ...plain } as const;
}

/** What differs between invented ties. */
export type TieFixture = Pick<Tie, 'id' | 'short' | 'opened' | 'cut' | 'ended'> &
	Partial<Pick<Tie, 'outcome' | 'stood'>>;

export function tie({ id, short, opened, cut, ended, outcome = 'cut', stood = null }: TieFixture): Tie {
	const links = { formerly: [], openedBy: null, cutBy: null, sparedBy: null, holder: null };
	const evidenced = { evidence: [], sources: ['gazette'], qualifiedBy: [], disputedBy: [] };
	return { id, title: `Invented ${short}`, short, opened, cut, ended, outcome, stood, ...links, ...evidenced };
}

/** One of each kind: both ends by year, no opening, an uncertain end, no end. */
export const ties: readonly Tie[] = [
	tie({
		id: 'club',
		short: 'Seat in the club',
		opened: span('1998-01-01', '1998-12-31'),
		cut: span('2014-01-01', '2014-12-31'),
		ended: 'suspended',
		outcome: 'suspended',
	}),
	tie({
		id: 'votes',
		short: 'Votes in the assembly',
		opened: null,
		cut: span('2014-04-01', '2014-04-30'),
		ended: 'stripped',
	}),
	tie({ id: 'house', short: 'Guest house', opened: null, cut: span('2016-11-01', '2017-01-20'), ended: 'seized' }),
	tie({
		id: 'posting',
		short: 'Envoy in the capital',
		opened: span('2008-01-01', '2008-12-31'),
		cut: span('2017-07-01', '2017-07-31'),
		ended: 'posting over',
	}),
	tie({
		id: 'mail',
		short: 'Mail',
		opened: span('1992-02-01'),
		cut: null,
		ended: null,
		outcome: 'still open',
		stood: span('2016-03-01'),
	}),
];
