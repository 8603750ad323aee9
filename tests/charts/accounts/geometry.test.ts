import { expect, test } from 'vitest';
import { accountsGeometry, blocksInFocus, type GroupPlace } from '#lib/charts/accounts/geometry.ts';
import { accounts } from './fixtures.ts';

const geometry = accountsGeometry(accounts);
const groups = geometry.blocks.flat();
const words = (title: GroupPlace['title']) => `${title?.count ?? ''} ${title?.words ?? ''}`;

test('groups questions by how the articles differ, the sharpest first, and counts them in words', () => {
	expect(groups.map(({ title, rows }) => [words(title), rows.map(({ question }) => question.id)])).toEqual([
		['1 of 3 questions: one affirms what another denies', ['was-physicist']],
		['1: answers of one kind only', ['was-polite']],
		['1: one affirms, another qualifies', ['was-recalled']],
	]);
});

test('leaves out a kind of difference that no question has', () => {
	const { blocks } = accountsGeometry({ ...accounts, questions: accounts.questions.slice(1, 2) });
	expect(blocks.flat().map(({ title }) => words(title))).toEqual(['1 of 1 questions: one affirms what another denies']);
});

test('puts first in a group what most articles answer', () => {
	const recalled = (id: string, stands: readonly string[]) =>
		accounts.sources.map(({ id: source }, index) => ({
			...accounts.positions[0],
			...{ id: `${id}--${source}`, question: id, source, position: stands[index] },
		}));
	const questions = ['few', 'many'].map((id) => ({
		...accounts.questions[0],
		...{ id, positions: accounts.sources.map((source) => `${id}--${source.id}`) },
	}));
	const positions = [
		...recalled('few', ['affirms', 'denies', 'silent']),
		...recalled('many', ['affirms', 'denies', 'qualifies']),
	];
	const { blocks } = accountsGeometry({ ...accounts, questions, positions } as typeof accounts);
	expect(blocks.flat()[0]?.rows.map(({ question }) => question.id)).toEqual(['many', 'few']);
});

test('orders columns so that those which answer the same questions are neighbours', () => {
	const turned = accounts.positions.map((position) => ({
		...position,
		position: position.source === 'courier' ? ('silent' as const) : ('affirms' as const),
	}));
	const { columns } = accountsGeometry({ ...accounts, positions: turned });
	expect(columns.map(({ source }) => source.id)).toEqual(['gazette', 'herald', 'courier']);
	expect(columns.map(({ answers }) => answers)).toEqual([3, 3, 0]);
});

test('gives each position one cell, silence included', () => {
	const cells = groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells.map(({ position }) => position.id)));
	expect(cells.sort()).toEqual(accounts.positions.map(({ id }) => id).sort());
});

test('leaves a label of 24 characters room beside the columns at 288 pixels', () => {
	const [first] = geometry.columns;
	expect(((first?.x ?? 0) - geometry.columnWidth / 2) * 2.88).toBeGreaterThan(24 * 6);
});

test('keeps targets at least 24 pixels wide with five sources at 288 pixels', () => {
	const five = { ...accounts, sources: [...accounts.sources, ...accounts.sources.slice(0, 2)] };
	expect(accountsGeometry(five).columnWidth * 2.88).toBeGreaterThanOrEqual(24);
});

test('names columns on stairs, the leftmost lowest', () => {
	const heights = geometry.columns.map(({ y }) => y);
	expect(heights).toEqual([...heights].sort((a, b) => b - a));
	expect(new Set(heights).size).toBe(heights.length);
});

test('shows in a picture only the rows that hold something in focus, in its order, and all where nothing is', () => {
	const ids = (focus: string[]) =>
		blocksInFocus(geometry, focus)
			.flat()
			.map(({ rows }) => rows.map(({ question }) => question.id));
	expect(ids(['was-polite'])).toEqual([['was-polite']]);
	expect(ids(['was-recalled--courier', 'was-physicist'])).toEqual([['was-recalled', 'was-physicist']]);
	expect(ids(['courier'])[0]).toHaveLength(3);
	expect(blocksInFocus(geometry, [])).toEqual(geometry.blocks);
});
