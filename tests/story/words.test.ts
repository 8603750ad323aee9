import { expect, test } from 'vitest';
import { compile } from '#compile/compile.ts';
import { guilt } from '#compile/copy/style.ts';
import { readInput } from '#compile/read.ts';
import type { Paragraph } from '#lib/model/copy.ts';

const { story } = compile(readInput('.'));
if (!story) throw new Error('The seeds do not compile: run npm run seeds');

const { chapters } = story.copy;
const paragraphs: Paragraph[] = chapters.flatMap((chapter) => [
	...chapter.intro,
	...chapter.steps.flatMap((step) => step.text),
]);
const textOf = (paragraph: Paragraph) => paragraph.map((piece) => piece.text).join('');
const prose = paragraphs.map(textOf).join(' ');

test('the story has 1,200 to 2,000 words', () => {
	const words = prose.split(/\s+/).length;
	expect(words).toBeGreaterThanOrEqual(1200);
	expect(words).toBeLessThanOrEqual(2000);
});

test('no title of a record speaks of guilt', () => {
	const titles = [...story.events, ...story.contacts, ...story.ties].map(({ title }) => title);
	expect(titles.filter((title) => title.match(guilt))).toEqual([]);
});

test('sentences stay short enough for a ninth-grader: 20 words on average', () => {
	const sentences = [
		...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(prose.replaceAll('U.S.', 'US')),
	].map(({ segment }) => segment.trim().split(/\s+/).length);
	expect(sentences.reduce((sum, words) => sum + words, 0) / sentences.length).toBeLessThanOrEqual(20);
});
