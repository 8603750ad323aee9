import { expect, test } from 'vitest';
import { compile } from '#compile/compile.ts';
import { at, indexBars } from '#lib/method/index-bars.ts';
import { methodPage } from '#lib/method/page.ts';
import { oneSource } from '#lib/method/one-source.ts';
import { dayInWords } from '#lib/model/dates.ts';
import { grouped } from '#lib/model/numbers.ts';
import { claimed } from '#lib/method/words.ts';
import { coefficient, percent } from '#lib/method/formats.ts';
import { project } from '#tests/compile/project.ts';

const { story } = compile(project());
if (story === null) throw new Error('The seeds do not compile');
const page = methodPage(story);

test('every difference between the coders is on the list, with how it was settled or why it was not', () => {
	const { units } = story.method.reliability;
	const differing = units.filter(({ a, b }) => a.code !== b.code).map(({ record }) => record);
	expect(page.coding.disagreements.map(({ record }) => record.id)).toEqual(differing);
	for (const { record, why, isContact } of page.coding.disagreements) {
		expect(record.title).not.toBe(record.id);
		expect(isContact || why !== '').toBe(true);
	}
});

test('the rows of the codings add up', () => {
	const { rows, fates, aside } = page.coding;
	expect(rows.a + rows.b).toBe(fates.taken + fates.merged + fates['left out']);
	expect(aside).toHaveLength(fates.merged + fates['left out']);
	expect(aside.every(({ why }) => why !== '')).toBe(true);
});

test('each group of the matrix counts every variant once for each claim', () => {
	for (const { rows } of page.matrix) {
		for (const [index, { of }] of page.claims.entries()) {
			expect(rows.reduce((sum, { shares }) => sum + (shares[index]?.of ?? 0), 0)).toBe(of);
		}
	}
});

test('the bars of the index are its means, each inside its ranges', () => {
	for (const [index, { bars }] of page.bars.entries()) {
		const era = story.eras[index];
		expect(bars.map(({ acts, n }) => [acts, n])).toEqual([
			['between', era?.between.n],
			['all', era?.n],
		]);
		expect(bars.map(({ value }) => value)).toEqual([era?.between.mean, era?.mean]);
		for (const { x, withoutEvent } of bars) {
			expect(withoutEvent?.x).toBeLessThanOrEqual(x);
			expect((withoutEvent?.x ?? 0) + (withoutEvent?.width ?? 0)).toBeGreaterThanOrEqual(x - 0.01);
		}
	}
	expect([-10, 0, 10].map(at)).toEqual([0, 50, 100]);
	expect(indexBars([], story.eras).map(({ bars }) => bars)).toEqual(story.eras.map(() => []));
});

test('what rests on one article is counted as the compiler counts it, and the early eras by their only article', () => {
	expect(page.oneSource.share).toBe(story.report.singleSource);
	expect(page.oneSource.early?.source.id).toBe('polygraph-factcheck');
	const both = story.events.map((event) => ({ ...event, sources: story.sources.map(({ id }) => id) }));
	expect(oneSource({ ...story, events: both })).toMatchObject({ share: 0, single: 0, early: null });
});

test('the scores that mislead are those of the records, highest first', () => {
	const scores = page.misleading.map(({ cameo }) => cameo?.goldstein ?? NaN);
	expect(scores).toEqual([...scores].sort((a, b) => b - a));
	expect(page.misleading.map(({ id }) => id)).toEqual(
		expect.arrayContaining(['intelligence-shared', 'compounds-seized', 'no-reciprocal-expulsion', 'mattis-strength']),
	);
});

test('numbers are written as readers of English know them, and never rounded up to a bound', () => {
	expect([0.94999, 0.95, 1, 0, 0.982].map(percent)).toEqual(['94.9%', '95%', '100%', '0%', '98.2%']);
	expect([0.8994, 1, -0.1].map((value) => coefficient(value))).toEqual(['.899', '1.000', '−.100']);
	expect([7, 1344, 1234567].map(grouped)).toEqual(['7', '1,344', '1,234,567']);
	expect(dayInWords('2017-05-03')).toBe('3 May 2017');
});

test('a claim reads as a sentence', () => {
	const claim = { left: '1991-2007', sign: '>', right: '2017', where: 'story', words: '' } as const;
	expect(claimed(claim, story.eras)).toBe('The index of 1991–2007 is above that of 2017.');
	expect(claimed({ ...claim, sign: '<', right: null }, story.eras)).toBe('The index of 1991–2007 is below zero.');
});
