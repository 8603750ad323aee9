import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import Ties from '#lib/charts/ties/Ties.svelte';
import { tiesGeometry } from '#lib/charts/ties/geometry.ts';
import { eras, sources, span, ties } from '#tests/charts/fixtures.ts';
import { expectDrawing } from '#tests/drawings/drawing.ts';
import { present } from '#tests/present.ts';

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

test('numbers the ties that the words on the chart count', () => {
	const early = { ...present(ties[0]), id: 'early', opened: null, cut: span('2003-01-01') };
	const drawn = tiesGeometry({ ties: [early, ...ties], sources, eras });
	const { body } = render(Ties, { props: { geometry: drawn, step: whole, evidence: './evidence/' } });
	const counts = [...body.matchAll(/class="count"[^>]*>([^<]+)</g)].map(([, words]) => words);
	expect(counts).toEqual(['1–4 of 6: ended or suspended', '1', '2', '3', '4']);
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
