import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pathsOf } from '#build/files.js';
import { story } from '#tests/export/compiled.ts';
import { anyOf, ownCounts, ownWords, sideCodes } from './own-words.ts';
import { root } from './project.ts';

const own = [...ownWords(story), ...ownCounts(story), 'ambassador'];

/** Code without its comments, whose examples may be of this story. */
const withoutComments = (text: string): string =>
	text.replace(/\/\*[^]*?\*\/|<!--[^]*?-->|(?<=^|\s)\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '));

test('the code contains no name, side, article, record, first or last year of this story', () => {
	const files = pathsOf(join(root, 'src')).filter(
		(path) => /\.(?:ts|js|svelte|css|html)$/.test(path) && !path.startsWith('copy/'),
	);
	expect(files.length).toBeGreaterThan(300);
	const [words, codes] = [anyOf(own), sideCodes(story)];
	const found = files.flatMap((path) =>
		withoutComments(readFileSync(join(root, 'src', path), 'utf8'))
			.split('\n')
			.flatMap((line, index) =>
				[...line.matchAll(words), ...line.matchAll(codes)].map(([word]) => `${path}:${index + 1} ${word}`),
			),
	);
	expect(found).toEqual([]);
});

test('the search list is taken from the story’s data', () => {
	for (const word of ['Sergey Kislyak', 'Russian', 'United States', '1991', '2017', 'five articles', 'vox-analysis'])
		expect(own).toContain(word);
});
