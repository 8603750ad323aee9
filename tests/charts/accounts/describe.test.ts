import { expect, test } from 'vitest';
import { positionName, questionName } from '#lib/charts/accounts/describe.ts';
import { accountsTable } from '#lib/charts/accounts/table.ts';
import { accountsGeometry } from '#lib/charts/accounts/geometry.ts';
import { accounts } from './fixtures.ts';

const names = new Map([['arcadia', 'Arcadia']]);

test('names a position with its question, its source, its kind, whose answer it is and what it says', () => {
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

test('names a question, and who is silent on it', () => {
	const rows = accountsGeometry(accounts)
		.blocks.flat()
		.flatMap((group) => group.rows);
	const named = Object.fromEntries(rows.map((row) => [row.question.id, questionName(row)]));
	expect(named['was-recalled']).toMatch(/\? Herald is silent\.$/);
	expect(named['was-polite']).toMatch(/\? .* and .* are silent\.$/);
	const [row] = rows;
	const silent = Array.from({ length: 15 }, () => accounts.sources[0]).filter((source) => source !== undefined);
	expect(row && questionName({ ...row, silent })).toMatch(/\? 15 articles are silent\.$/);
	expect(row && questionName({ ...row, silent: [] })).toMatch(/\? All two articles answer\.$/);
});

test('has a row for each question and each answer, in words, in the order of the drawing', () => {
	const { rows, columns } = accountsTable(accounts);
	const drawn = accountsGeometry(accounts)
		.blocks.flat()
		.flatMap((group) => group.rows)
		.flatMap(({ question, cells }) => [question.id, ...cells.map(({ position }) => position.id)]);
	expect(rows.map(({ id }) => id)).toEqual(drawn);
	const question = rows.find(({ id }) => id === 'was-physicist');
	expect(question?.cells.slice(1)).toEqual(['Answered by two of three articles. Herald is silent.']);
	expect(question?.group).toMatch(/: affirmed and denied$/);
	const answer = rows.find(({ under }) => under === 'was-physicist');
	expect(answer?.cells).toEqual(['Gazette affirms:', 'It affirms.']);
	expect(rows.every(({ cells }) => cells.length === columns.length)).toBe(true);
});
