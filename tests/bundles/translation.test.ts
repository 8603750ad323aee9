import { expect, test } from 'vitest';
import { template, translated, unitsOf } from '#bundles/translation.ts';

const copy = `language: en
title: Ties & cuts
claims: 1991-2007 > 0

{charts.ties}
title: Most ties were cut
claims: 2017 < 0
how: Each bar is a tie.
{}

[+story]

{.chapter}
id: chapter-ties
title: What was built
chart: ties
{}

{.step}
id: what-was-built
heading: Nine ties
focus: g8-seat
{}

The articles name [nine ties](g8-seat), {tie-count} of them <old>. {own}

A second paragraph.

[]
`;

/** A translation that leaves all as it was but for capitals, and turns no link or figure round. */
const shouted = (xliff: string): string =>
	xliff
		.replace('srcLang="en"', 'srcLang="en" trgLang="xx"')
		.replace(/<source[^>]*>(.*?)<\/source>/g, (whole, text: string) => {
			const target = text.replace(
				/(^|>)([^<]+)/g,
				(_, end: string, words: string) => end + words.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
			);
			return `${whole}<target>${target.replaceAll('&Amp;', '&amp;').replaceAll('&Lt;', '&lt;').replaceAll('&Gt;', '&gt;')}</target>`;
		});

test('names every text of the copy, and nothing that is not for readers', () => {
	expect(unitsOf(copy).map(({ id, text }) => `${id}: ${text}`)).toEqual([
		'story/title: Ties & cuts',
		'ties/title: Most ties were cut',
		'ties/how: Each bar is a tie.',
		'chapter-ties/title: What was built',
		'what-was-built/heading: Nine ties',
		'what-was-built/1: The articles name [nine ties](g8-seat), {tie-count} of them <old>. {own}',
		'what-was-built/2: A second paragraph.',
	]);
});

test('puts a translation back where it came from, links and figures with it', () => {
	const back = translated(copy, shouted(template(copy, 'en')));
	expect(back).toContain('The Articles Name [Nine Ties](g8-seat), {tie-count} Of Them <Old>. {own}');
	expect(back).toContain('language: xx\ntitle: Ties & Cuts\nclaims: 1991-2007 > 0');
	expect(back.split('\n')).toHaveLength(copy.split('\n').length);
});

test('tells all at once what a translation lacks, lost or made up', () => {
	const whole = shouted(template(copy, 'en'));
	const broken = whole
		.replace(' trgLang="xx"', '')
		.replace(/<target>(.*?)<pc[^>]*>Nine Ties<\/pc>/, '<target>$1nine ties')
		.replace('<unit id="ties.how">', '<unit id="ties.why">')
		.replace(/<target>What Was Built<\/target>/, '');
	expect(() => translated(copy, broken)).toThrow(
		[
			'xliff: trgLang is missing; write the language, trgLang="ru"',
			'ties.why: the copy has no such text; make the template anew',
			'chapter-ties.title: has no target; translate “What was built…”',
			'what-was-built.1: has other links or figures than the original: ](g8-seat) {own} {tie-count}',
			'ties.how: is missing from the translation',
		].join('\n'),
	);
});
