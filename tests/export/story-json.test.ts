import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { storyJson, storySchema } from '#lib/export/story-json.ts';
import { explained } from '#lib/export/tables/table.ts';
import { tables } from '#lib/export/tables/tables.ts';
import { hostile, story } from './compiled.ts';

const ajv = new Ajv({ allErrors: true });
const validate = ajv.compile(storySchema(story.subject));
/** As a program that reads the file has it. */
const reread = (from: typeof story): unknown => JSON.parse(JSON.stringify(storyJson(from)));

test.each([
	['as compiled', story],
	['with hostile texts', hostile],
])('the whole story, %s, answers to its schema', (_, from) => {
	validate(reread(from));
	expect(validate.errors ?? []).toEqual([]);
});

test('a story with an added, a missing or an invalid property does not', () => {
	const [event] = story.events;
	const wrong = [
		{ ...event, extra: 1 },
		{ ...event, title: undefined },
		{ ...event, status: 'sure' },
		{ ...event, cameo: { code: '10', name: '' } },
		{ ...event, date: { edtf: '2014' } },
	];
	for (const one of wrong) {
		const whole: unknown = JSON.parse(JSON.stringify({ ...storyJson(story), events: [one] }));
		expect(validate(whole)).toBe(false);
	}
});

test('the schema explains a property in the words that explain its column', () => {
	const events = tables(story.subject).find(({ name }) => name === 'events');
	const schema = JSON.stringify(storySchema(story.subject));
	for (const name of ['title', 'dyad', 'status', 'settled', 'era']) {
		const field = events?.fields.find((one) => one.name === name) ?? { description: '', meanings: {} };
		expect(field.description.length).toBeGreaterThan(8);
		expect(schema).toContain(JSON.stringify(explained(field)));
	}
});
