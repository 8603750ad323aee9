import { expect, test } from 'vitest';
import { template, unitsOf } from '#bundles/formats/xliff.ts';

const copy = `language: en
title: Ties & cuts
claims: 1991-2007 > 0

{charts.ties}
title: Most ties were cut
claims: 2017 < 0
how: Each bar is a tie.
{}

{sources.vox}
voice: An analyst.
unknown: The end.
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

The articles name [nine ties](g8-seat), {tie-count} of them <old>. {own: ties = 9}

:skip
The secret. {own}
:endskip
A second paragraph.

[]
`;

test('names every text of the copy, and nothing that is not for readers', () => {
	expect(unitsOf(copy).map(({ id, text }) => `${id}: ${text}`)).toEqual([
		'story/title: Ties & cuts',
		'ties/title: Most ties were cut',
		'ties/how: Each bar is a tie.',
		'vox/voice: An analyst.',
		'vox/unknown: The end.',
		'chapter-ties/title: What was built',
		'what-was-built/heading: Nine ties',
		'what-was-built/1: The articles name [nine ties](g8-seat), {tie-count} of them <old>. {own: ties = 9}',
		'what-was-built/2: A second paragraph.',
	]);
});

test('links, figures and marks are codes that a translator cannot change', () => {
	const xliff = template(copy, 'en');
	expect(xliff).toContain('srcLang="en"');
	expect(xliff).toContain(
		'<originalData><data id="d1">](g8-seat)</data><data id="d2">{tie-count}</data><data id="d3">{own: ties = 9}</data></originalData>',
	);
	expect(xliff).toContain(
		'The articles name <pc id="1" dataRefEnd="d1">nine ties</pc>, <ph id="2" dataRef="d2"/> of them &lt;old&gt;. <ph id="3" dataRef="d3"/>',
	);
});

test('skipped copy is not in the template', () => {
	expect(template(copy, 'en')).not.toContain('secret');
});
