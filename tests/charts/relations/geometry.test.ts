import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relationsGeometry, type RelationsGeometry } from '#lib/charts/relations/geometry.ts';
import { NARROW } from '#lib/charts/relations/panels.ts';
import { textWidth } from '#lib/geometry/text-width.ts';
import { leftEdge } from '#tests/charts/left-edge.ts';
import { eras, event, events, sources, span } from '#tests/charts/invented.ts';
import { present } from '#tests/present.ts';

const steps = [
	{ id: 'whole', frame: 'all', focus: [] },
	{ id: 'late', frame: '2017', focus: ['visit', 'threat', 'ban'] },
];
const geometry = relationsGeometry({ events, eras, sources }, steps);
const mark = (id: string) => present(geometry.marks.find((each) => each.id === id));

test('has a mark for each scored act, but none for what happens inside one state', () => {
	expect(geometry.marks.map(({ id }) => id)).toEqual(events.map(({ id }) => id).filter((id) => id !== 'dismissal'));
});

test('shows every mark in the whole, and in the frame of its era alone', () => {
	expect(geometry.frames).toEqual(['all', '1991-2007', '2008-2013', '2014-2015', '2016', '2017']);
	expect(mark('war').spots.map(Boolean)).toEqual([true, false, true, false, false, false]);
});

test('draws a stem as long as its score, up for cooperation and down for conflict', () => {
	expect(mark('accord').tip).toBe(-8 * geometry.unit);
	expect(mark('war').tip).toBe(10 * geometry.unit);
	expect(mark('party')).toMatchObject({ tip: -0, tone: 'neutral', up: true });
});

test('tells acts towards others from acts between the two, and how many sources report them', () => {
	expect(mark('war')).toMatchObject({ third: true, sources: 1 });
	expect(mark('ban')).toMatchObject({ third: false, sources: 2 });
});

test('scales from the worst to the best score, to even numbers', () => {
	expect(geometry.grid.map((y) => (geometry.zero - y) / geometry.unit)).toEqual([8, -10]);
	expect(geometry.signs.map(({ text }) => text)).toEqual([
		'score on the Goldstein scale',
		'cooperation ↑ to +8',
		'conflict ↓ to −10',
	]);
	expect(geometry.height).toBeLessThanOrEqual(370);
});

test('names what a step points at before anything else in its frame, and not what lies outside it', () => {
	const named = present(geometry.named['late']);
	expect(named.filter(({ first }) => first).map(({ id }) => id)).toEqual(['visit', 'threat']);
	expect(named.filter(({ first }) => !first).map(({ id }) => id)).toEqual(['party']);
});

test('names landmarks where a step points at nothing: one an era and side, and more on a wide plot', () => {
	const named = present(geometry.named['whole']).filter(({ wide }) => !wide);
	expect(named.map(({ id }) => id)).toEqual(expect.arrayContaining(['accord', 'war', 'ban', 'meddling']));
	expect(named.map(({ id }) => id)).not.toContain('harassment');
	const ids = present(geometry.named['whole']).map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
});

test('says a mean with its number, calls it thin below three, and has none without acts', () => {
	const [first, , none, thin, last] = present(geometry.scenes['all']).panels;
	expect(first).toMatchObject({ spell: '17 years', lines: ['mean +3.5', 'of 4 acts'] });
	expect(none).toMatchObject({ mean: null, lines: ['no mean', 'of 0'] });
	expect(thin).toMatchObject({ mean: { score: -4.1, thin: true }, lines: ['−4.1', 'of only 2'] });
	expect(last).toMatchObject({ mean: { thin: false } });
	expect(present(present(geometry.scenes['2016']).panels[0]).lines).toEqual([
		'mean of only 2 acts between the two states: −4.1',
	]);
	expect(present(present(geometry.scenes['2014-2015']).panels[0]).lines).toEqual(['no act between the two states']);
});

test('names a mean beside its line where a panel stands alone', () => {
	const mean = present(geometry.means['2017']);
	expect(mean.text).toBe('mean −1.9');
	expect(Math.abs(mean.y - (geometry.zero + 1.9 * geometry.unit))).toBeLessThan(14);
	expect(geometry.means['2014-2015']).toBeNull();
	expect(geometry.means['all']).toBeNull();
});

test('lays every era on the strip at one scale, and leads to it from the panels', () => {
	const { parts } = geometry.whole;
	expect(present(parts[0]).width / present(parts[4]).width).toBeCloseTo(6209 / 365, 6);
	expect(present(parts.at(-1)).x + present(parts.at(-1)).width).toBeCloseTo(100, 6);
	expect(present(geometry.scenes['all']).hairlines).toHaveLength(10);
	expect(present(geometry.scenes['2017']).hairlines).toEqual([
		{ x1: 0, x2: present(parts[4]).x },
		{ x1: 100, x2: present(parts[4]).x + present(parts[4]).width },
	]);
});

test('orders acts of the same days as the steps tell them', () => {
	const year = span('2017-01-01', '2017-12-31');
	const both = ['answer', 'cause'].map((id) => event({ id, date: year, score: -5 }));
	const told = { id: 'step', frame: '2017', focus: ['cause', 'answer'] };
	const xs = relationsGeometry({ events: both, eras, sources }, [told]).marks.map(({ spots }) => present(spots[5]).x);
	expect(xs[0]).toBeGreaterThan(present(xs[1]));
});

test('gives the same numbers for the same events', () => {
	expect(relationsGeometry({ events, eras, sources }, steps)).toEqual(geometry);
});

test('lets labels overlap neither each other nor the edges, whatever a step points at', () => {
	const words = fc.string({ minLength: 3, maxLength: 26, unit: fc.constantFrom('a', 'm', ' ') });
	const day = fc.integer({ min: 1, max: 28 }).map((number) => span(`2017-06-${String(number).padStart(2, '0')}`));
	const crowd = fc.array(fc.record({ date: day, score: fc.integer({ min: -10, max: 10 }), short: words }), {
		maxLength: 6,
	});
	fc.assert(
		fc.property(crowd, (inventions) => {
			const list = inventions.map((each, index) => event({ ...each, id: `e${String(index)}` }));
			const step = { id: 'step', frame: '2017', focus: list.map(({ id }) => id) };
			expectClear(present(relationsGeometry({ events: list, eras, sources }, [step]).named['step']));
		}),
		{ numRuns: 60 },
	);
});

function expectClear(labels: RelationsGeometry['named'][string]): void {
	const narrow = labels.filter(({ wide }) => !wide);
	const boxes = narrow.map((label) => {
		const { x, y, text } = label;
		const left = (x / 100) * NARROW + leftEdge(label, textWidth(text));
		return { y, left, right: left + textWidth(text) };
	});
	boxes.forEach((a, index) => {
		expect(a.left).toBeGreaterThanOrEqual(-1e-6);
		expect(a.right).toBeLessThanOrEqual(NARROW + 1e-6);
		for (const b of boxes.slice(index + 1))
			expect(Math.abs(a.y - b.y) >= 12 || a.right <= b.left || b.right <= a.left).toBe(true);
	});
}
