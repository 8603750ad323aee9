import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compile, means } from '#compile/compile.ts';
import { parseCopy } from '#compile/copy/read.ts';
import { dataOf } from '#compile/copy/proof/data.ts';
import type { Position, PositionKind } from '#lib/model/questions.ts';
import type { Story } from '#lib/model/story.ts';
import { project, root } from '#tests/compile/project.ts';

const { story } = compile(project());
if (!story) throw new Error('The seeds do not compile: run npm run seeds');
const whole: Story = story;
const text = readFileSync(join(root, 'src/copy/en.aml'), 'utf8');

/**
 * The story's own copy, read over the story's records and one more source, which takes `position` where all others speak and
 * is silent elsewhere.
 */
function withSixth(position: PositionKind, copy: string) {
	const [first] = whole.sources;
	if (!first) throw new Error('The story has no source');
	const sixth = { ...first, id: 'sixth', label: 'The Sixth', short: 'Sixth' };
	const positions = whole.questions.flatMap(({ id }): Position[] => {
		const others = whole.positions.filter(({ question }) => question === id);
		const own = others.some(({ position }) => position === 'silent') ? 'silent' : position;
		return others.slice(0, 1).map((other) => ({
			...other,
			...{ id: `${id}--sixth`, source: 'sixth', position: own, says: '' },
			...{ evidence: [], sources: own === 'silent' ? [] : ['sixth'], disputedBy: [] },
		}));
	});
	const records = { ...whole, sources: [...whole.sources, sixth], positions: [...whole.positions, ...positions] };
	return parseCopy(
		{ file: 'en.aml', text: copy },
		{
			figures: new Map([
				...whole.figures.map(({ id, value, unit }) => [id, { value, isYear: unit === 'year' }] as const),
				...means(whole.eras),
			]),
			share: () => null,
			data: dataOf(records),
			isSound: true,
			leads: [],
		},
	);
}

const words =
	'{sources.sixth}\nvoice: A voice of its own. {own: not in the data}\nunknown: Its own end. {own}\n{}\n\n[+story]';
const worded = text.replace('[+story]', () => words);

test('a sixth article that is silent is no answer to what all are said to speak of', () => {
	const { copy, diagnostics } = withSixth('silent', text);
	expect(copy).toBeNull();
	const codes = new Set(diagnostics.map(({ code }) => code));
	expect([...codes].sort()).toEqual(['copy-count-shape', 'copy-own-false', 'copy-source-without-words']);
});

test('with six articles, the copy says six wherever it counts them, and five nowhere', () => {
	const textOf = (of: typeof whole.copy) =>
		JSON.stringify([of.title, of.standfirst, of.description, of.chapters, of.charts, of.sources]);
	const count = (of: string, number: string): number =>
		of.match(new RegExp(`\\b${number} (?:articles|sources)\\b|\\b(?:the|all) ${number}\\b(?! panels)`, 'gi'))?.length ??
		0;
	const now = count(textOf(whole.copy), 'five');
	expect(now).toBeGreaterThan(10);
	const { copy, diagnostics } = withSixth('qualifies', worded);
	expect(diagnostics).toEqual([]);
	const six = copy ? textOf(copy) : '';
	expect(count(six, 'five')).toBe(0);
	expect(count(six, 'six')).toBeGreaterThanOrEqual(now);
});
