import { describe, expect, test } from 'vitest';
import { range } from 'd3';
import { accountsGeometry, gridInFocus, SIGN_WIDTH } from '#lib/charts/accounts/geometry.ts';
import type { GroupPlace } from '#lib/charts/accounts/places.ts';
import { answersIn } from '#lib/model/position-words.ts';
import type { PositionKind } from '#lib/model/questions.ts';
import { accounts } from './fixtures.ts';

const geometry = accountsGeometry(accounts);
const groups = geometry.blocks.flat();
const words = (title: GroupPlace['title']) => `${title?.count ?? ''} ${title?.words ?? ''}`;

test('groups questions by how the articles differ, the sharpest first, and counts them in words', () => {
	expect(groups.map(({ title, rows }) => [words(title), rows.map(({ question }) => question.id)])).toEqual([
		['1 question: affirmed and denied', ['was-physicist']],
		['1 question: one kind of answer', ['was-polite']],
		['1 question: affirmed and qualified', ['was-recalled']],
	]);
});

test('a denial that an article only quotes counts as one', () => {
	const positions = accounts.positions.map((position) =>
		position.question === 'was-recalled' && position.position === 'qualifies'
			? { ...position, carries: [{ position: 'denies' as const, voice: ['arcadia'] }] }
			: position,
	);
	const [first] = accountsGeometry({ ...accounts, positions }).blocks.flat();
	expect(words(first?.title ?? null)).toBe('2 questions: affirmed and denied');
	const cells = first?.rows.flatMap((row) => row.cells) ?? [];
	expect(cells.flatMap(({ position }) => answersIn(position).slice(1))).toEqual(['denies']);
});

test('omits kinds of difference without a question', () => {
	const { blocks } = accountsGeometry({ ...accounts, questions: accounts.questions.slice(1, 2) });
	expect(blocks.flat().map(({ title }) => words(title))).toEqual(['1 question: affirmed and denied']);
});

test('puts first in a group what most articles answer', () => {
	const recalled = (id: string, answers: readonly string[]) =>
		accounts.sources.map(({ id: source }, index) => ({
			...accounts.positions[0],
			...{ id: `${id}--${source}`, question: id, source, position: answers[index] },
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

test('gives each answer one cell, and silence a dash', () => {
	const rows = groups.flatMap((group) => group.rows);
	const spoken = accounts.positions.filter(({ position }) => position !== 'silent').map(({ id }) => id);
	expect(rows.flatMap(({ cells }) => cells.map(({ position }) => position.id)).sort()).toEqual(spoken.sort());
	for (const { cells, dashes, silent } of rows) {
		expect(cells.length + dashes.length).toBe(accounts.sources.length);
		expect(silent).toHaveLength(dashes.length);
	}
});

test('leaves a label of 24 characters room beside the columns at 288 pixels', () => {
	const [first] = geometry.columns;
	expect(((first?.x ?? 0) - SIGN_WIDTH / 2) * 2.88).toBeGreaterThan(24 * 6);
});

test('a drawing has at most 40 questions, the sharpest first, with all that its steps put in focus; a table has all', () => {
	const copies = range(30).flatMap((copy) =>
		accounts.questions.map((question) => {
			const suffix = `-${copy}`;
			return {
				question: { ...question, id: question.id + suffix, positions: question.positions.map((id) => id + suffix) },
				positions: accounts.positions
					.filter((position) => position.question === question.id)
					.map((position) => ({ ...position, id: position.id + suffix, question: position.question + suffix })),
			};
		}),
	);
	const many = {
		...accounts,
		questions: copies.map(({ question }) => question),
		positions: copies.flatMap(({ positions }) => positions),
	};
	const rowsOf = ({ blocks }: { readonly blocks: typeof geometry.blocks }) =>
		blocks.flat().flatMap((group) => group.rows.map(({ question }) => question.id));
	const all = accountsGeometry(many);
	expect([rowsOf(all).length, all.undrawn]).toEqual([copies.length, 0]);
	const [last = '', position = ''] = [
		rowsOf(all).at(-1),
		many.questions.find(({ id }) => id === rowsOf(all).at(-2))?.positions[0],
	];
	const drawn = accountsGeometry(many, [{ focus: [last] }, { focus: [position] }]);
	const sharpest = rowsOf(all).slice(0, 30);
	expect(rowsOf(drawn)).toHaveLength(40);
	expect(drawn.undrawn).toBe(copies.length - 40);
	expect(rowsOf(drawn)).toEqual(expect.arrayContaining([...sharpest, last, rowsOf(all).at(-2)]));
	expect(drawn.blocks.flat().map(({ title }) => title?.words)).toContain('affirmed and qualified; 10 shown');
});

describe('twenty articles', () => {
	const [article] = accounts.sources;
	const sources = range(20).map((index) => ({ ...article, id: `s${index}`, label: `Paper ${index}` }));
	const answers = [...Array<PositionKind>(9).fill('qualifies'), 'affirms', 'denies'] as const;
	const positions = accounts.questions.flatMap(({ id }, at) =>
		sources.map((source, index) => ({
			...accounts.positions[0],
			...{ id: `${id}--${source.id}`, question: id, source: source.id },
			position: (index < 4 + at * 3 ? answers[index] : undefined) ?? 'silent',
		})),
	);
	const questions = accounts.questions.map((question) => ({
		...question,
		positions: sources.map(({ id }) => `${question.id}--${id}`),
	}));
	const many = accountsGeometry({ ...accounts, sources, questions, positions } as typeof accounts);
	const rows = many.blocks.flat().flatMap((group) => group.rows);

	test('have no columns: a sign for each that answers, those of a kind together, and the number of the silent', () => {
		expect(many.columns).toEqual([]);
		const longest = rows.find(({ cells }) => cells.length === 10);
		expect(longest?.cells.map(({ position }) => position.position)).toEqual([
			'affirms',
			...Array<PositionKind>(9).fill('qualifies'),
		]);
		expect(longest?.dashes).toEqual([{ x: 61.3, line: 2, count: 10 }]);
		expect(longest?.lines).toBe(3);
	});

	test('have targets of at least 24 pixels at 288', () => {
		expect(SIGN_WIDTH * 2.88).toBeGreaterThanOrEqual(24);
		for (const { cells, dashes } of rows) {
			const places = [...cells, ...dashes].map(({ x, line }) => `${x} ${line}`);
			expect(new Set(places).size).toBe(places.length);
			for (const { x } of cells) expect(Math.round((x - 61.3) * 10) % 86).toBe(0);
		}
	});

	test('have columns in a picture where few of them answer', () => {
		const [few] = rows.filter(({ cells }) => cells.length === 4).map(({ question }) => question.id);
		const grid = gridInFocus(many, [few ?? '']);
		expect(grid.columns).toHaveLength(4);
		expect(grid.blocks.flat().flatMap((group) => group.rows.flatMap(({ dashes }) => dashes))).toEqual([]);
		const wide = gridInFocus(
			many,
			rows.map(({ question }) => question.id),
		);
		expect(wide.columns).toEqual([]);
	});
});

test('names columns on stairs, the leftmost lowest', () => {
	const heights = geometry.columns.map(({ y }) => y);
	expect(heights).toEqual([...heights].sort((a, b) => b - a));
	expect(new Set(heights).size).toBe(heights.length);
});

test('shows in a picture only the rows that hold something in focus, in its order, and all where nothing is', () => {
	const ids = (focus: string[]) =>
		gridInFocus(geometry, focus)
			.blocks.flat()
			.map(({ rows }) => rows.map(({ question }) => question.id));
	expect(ids(['was-polite'])).toEqual([['was-polite']]);
	expect(ids(['was-recalled--courier', 'was-physicist'])).toEqual([['was-recalled', 'was-physicist']]);
	expect(ids(['courier'])[0]).toHaveLength(2);
	expect(gridInFocus(geometry, []).blocks).toEqual(geometry.blocks);
});
