import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import Ties from '#lib/charts/ties/Ties.svelte';
import { tiesGeometry } from '#lib/charts/ties/geometry.ts';
import { eras, sources, ties } from '#tests/charts/fixtures.ts';
import { expectDrawing } from '#tests/drawings/drawing.ts';

const whole = { id: 'whole', frame: 'all', focus: [] };
const cut = { id: 'cut', frame: 'all', focus: ['club', 'votes'] };
const geometry = tiesGeometry({ ties, sources, eras });
const draw = (step: typeof whole | typeof cut, picture = false): string =>
	render(Ties, { props: { geometry, step, picture, evidence: './evidence/' } }).body;

test('all ties are drawn as reviewed', ({ task }) => {
	expectDrawing('ties/whole', draw(whole));
	holds(task, 'reliability/drawings', 'ties');
});

test('two ties in focus are drawn as reviewed, in the drawing and in the picture', () => {
	expectDrawing('ties/cut', draw(cut));
	expectDrawing('ties/cut-picture', draw(cut, true));
});

test('leaves no link or id in a picture', () => {
	expect(draw(cut, true)).not.toMatch(/<a |data-id/);
});

test('marks are links to their evidence, with a name that says how each tie ended', () => {
	const marks = draw(whole).match(/<a [^>]*>/g) ?? [];
	expect(marks).toHaveLength(ties.length);
	expect(marks[0]).toMatch(/href="\.\/evidence\/#club" aria-label="[^"]+, suspended 20\d\d\. Invented Seat in the club\..+ Suspended: .+ articles\."/);
	expect(marks.at(-1)).toContain('Still open: 2016-03-01.');
});
