import { expect, test } from 'vitest';
import { compile } from '#compile/compile.ts';
import { readInput } from '#compile/read.ts';
import { dossier, SOURCES } from './dossier.ts';

test.each([1, 2])('the records %i times over are a dossier without a fault', (times) => {
	const { story, diagnostics } = compile(dossier(readInput('.'), times));
	expect(diagnostics).toEqual([]);
	expect(story?.sources).toHaveLength(times * SOURCES);
});
