import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pathsOf } from '#build/files.js';
import { compile } from '#compile/compile.ts';
import { inWords } from '#lib/charts/words.ts';
import { project, root } from './project.ts';

const { story } = compile(project());
if (!story) throw new Error('The seeds do not compile: run npm run seeds');
const { subject, sources, actors, events, ties, contacts, questions, eras } = story;

/** Words of plain English or of the trade, a typeface, that happen to be among the story's names. */
const COMMON = new Set([
	'president',
	'congress',
	'house',
	'senate',
	'court',
	'agency',
	'ministry',
	'news',
	'post',
	'georgia',
]);

const listed = (...words: readonly string[]): string[] => [...new Set(words.filter((word) => word.length > 2))];

/** What only this story says: sides, people, articles, ids of its records, its first and last year, how many articles it has. */
const own = listed(
	...subject.sides.flatMap(({ name, short, adjective }) => [name.replace(/^the /, ''), short, adjective]),
	...Object.values(subject.names),
	...actors.flatMap(({ id, name, short, kind }) => [
		...(id.includes('-') ? [id] : []),
		name,
		...(kind === 'person' ? [short] : []),
	]),
	...sources.flatMap(({ id, label, short }) => [id, label, short]),
	...[...events, ...ties, ...contacts, ...questions].map(({ id }) => id).filter((id) => id.includes('-')),
	...[eras[0]?.from, eras.at(-1)?.to].map((day) => day?.slice(0, 4) ?? ''),
	`${inWords(sources.length)} articles`,
	`${inWords(sources.length)} sources`,
	'ambassador',
).filter((word) => !COMMON.has(word.toLowerCase()));

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const anyOf = new RegExp(`(?<![\\p{L}\\p{N}.])(?:${own.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
/** Codes of the two sides, as strings. */
const codes = new RegExp(`(['"])(?:${subject.sides.map(({ code }) => escaped(code)).join('|')})\\1`, 'g');

/** Code without its comments, whose examples may be of this story. */
const withoutComments = (text: string): string =>
	text.replace(/\/\*[^]*?\*\/|<!--[^]*?-->|(?<=^|\s)\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '));

test('no name, side, article, record, first or last year of this story stands in the code', () => {
	const files = pathsOf(join(root, 'src')).filter(
		(path) => /\.(?:ts|js|svelte|css|html)$/.test(path) && !path.startsWith('copy/'),
	);
	expect(files.length).toBeGreaterThan(300);
	const found = files.flatMap((path) =>
		withoutComments(readFileSync(join(root, 'src', path), 'utf8'))
			.split('\n')
			.flatMap((line, index) =>
				[...line.matchAll(anyOf), ...line.matchAll(codes)].map(([word]) => `${path}:${index + 1} ${word}`),
			),
	);
	expect(found).toEqual([]);
});

test('what it looks for is what the story is made of', () => {
	for (const word of ['Sergey Kislyak', 'Russian', 'United States', '1991', '2017', 'five articles', 'vox-analysis'])
		expect(own).toContain(word);
});
