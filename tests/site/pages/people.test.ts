import { describe, expect, test } from 'vitest';
import type { Step } from '#lib/model/copy.ts';
import { holds } from '#tests/quality/holds.ts';
import { present } from '#tests/present.ts';
import { figures, names, scored, steps, story, table } from './chart-pages.ts';

describe('statements about people keep their degree of certainty', () => {
	const unsure = story.contacts.filter(({ status }) => status !== 'confirmed');
	const [marks, own] = [names(present(figures['contacts'])), table('contacts')];

	/** Contacts whose status is not in the name of the mark, or not in the row. */
	const unqualified = (marks: ReadonlyMap<string, string>, table: ReadonlyMap<string, string[]>): string[] =>
		unsure
			.filter(({ id, status }) => !marks.get(id)?.includes(`Status: ${status}`) || !table.get(id)?.includes(status))
			.map(({ id }) => id);

	const stems: Record<string, RegExp> = {
		reported: /report/,
		alleged: /alleg/,
		proposed: /propos|invit/,
		denied: /den(y|ied)/,
	};
	/** Steps with such a contact in focus that describe it as certain. */
	const settled = (described: readonly Pick<Step, 'id' | 'focus' | 'description'>[]): string[] =>
		described.flatMap(({ id, focus, description }) =>
			unsure
				.filter((contact) => focus.includes(contact.id) && !stems[contact.status]?.test(description))
				.map((contact) => `${id} does not say that ${contact.id} is ${contact.status}`),
		);

	test('in the name of the mark and in the row of the table', ({ task }) => {
		expect(unsure.length).toBeGreaterThan(5);
		expect(unqualified(marks, own)).toEqual([]);
		for (const event of scored) expect(names(present(figures['relations'])).get(event.id)).toContain(event.status);
		holds(task, 'people/labels', `${unsure.length} contacts, ${scored.length} events`);
	});

	test('in the description of each step that points at it, and so in its alternative texts', ({ task }) => {
		expect(settled(steps)).toEqual([]);
		expect(steps.some(({ focus }) => unsure.some(({ id }) => focus.includes(id)))).toBe(true);
		holds(task, 'people/descriptions', `${steps.length} steps`);
	});

	test('a name, a row or a description without the word is reported', () => {
		const { id, status } = present(unsure[0]);
		const named = new Map([...marks, [id, 'They met.']]);
		const rowed = new Map([...own, [id, present(own.get(id)).filter((cell) => cell !== status)]]);
		expect(unqualified(named, own)).toEqual([id]);
		expect(unqualified(marks, rowed)).toEqual([id]);
		expect(settled([{ id: 'a-step', focus: [id], description: 'The two met.' }])).toHaveLength(1);
	});
});
