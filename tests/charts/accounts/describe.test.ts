import { expect, test } from 'vitest';
import { accountsTable, positionName } from '#lib/charts/accounts/describe.ts';
import { accountsGeometry } from '#lib/charts/accounts/geometry.ts';
import { accounts } from './fixtures.ts';

const names = new Map([['arcadia', 'Arcadia']]);

test('names a position with its question, its source, its stand, whose answer it is and what it says', () => {
	const [question] = accounts.questions;
	const [affirms, , silent] = accounts.positions;
	const [gazette, , herald] = accounts.sources;
	const named = (position: typeof affirms, source: typeof gazette) =>
		position && question && source && positionName(position, question, source, names);
	expect(named(affirms, gazette)).toMatch(/\? Gazette affirms: It affirms\.$/);
	expect(named(silent, herald)).toMatch(/\? Herald is silent$/);
	expect(named(accounts.positions[4], gazette)).toMatch(/\? Gazette gives a denial by Arcadia: It denies\.$/);
	const carries = [{ position: 'denies', voice: ['unnamed'] }] as const;
	expect(named(affirms && { ...affirms, carries }, gazette)).toMatch(
		/It affirms\. It also gives a denial by somebody not named\.$/,
	);
});

test('has a row for each position, in words, in the order of the drawing', () => {
	const { rows, columns } = accountsTable(accounts);
	expect(rows.map(({ id }) => id).sort()).toEqual(accounts.positions.map(({ id }) => id).sort());
	const drawn = accountsGeometry(accounts)
		.blocks.flat()
		.flatMap((group) => group.rows.flatMap(({ cells }) => cells));
	expect(rows.map(({ id }) => id)).toEqual(drawn.map(({ position }) => position.id));
	const silent = rows.find(({ id }) => id === 'was-physicist--herald');
	expect(silent?.cells.slice(1)).toEqual(['Herald', 'silent', '', 'says nothing about it']);
	expect(rows.every(({ cells }) => cells.length === columns.length)).toBe(true);
});
