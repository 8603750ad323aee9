import { expect, test } from 'vitest';
import { endingLabel, markName } from '#lib/charts/ties/describe.ts';
import { tiesTable } from '#lib/charts/ties/table.ts';
import { tiesGeometry } from '#lib/charts/ties/geometry.ts';
import { eras, sources, subject, ties } from '#tests/charts/fixtures.ts';
import { present } from '#tests/present.ts';

const tie = (id: string) => present(ties.find((each) => each.id === id));

test('names a mark by title, opening, end and support', () => {
	expect(markName(tie('votes'), { sources })).toBe(
		'Invented Votes in the assembly. Opened: not in the articles. Cut (stripped): 2014-04-01 to 2014-04-30. Reported by one of three articles.',
	);
	expect(markName(tie('mail'), { sources })).toContain('Still open: 2016-03-01.');
});

test('labels an end by its word and its years, and what did not end by its outcome', () => {
	expect(['club', 'house', 'mail'].map((id) => endingLabel(tie(id)))).toEqual([
		'suspended 2014',
		'seized Nov 2016–Jan ’17',
		'still open 1 Mar 2016',
	]);
});

test('has a row for each mark, in its order', () => {
	const table = tiesTable({ ties, sources, subject });
	expect(table.rows.map(({ id }) => id)).toEqual(tiesGeometry({ ties, sources, eras }).rows.map(({ id }) => id));
	expect(present(table.rows[0]).cells).toEqual([
		'Invented Seat in the club',
		'1998-01-01 to 1998-12-31',
		'2014-01-01 to 2014-12-31',
		'suspended',
		'Gazette',
	]);
});
