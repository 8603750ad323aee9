import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FILTERS, formatLedger, parseLedger, type Choices } from '#lib/behaviours/ledger/state.ts';
import { matches, countInWords, folded, type Entry } from '#lib/behaviours/ledger/match.ts';
import { holds } from '#tests/quality/holds.ts';

const choices: Choices = {
	kind: new Set(['event', 'actor']),
	source: new Set(['alder-report', 'birch-comment']),
	actor: new Set(['the-envoy']),
	year: new Set(['1998', '2014']),
	status: new Set(['asserted', 'disputed']),
};
const nothing = parseLedger('', choices);

/** Usual and malformed queries. */
const query = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc
		.array(
			fc.tuple(
				fc.constantFrom('q', 'kind', 'source', 'actor', 'year', 'status', 'disputed', '__proto__', 'toString'),
				fc.oneof(
					fc.constantFrom('event', 'alder-report', 'the-envoy', '2014', 'disputed', '1', '__proto__', '<script>', '%'),
					fc.string({ unit: 'binary', maxLength: 200 }),
				),
			),
		)
		.map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&')),
);

test('any query gives a valid state', ({ task }) => {
	fc.assert(
		fc.property(query, (text) => {
			const state = parseLedger(text, choices);
			for (const filter of FILTERS) expect(state[filter] === '' || choices[filter].has(state[filter])).toBe(true);
			expect([...state.q].length).toBeLessThanOrEqual(100);
			expect(Object.keys(state).sort()).toEqual(Object.keys(nothing).sort());
		}),
		{ numRuns: 1000 },
	);
	holds(task, 'security/fuzzed-addresses', 'the ledger, 1000 runs');
});

test('a state written to an address is read back as itself', ({ task }) => {
	fc.assert(
		fc.property(query, (text) => {
			const state = parseLedger(text, choices);
			expect(parseLedger(formatLedger(state), choices)).toEqual(state);
		}),
		{ numRuns: 1000 },
	);
	holds(task, 'security/fuzzed-addresses', 'the ledger, 1000 runs');
});

test('a megabyte of words, an unknown choice and a repeated one do no harm', () => {
	expect(parseLedger(`?q=${'a'.repeat(1_000_000)}`, choices).q).toHaveLength(100);
	expect(parseLedger('?kind=constructor&year=0x7de&status=', choices)).toEqual(nothing);
	expect(parseLedger('?kind=event&kind=actor', choices).kind).toBe('event');
});

test('an empty search leaves the URL unchanged', () => {
	expect(formatLedger(nothing)).toBe('');
	expect(formatLedger({ ...nothing, q: 'two words', disputed: true })).toBe('?q=two+words&disputed=1');
});

const entry: Entry = {
	kind: 'event',
	sources: new Set(['alder-report']),
	actors: new Set(['the-envoy']),
	years: new Set(['2013', '2014']),
	statuses: new Set(['asserted']),
	disputed: false,
	text: folded('The envoy said: “It’s a Façade”, 1998–2014'),
};

test.each([
	['', true],
	['?kind=event&source=alder-report&actor=the-envoy&year=2014&status=asserted', true],
	['?kind=actor', false],
	['?source=birch-comment', false],
	['?year=1998', false],
	['?status=disputed', false],
	['?disputed=1', false],
	['?q=facade+ENVOY', true],
	['?q=%22it%27s', true],
	['?q=1998-2014', true],
	['?q=facade+nowhere', false],
])('the query "%s" asks for the entry: %s', (text, due) => {
	expect(matches(parseLedger(text, choices), entry)).toBe(due);
});

test('the count is worded as a complete phrase', () => {
	expect([countInWords(230, 230), countInWords(12, 230), countInWords(0, 230)]).toEqual([
		'All 230 records',
		'12 of the 230 records',
		'None of the 230 records',
	]);
});
