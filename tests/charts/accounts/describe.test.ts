import { expect, test } from 'vitest';
import { accountsTable, positionName } from '#lib/charts/accounts/describe.ts';
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

test('has a row for each position, in words', () => {
	const { rows, columns } = accountsTable(accounts);
	expect(rows.map(({ id }) => id)).toEqual(accounts.positions.map(({ id }) => id));
	expect(rows[2]?.cells.slice(1)).toEqual(['Herald', 'silent', 'says nothing about it']);
	expect(rows.every(({ cells }) => cells.length === columns.length)).toBe(true);
});
