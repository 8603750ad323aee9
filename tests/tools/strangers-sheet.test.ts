import { expect, test } from 'vitest';
import { keyOf, places, sheetOf, type SheetSlice } from './strangers-sheet.ts';
import { actors, events, sources, ties } from '#tests/charts/fixtures.ts';

const step = (id: string, chart: 'relations' | 'ties', focus: string[]) => ({
	...{ id, chart, focus, chapter: '', frame: 'all', text: [] },
	...{ heading: `Heading of ${id}`, description: `Shows ${id}.` },
});
const chart = { title: 'It fell', how: '', credit: '', description: '' };
const story = {
	...{ actors, events, sources, ties, contacts: [], questions: [], positions: [] },
	copy: {
		description: 'About two countries.',
		charts: { relations: chart, ties: chart, contacts: chart, accounts: chart },
		chapters: [{ steps: [step('rupture', 'relations', ['ban', 'war']), step('gone', 'ties', ['club'])] }],
	},
} as unknown as SheetSlice;

test('asks for finding, time, parties, certainty and size, and the key answers each from the data', () => {
	const [sheet, key] = [sheetOf(places(story)), keyOf(places(story))];
	expect(sheet).toContain('## 02-rupture');
	for (const question of ['What is the finding', 'ban”: when, exactly', 'ban”: who did it', 'how sure', 'drawn larger'])
		expect(sheet).toContain(question);
	expect(key).toContain('**2014-03-01 to 2014-03-31; no finer than that**');
	expect(key).toContain('**Arcadia → Borduria**');
	expect(key).toContain('**asserted; Gazette, Herald (2 of 3)**');
	expect(key).toContain('**“Invented war”; “Invented ban” conflict, “Invented war” conflict**');
	expect(key).toContain('ended: 2014-01-01 to 2014-12-31; suspended');
});

test('the sheet gives no answer away, and numbers all questions in order', () => {
	const all = places(story);
	const sheet = sheetOf(all);
	for (const { answer } of all.flatMap(({ questions }) => questions)) expect(sheet).not.toContain(answer);
	const numbers = [...sheet.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
	expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});

test('takes the requested places, and rejects unknown ones', () => {
	expect(places(story, ['gone']).map(({ id }) => id)).toEqual(['gone']);
	expect(() => places(story, ['nowhere'])).toThrow('No step with a chart is called nowhere.');
});
