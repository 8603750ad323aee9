/** A few records for the tests of the copy, and the data that the copy gets about them. */
import type { KnownWords } from '#compile/copy/words.ts';
import { dataOf } from '#compile/copy/proof/data.ts';
import type { DateSpan, Id } from '#lib/model/records.ts';

type Records = Parameters<typeof dataOf>[0];

const date = (edtf: string, min: string, max: string, words: string): DateSpan => ({
	...{ edtf, min, max, words, basis: 'stated', given: true },
});
const day = (edtf: string, words: string): DateSpan => date(edtf, edtf, edtf, words);
const support = (evidence: Id[], sources: Id[]) => ({ evidence, sources, disputedBy: [] });
const event = (id: Id, dyad: string, goldstein: number | null, when: DateSpan, evidence: Id[], sources: Id[]) => ({
	...{
		id,
		formerly: [],
		title: id,
		short: id,
		date: when,
		initiators: [],
		targets: [],
		dyad,
		status: 'asserted',
		era: '2014-2015',
	},
	...{ cameo: goldstein === null ? null : { code: '010', name: '', goldstein }, coders: { a: null, b: null } },
	...{ settled: null, misleads: null, ...support(evidence, sources) },
});
const tie = (id: Id, cut: DateSpan | null) => ({
	...{ id, formerly: [], title: id, short: id, opened: null, openedBy: null, cut, cutBy: null, ended: 'cut' },
	...support(['alder-left'], ['alder']),
});
const source = (id: Id, basis: 'stated' | 'outside') => ({
	...{
		id,
		label: id,
		short: id,
		publisher: { value: id, basis },
		headline: { value: id, basis: 'stated', given: true },
	},
	...{ byline: null, published: day('2015-12-30', '30 December 2015'), genre: 'opinion', defects: [], sha256: '' },
	...{ length: 0, quotedShare: 0 },
});
const passage = (id: Id, at: Id, exact: string) => ({
	...{ id, source: at, exact, prefix: '', suffix: '', start: 0, end: 0, about: [] },
});
const position = (at: Id, stand: string) => ({
	...{ id: `why--${at}`, question: 'why', source: at, position: stand, says: '' },
	...support(['alder-left'], [at]),
});

const records = {
	sources: [source('alder', 'outside'), source('birch', 'outside')],
	actors: [
		{
			...{ id: 'envoy', name: 'Envoy', short: 'Envoy', kind: 'person', side: 'us', roles: [], spellings: [] },
			...support(['alder-left'], ['alder']),
		},
	],
	events: [
		event(
			'crimea-annexed',
			'third-party',
			-9,
			day('2014-03-17', '17 March 2014'),
			['alder-crimea'],
			['alder', 'birch'],
		),
		event('denial', 'internal', -2, day('2015-06-01', '1 June 2015'), ['alder-left'], ['alder']),
		event('reset', 'us-ru', 5, day('2015-12-29', '29 December 2015'), ['alder-left'], ['alder']),
		event('truce', 'us-ru', 4, date('2014-11~', '2014-11-01', '2014-11-30', 'about November 2014'), [], ['alder']),
	],
	ties: [
		tie('seat', date('2014', '2014-01-01', '2014-12-31', '2014')),
		tie('post', date('2014~', '2014-01-01', '2014-12-31', 'about 2014')),
		tie('vote', day('2015-04-10', '10 April 2015')),
		tie('club', null),
	],
	contacts: [],
	questions: [{ id: 'why', question: 'Why?', short: 'Why', dispute: '', positions: [], ...support([], []) }],
	positions: [position('alder', 'affirms'), position('birch', 'silent')],
	quotations: [
		{
			...{ id: 'said-so', speaker: 'envoy', annotation: 'alder-said', source: 'alder', exact: 'We have built a road' },
			...{ to: '', ...support(['alder-said'], ['alder']) },
		},
	],
	figures: [
		{ id: 'diplomats', value: 35, unit: 'diplomats', label: 'who left', ...support(['alder-left'], ['alder']) },
	],
	annotations: [
		passage('alder-crimea', 'alder', 'Two fleets lay off Crimea in March, the first of them for a year, as in 2013'),
		passage('alder-said', 'alder', 'We have built a road'),
		passage('alder-left', 'alder', 'three envoys left'),
	],
	eras: [
		{ id: '1991-2007', from: '1991-01-01', to: '2007-12-31' },
		{ id: '2014-2015', from: '2014-01-01', to: '2015-12-31' },
	],
} as unknown as Records;

export const known: KnownWords = {
	figures: new Map([['diplomats', { value: 35, isYear: false }]]),
	// Every variant but the last few has cooperation first and conflict after.
	share: ({ left, sign }) => ({ holds: (left === '1991-2007') === (sign === '>') ? 96 : 94, of: 100 }),
	data: dataOf(records),
	isSound: true,
	leads: [],
};
