import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relationsGeometry } from '#lib/charts/relations/geometry.ts';
import { BESIDE, NARROW, NUMBER } from '#lib/charts/relations/rows.ts';
import { textWidth } from '#lib/geometry/text-width.ts';
import { eras, event, events, sources, span, subject } from '#tests/charts/fixtures.ts';
import { present } from '#tests/present.ts';

const steps = [
	{ id: 'whole', frame: 'all', focus: [] },
	{ id: 'late', frame: '2017', focus: ['visit', 'threat', 'ban'] },
];
const geometry = relationsGeometry({ events, eras, sources, subject }, steps);
const mark = (id: string) => present(geometry.marks.find((each) => each.id === id));

test('has a mark for each scored act, except those inside one state', () => {
	const expected = events.map(({ id }) => id).filter((id) => id !== 'dismissal');
	expect(geometry.marks.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
});

test('shows every mark in the frame of all periods, and in that of its era only', () => {
	expect(geometry.frames).toEqual(['all', '1991-2007', '2008-2013', '2014-2015', '2016', '2017']);
	expect(mark('war').rows.map(Boolean)).toEqual([true, false, true, false, false, false]);
});

test('draws a bar as long as its score, right of the line for cooperation and left of it for conflict', () => {
	const unit = mark('accord').width / 8;
	expect(mark('accord')).toMatchObject({ tone: 'cooperation', x: geometry.zero });
	expect(mark('war').width).toBeCloseTo(10 * unit, 6);
	expect(mark('war').x + mark('war').width).toBeCloseTo(geometry.zero, 6);
	expect(mark('party')).toMatchObject({ width: 0, tone: 'neutral' });
});

test('stacks periods in the order of time, each with the most cooperative act on top', () => {
	const ids = geometry.marks.map(({ id }) => id);
	expect(ids.slice(0, 2)).toEqual(['accord', 'seat']);
	expect(ids.slice(-3)).toEqual(['visit', 'party', 'threat']);
	const ys = geometry.marks.map(({ rows }) => present(rows[0]).y);
	expect(ys).toEqual(ys.toSorted((a, b) => a - b));
});

test('fills what is between the two states, marks what is in doubt, and counts the articles', () => {
	expect(mark('war')).toMatchObject({ counted: false, doubted: false, sources: 1 });
	expect(mark('ban')).toMatchObject({ counted: true, sources: 2 });
	expect(mark('meddling')).toMatchObject({ doubted: true, label: 'Invented meddling' });
	expect(mark('talk').label).toBe('Invented talk, reported');
	expect(geometry.doubted).toBe(true);
});

test('gives a mean with its number of acts, calls it thin below three, and has none without acts', () => {
	const [first, , none, thin] = present(geometry.periods['all']);
	expect(first).toMatchObject({ extent: '17 years, 2 acts', meanWords: 'mean of 4 acts: +3.5', thin: false });
	expect(none).toMatchObject({ mean: null, meanWords: 'no mean' });
	expect(present(thin).weight).toBeLessThan(present(first).weight);
	expect(thin).toMatchObject({ thin: true, meanWords: 'mean of only 2 acts: −4.1' });
	expect(present(geometry.periods['2016'])[0]?.meanWords).toBe('mean of only 2 not hollow: −4.1');
	expect(present(geometry.periods['2014-2015'])[0]?.meanWords).toBe('no act between the two states, no mean');
});

test('places the mean on the scale of the bars', () => {
	const mean = present(present(geometry.periods['2017'])[0]?.mean);
	expect((geometry.zero - mean) / (mark('war').width / 10)).toBeCloseTo(1.9, 6);
});

test('names among all what most articles tell, and no two names closer than a line', () => {
	expect(mark('ban').landmark).toBe('everywhere');
	const named = geometry.marks.filter(({ landmark }) => landmark).map(({ rows: [row] }) => present(row));
	for (const [index, { y, height }] of named.entries())
		for (const other of named.slice(index + 1))
			expect(Math.abs(y + height / 2 - other.y - other.height / 2)).toBeGreaterThanOrEqual(13);
});

test('gives the same numbers for the same events', () => {
	expect(relationsGeometry({ events, eras, sources, subject }, steps)).toEqual(geometry);
});

test('keeps rows apart from each other and from what is below, and labels from each other, the mean and the edge', () => {
	const words = fc.string({ minLength: 3, maxLength: 26, unit: fc.constantFrom('a', 'm', ' ') });
	const day = fc.integer({ min: 1, max: 28 }).map((number) => span(`2017-06-${String(number).padStart(2, '0')}`));
	const crowd = fc.array(fc.record({ date: day, score: fc.integer({ min: -10, max: 10 }), short: words }), {
		minLength: 1,
		maxLength: 40,
	});
	fc.assert(
		fc.property(crowd, (inventions) => {
			const list = inventions.map((each, index) => event({ ...each, id: `e${String(index)}` }));
			const made = relationsGeometry({ events: list, eras, sources, subject }, []);
			for (const frame of [0, 5]) {
				const rows = made.marks.map(({ rows }) => present(rows[frame]));
				rows.forEach(({ y, height }, index) => {
					expect(y + height).toBeLessThanOrEqual((rows[index + 1]?.y ?? made.bottom) + 1e-6);
					if (frame) expect(height).toBeGreaterThan(12);
				});
			}
			for (const { words, label, sources, when, tight, era } of made.marks) {
				const mean = present(made.periods['all']?.find(({ id }) => id === era)).mean;
				expect(words).toBeGreaterThanOrEqual(mean ?? 0);
				const taken = BESIDE + textWidth(label) + (sources > 1 ? NUMBER : 0) + (tight ? 0 : BESIDE + textWidth(when));
				if (!tight) expect((words / 100) * NARROW + taken).toBeLessThanOrEqual(NARROW);
			}
		}),
		{ numRuns: 60 },
	);
});
