import { expect, test } from 'vitest';
import { accountsGeometry, blocksInFocus } from '#lib/charts/accounts/geometry.ts';
import { accounts } from './invented.ts';

const geometry = accountsGeometry(accounts);

test('puts first the questions that one source affirms and another denies', () => {
	expect(geometry.blocks.map(({ title, rows }) => [title, rows.map(({ question }) => question.id)])).toEqual([
		['One says yes, another no', ['was-physicist']],
		['Said with reservations, or not by all', ['was-recalled', 'was-polite']],
	]);
});

test('leaves out a kind of difference that no question has', () => {
	const { blocks } = accountsGeometry({ ...accounts, questions: accounts.questions.slice(1, 2) });
	expect(blocks.map(({ title }) => title)).toEqual(['One says yes, another no']);
});

test('gives each position one cell, silence included', () => {
	const cells = geometry.blocks.flatMap(({ rows }) =>
		rows.flatMap(({ cells }) => cells.map(({ position }) => position.id)),
	);
	expect(cells.sort()).toEqual(accounts.positions.map(({ id }) => id).sort());
});

test('leaves a label of 24 characters room beside the columns at 288 pixels', () => {
	const [first] = geometry.columns;
	expect(((first?.x ?? 0) - geometry.columnWidth / 2) * 2.88).toBeGreaterThan(24 * 6);
});

test('keeps targets at least 24 pixels high and, with five sources, wide at 288 pixels', () => {
	const five = { ...accounts, sources: [...accounts.sources, ...accounts.sources.slice(0, 2)] };
	expect(geometry.rowHeight).toBeGreaterThanOrEqual(24);
	expect(accountsGeometry(five).columnWidth * 2.88).toBeGreaterThanOrEqual(24);
});

test('sets heads of neighbouring columns on different lines', () => {
	const heights = geometry.columns.map(({ above }) => above);
	expect(heights.slice(1).every((above, index) => above !== heights[index])).toBe(true);
});

test('shows in a picture only the rows that hold something in focus, and all where nothing is', () => {
	const ids = (focus: string[]) =>
		blocksInFocus(geometry, focus).map(({ rows }) => rows.map(({ question }) => question.id));
	expect(ids(['was-polite'])).toEqual([['was-polite']]);
	expect(ids(['was-recalled--courier', 'was-physicist'])).toEqual([['was-physicist', 'was-recalled']]);
	expect(ids(['courier'])).toEqual([['was-physicist', 'was-recalled', 'was-polite']]);
	expect(blocksInFocus(geometry, [])).toEqual(geometry.blocks);
});
