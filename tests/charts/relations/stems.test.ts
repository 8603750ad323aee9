import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scoredEvents } from '#lib/charts/relations/describe.ts';
import { narrowPercent, panelAlone, panelsAbreast } from '#lib/charts/relations/panels.ts';
import { isUp, placeStems } from '#lib/charts/relations/stems.ts';
import { dayRange, dayStart } from '#lib/geometry/days.ts';
import { eras, event, span, type Invention } from '#tests/charts/invented.ts';
import { present } from '#tests/present.ts';

const year2017 = panelAlone(present(eras[4]));
const place = (inventions: Invention[], gap = 10) => placeStems(scoredEvents(inventions.map(event)), [year2017], gap);

test('stands a lone stem over the middle of its days', () => {
	const stems = place([{ id: 'year', date: span('2017-01-01', '2017-12-31'), score: 5 }]);
	expect(present(stems.get('year')).x).toBeCloseTo(50, 6);
});

test('lets a stem above and one below the line share a day', () => {
	const date = span('2017-07-02');
	const stems = place([
		{ id: 'up', date, score: 5 },
		{ id: 'down', date, score: -5 },
	]);
	expect(present(stems.get('up')).x).toBe(present(stems.get('down')).x);
});

test('leaves the exact day in its place and moves the vague one aside', () => {
	const stems = place([
		{ id: 'exact', date: span('2017-07-02'), score: -5 },
		{ id: 'vague', date: span('2017-01-01', '2017-12-31'), score: -5 },
	]);
	expect(Math.abs(present(stems.get('exact')).x - 50)).toBeLessThan(0.2);
	expect(Math.abs(present(stems.get('vague')).x - 50)).toBeGreaterThan(3);
});

test('spans the days on which an act may have happened, wherever its stem stands, and nothing for a single day', () => {
	const stems = place([
		{ id: 'day', date: span('2017-04-10'), score: -5 },
		{ id: 'month', date: span('2017-04-01', '2017-04-30'), score: -5 },
	]);
	expect(present(stems.get('day')).whisker).toBeNull();
	const { x, whisker } = present(stems.get('month'));
	expect(x + present(whisker).x).toBeCloseTo(year2017.at(17257), 6);
	expect(present(whisker).width).toBeCloseTo(year2017.at(30) - year2017.at(0), 6);
});

test('runs a whisker off the drawing where the days go on beyond its era', () => {
	const panel = panelAlone(present(eras[1]));
	const [long] = [
		...placeStems(
			scoredEvents([event({ id: 'long', date: span('2009-01-01', '2017-01-20'), score: -5 })]),
			[panel],
			10,
		),
	];
	expect(present(long)[1].x + present(present(long)[1].whisker).x + present(present(long)[1].whisker).width).toBe(100);
});

test('keeps a whisker to its panel where others stand beside that', () => {
	const panels = panelsAbreast(eras, new Map());
	const [long] = [
		...placeStems(scoredEvents([event({ id: 'long', date: span('2009-01-01', '2017-01-20'), score: -5 })]), panels, 5),
	];
	const { x, whisker } = present(long)[1];
	const home = present(panels[1]);
	expect(x + present(whisker).x).toBeCloseTo(home.at(present(dayRange('2009-01-01', '2009-01-01')[0])), 6);
	expect(x + present(whisker).x + present(whisker).width).toBeCloseTo(home.x + home.width, 6);
});

test('leaves out what belongs to an era that is not shown', () => {
	expect(place([{ id: 'old', date: span('1995-01-01'), score: 3 }]).size).toBe(0);
});

test('answers to a pointer on 24 pixels, or as far as halfway to the neighbour', () => {
	const lone = place([{ id: 'lone', date: span('2017-07-01'), score: 5 }]);
	expect(present(lone.get('lone')).hit).toBeCloseTo(narrowPercent(24));
	const pair = place(['a', 'b'].map((id) => ({ id, date: span('2017-07-01'), score: 5 })));
	expect(present(pair.get('a')).hit).toBeCloseTo(narrowPercent(10));
});

const day = fc.integer({ min: 7670, max: 17530 }).map((number) => dayStart(number).toISOString().slice(0, 10));
const date = fc.tuple(day, day).map((days) => span(...(days.toSorted() as [string, string])));
const crowd = fc
	.array(fc.record({ date, score: fc.integer({ min: -10, max: 10 }) }), { maxLength: 70 })
	.map((list) => list.map((each, index) => event({ ...each, id: `e${String(index)}` })));

test('keeps the stems of any crowd in their panels, apart, and in the order of their middles', () => {
	fc.assert(
		fc.property(crowd, (events) => {
			const scored = scoredEvents(events);
			const panels = panelsAbreast(
				eras,
				new Map(eras.map(({ id }) => [id, events.filter(({ era }) => era === id).length])),
			);
			const stems = placeStems(scored, panels, 5);
			expect(stems.size).toBe(scored.length);
			for (const panel of panels) {
				for (const up of [true, false]) {
					const xs = scored
						.filter((each) => each.era === panel.era.id && isUp(each) === up)
						.map(({ id }) => present(stems.get(id)).x)
						.sort((a, b) => a - b);
					const gap = Math.min(narrowPercent(5), (panel.to - panel.from) / (xs.length - 1));
					xs.forEach((x, index) => {
						expect(x).toBeGreaterThanOrEqual(panel.from - 1e-9);
						expect(x).toBeLessThanOrEqual(panel.to + 1e-9);
						if (index) expect(x - present(xs[index - 1])).toBeGreaterThanOrEqual(gap - 1e-9);
					});
				}
			}
		}),
	);
});
