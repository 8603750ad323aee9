import { expect, test } from 'vitest';
import { battery, type Scored, judge, shareOf, THRESHOLD, type Direction } from '#compile/method/battery.ts';
import { compile } from '#compile/compile.ts';
import { project } from '#tests/compile/project.ts';

const input = project();
const { story } = compile(input);
const scored = (id: string, era: string, goldstein: number, sources: string[]): Scored => ({
	...{ id, era, dyad: 'us-ru', sources, cameo: { code: goldstein > 0 ? '030' : '111', name: '', goldstein } },
});
const made = battery(
	[scored('pact', 'early', 4, ['post']), scored('insult', 'late', -2, ['post', 'times'])],
	['early', 'late'],
	['post', 'times'],
	new Map(),
);
const over: Direction = { left: 'early', sign: '>', right: 'late' };

test('counts the variants in which a claim holds; a gap is neither above nor below', () => {
	// 24 recipes: whole, without either source, without either event. Without the Post, or the pact, nothing is early;
	// without the insult nothing is late.
	expect(shareOf(over, made)).toEqual({ holds: 24 * 2, of: 24 * 5 });
	expect(shareOf({ ...over, sign: '<' }, made)).toEqual({ holds: 0, of: 24 * 5 });
	expect(shareOf({ left: 'early', sign: '>', right: null }, made)).toEqual({ holds: 24 * 3, of: 24 * 5 });
	expect(shareOf({ left: 'other', sign: '<', right: null }, made).holds).toBe(0);
});

test('reports a claim that holds in too few variants', () => {
	const [judged] = judge([{ ...over, where: 'relations', words: 'It fell' }], made);
	expect(judged?.whole).toEqual({ holds: 24, of: 24 });
	expect(judged?.bySource).toEqual([
		{ source: 'post', holds: 0, of: 24 },
		{ source: 'times', holds: 24, of: 24 },
	]);
	expect(judged?.withoutEvent).toEqual({ holds: 0, of: 48 });
	expect(judged?.byRecipe).toHaveLength(24);
	expect(judged?.byRecipe.every(({ holds, of }) => holds === 2 && of === 5)).toBe(true);
});

test('every claim of the copy holds in at least 95 % of the variants, and their counts add up', () => {
	const method = story?.method;
	expect(method?.claims.length).toBeGreaterThan(5);
	for (const { claim, holds, of, byRecipe, bySource, withoutEvent, whole } of method?.claims ?? []) {
		expect({ claim, isFirm: holds >= THRESHOLD * of }).toEqual({ claim, isFirm: true });
		const sum = (shares: readonly { holds: number }[]) => shares.reduce((all, share) => all + share.holds, 0);
		expect(sum(byRecipe)).toBe(holds);
		expect(sum([...bySource, withoutEvent, whole])).toBe(holds);
		expect(of).toBe(method?.variants);
	}
});

test('a claim that the copy makes too boldly fails the build, with its place and its share', () => {
	const bold = input.map(({ file, text }) => ({
		file,
		text: file.endsWith('en.aml') ? text.replace('2014-2015 < 0;', '2014-2015 < 0; 2016 < 0;') : text,
	}));
	const { diagnostics, ...rest } = compile(bold);
	expect(rest.story).toBeNull();
	expect(diagnostics.map(({ file, code }) => [file, code])).toEqual([['src/copy/en.aml', 'copy-claim-weak']]);
	expect(diagnostics[0]?.message).toMatch(/holds in \d+ of \d+ variants of the index \(8\d\.\d %\)/);
}, 20_000);
