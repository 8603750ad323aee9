import { expect, test } from 'vitest';
import { compile } from '#compile/compile.ts';
import { readInput } from '#compile/read.ts';
import type { Paragraph } from '#lib/model/copy.ts';

const { story } = compile(readInput('.'));
if (!story) throw new Error('The seeds do not compile: run npm run seeds');

const { chapters } = story.copy;
const paragraphs: Paragraph[] = chapters.flatMap((chapter) => [
	...chapter.intro,
	...chapter.steps.flatMap((step) => step.text),
]);
const said = (paragraph: Paragraph) => paragraph.map((piece) => piece.text).join('');
const prose = paragraphs.map(said).join(' ');

const straight = (text: string) => text.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"');
/** The passages of a record with the words of the article just before and after, as far as the seeds hold them. */
const passages = (record: string) =>
	story.annotations
		.filter((a) => a.about.some((about) => about.record === record))
		.map((a) => straight([a.prefix, a.exact, a.suffix].join(' ')));

test('the story has 1,200 to 2,000 words', () => {
	const words = prose.split(/\s+/).length;
	expect(words).toBeGreaterThanOrEqual(1200);
	expect(words).toBeLessThanOrEqual(2000);
});

test('what stands in quotation marks stands so in a passage of a record that its paragraph cites', () => {
	const unfounded = paragraphs.flatMap((paragraph) => {
		const cited = paragraph.flatMap((piece) => (piece.type === 'cite' ? passages(piece.record) : []));
		return [...said(paragraph).matchAll(/“([^”]+)”/g)]
			.map((match) => straight(match[1] ?? ''))
			.filter((quotation) => !cited.some((passage) => passage.includes(quotation)));
	});
	expect(unfounded).toEqual([]);
});

test('no word of the story, its titles or its descriptions speaks of guilt', () => {
	const all = [
		prose,
		...chapters.flatMap((chapter) => [
			chapter.title,
			...chapter.steps.flatMap((step) => [step.heading, step.description]),
		]),
		...Object.values(story.copy.charts).flatMap((chart) => [chart.title, chart.how, chart.description]),
		...story.events.map((event) => event.title),
		...story.contacts.map((contact) => contact.title),
	].join(' ');
	expect(all).not.toMatch(
		/\b(guilty|collu(de|ded|sion)|conspir\w+|crook\w*|criminal\w*|spy|spies|traitor\w*|treason\w*|puppet)\b/i,
	);
});

test('sentences stay short enough for a ninth-grader: 20 words on average, none over 45', () => {
	const sentences = [
		...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(prose.replaceAll('U.S.', 'US')),
	].map(({ segment }) => segment.trim().split(/\s+/).length);
	expect(sentences.reduce((sum, words) => sum + words, 0) / sentences.length).toBeLessThanOrEqual(20);
	expect(Math.max(...sentences)).toBeLessThanOrEqual(45);
});

test('every event in focus in a zoomed frame may lie in that frame', () => {
	const events = new Map(story.events.map((event) => [event.id, event]));
	const eras = new Map(story.eras.map((era) => [era.id, era]));
	for (const step of chapters.flatMap((chapter) => chapter.steps)) {
		const era = eras.get(step.frame);
		for (const event of step.focus.flatMap((id) => events.get(id) ?? [])) {
			if (era)
				expect({ step: step.id, event: event.id, era: event.era }).toEqual({
					step: step.id,
					event: event.id,
					era: era.id,
				});
		}
	}
});

test('the findings that titles state hold in the data', () => {
	const cuts = story.ties.flatMap((tie) => (tie.cut ? [tie.cut] : []));
	const between = cuts.filter(({ min, max }) => min >= '2014' && max < '2018');
	expect(story.copy.charts.ties.title).toBe('Most ties that the articles name were cut between 2014 and 2017');
	expect(between.length).toBeGreaterThan(story.ties.length / 2);
	expect(story.copy.charts.accounts.title).toBe('No question gets one answer from all five articles');
	for (const question of story.questions) {
		const answers = story.positions
			.filter((position) => position.question === question.id)
			.map(({ position }) => position);
		expect({ question: question.id, different: new Set(answers).size > 1 }).toEqual({
			question: question.id,
			different: true,
		});
	}
	const first = story.contacts.filter((contact) => contact.degree === 1);
	expect(story.copy.charts.contacts.title).toBe('Many lines meet at one man, and few of them are settled');
	expect(first.filter((contact) => contact.status === 'confirmed').length).toBeLessThan(first.length / 2);
});
