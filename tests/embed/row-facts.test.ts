import { expect, test } from 'vitest';
import { articleOf, factsOf } from '#lib/embed/row-facts.ts';
import { evidenceEntries } from '#lib/ledger/entries.ts';
import { tables } from '#lib/story/charts.ts';
import { story } from '#tests/export/compiled.ts';

test('an answer is of the article with the longest name that begins its title', () => {
	const labels = ['The Times', 'The Times of Oslo'];
	expect(articleOf('The Times of Oslo affirms: Did it rain?', labels)).toBe('The Times of Oslo');
	expect(articleOf('The Times affirms: Did it rain?', labels)).toBe('The Times');
	expect(articleOf('The Timescale affirms: Did it rain?', labels)).toBeUndefined();
});

test('no fact but a title stands below a row whose cell says it', () => {
	const entries = new Map(evidenceEntries(story).map((entry) => [entry.id, entry]));
	for (const [chart, table] of Object.entries(tables(story))) {
		const { below } = factsOf(table, entries);
		const twice = table.rows.flatMap(({ id, cells }) =>
			(below.get(id) ?? [])
				.filter(([fact, words]) => fact !== 'title' && words !== '' && cells.includes(words))
				.map(([fact]) => `${id} ${fact}`),
		);
		expect(twice, chart).toEqual([]);
	}
});
