import { expect, test } from 'vitest';
import { compile } from '#compile/compile.ts';
import { points, sample } from '#commands/review/sample.ts';
import { project } from '#tests/compile/project.ts';
import { present } from '#tests/present.ts';

const input = project();
const story = present(compile(input).story);
const bodies = (drawn: readonly string[]) => drawn.map((point) => point.replace(/^\d+\. /, ''));

test('draws the requested number of statements without repetition, the same for the same seed, others for another', () => {
	const seven = sample(story, input, 300, 7);
	expect(new Set(bodies(seven)).size).toBe(300);
	expect(sample(story, input, 300, 7)).toEqual(seven);
	expect(bodies(sample(story, input, 300, 8))).not.toEqual(bodies(seven));
});

test('has records, words of the copy, labels and alternative texts, each with its file and line', () => {
	const all = points(story);
	const drawn = sample(story, input, all.length + 5, 1);
	expect(drawn).toHaveLength(all.length);
	const kinds = ['source', 'event', 'tie', 'contact', 'question', 'position', 'quotation', 'actor', 'figure'];
	for (const kind of [...kinds, 'sentence', 'heading', 'title of a chart', 'alternative text', 'label of a mark'])
		expect(drawn.some((point) => point.includes(`. ${kind}  `))).toBe(true);
	expect(drawn.filter((point) => !/^\d+\. .+ {2}(seeds|src)\/\S+:\d+$/m.test(point))).toEqual([]);
});

test('gives the passages of what rests on any, as they are shown', () => {
	const quoted = sample(story, input, points(story).length, 1).filter((point) =>
		/^\d+\. (event|tie|contact)  /.test(point),
	);
	expect(quoted.length).toBeGreaterThan(80);
	expect(quoted.filter((point) => !/: “.+”$/.test(point))).toEqual([]);
});
