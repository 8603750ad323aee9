import { expect, test } from 'vitest';
import { gradeOf, statement } from '#lib/accessibility/statement.ts';
import { tables } from '#lib/story/charts.ts';
import { story } from '#tests/export/compiled.ts';

const page = statement(story);

test('counts the steps and marks of each chart as the story has them', () => {
	const steps = story.copy.chapters.flatMap((chapter) => chapter.steps);
	for (const { id, steps: count, marks } of page.charts) {
		expect(count, id).toBe(steps.filter(({ chart }) => chart === id).length);
		expect(marks, id).toBe(tables(story)[id]?.rows.length);
	}
	expect(page.charts).toHaveLength(4);
});

test('never claims a contrast that a colour does not reach', () => {
	for (const { use, due, found } of page.contrasts) expect(Math.min(...found), use).toBeGreaterThanOrEqual(due);
	for (const { sight, found } of page.apart) expect(Math.min(...found), sight).toBeGreaterThanOrEqual(20);
	expect([...page.contrasts, ...page.apart].map(({ found }) => found.length)).toEqual(Array(9).fill(2));
});

test('counts the contacts that are not confirmed', () => {
	expect(page.unsure).toBe(story.contacts.filter(({ status }) => status !== 'confirmed').length);
	expect(page.unsure).toBeGreaterThan(0);
});

test('the story needs at most nine years of school by the formula', () => {
	// 13 words and 18 syllables in two sentences.
	expect(gradeOf('The ambassador went home in July. The quarrel stayed for all to see.')).toBeCloseTo(
		0.39 * (13 / 2) + 11.8 * (18 / 13) - 15.59,
		5,
	);
	expect(page.grade).toBeGreaterThan(4);
	expect(page.grade).toBeLessThanOrEqual(9);
});
