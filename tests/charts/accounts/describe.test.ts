import { expect, test } from 'vitest';
import { accountsTable, positionName } from '#lib/charts/accounts/describe.ts';
import { accountsGeometry } from '#lib/charts/accounts/geometry.ts';
import { accounts } from './invented.ts';

test('names a position with its question, its source, its stand and what it says', () => {
	const [question] = accounts.questions;
	const [affirms, , silent] = accounts.positions;
	const [gazette, , herald] = accounts.sources;
	const named = (position: typeof affirms, source: typeof gazette) =>
		position && question && source && positionName(position, question, source);
	expect(named(affirms, gazette)).toMatch(/\? Gazette affirms: It affirms\.$/);
	expect(named(silent, herald)).toMatch(/\? Herald is silent$/);
});

test('has a row for each position, in words, in the order of the drawing', () => {
	const { rows, columns } = accountsTable(accounts);
	expect(rows.map(({ id }) => id).sort()).toEqual(accounts.positions.map(({ id }) => id).sort());
	const drawn = accountsGeometry(accounts)
		.blocks.flat()
		.flatMap((group) => group.rows.flatMap(({ cells }) => cells));
	expect(rows.map(({ id }) => id)).toEqual(drawn.map(({ position }) => position.id));
	const silent = rows.find(({ id }) => id === 'was-physicist--herald');
	expect(silent?.cells.slice(1)).toEqual(['Herald', 'silent', 'says nothing about it']);
	expect(rows.every(({ cells }) => cells.length === columns.length)).toBe(true);
});
