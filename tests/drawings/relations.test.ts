import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import Relations from '#lib/charts/relations/Relations.svelte';
import { relationsGeometry } from '#lib/charts/relations/geometry.ts';
import { eras, events, sources, subject } from '#tests/charts/fixtures.ts';
import { expectDrawing } from '#tests/drawings/drawing.ts';
import { present } from '#tests/present.ts';

const steps = [
	{ id: 'whole', frame: 'all', focus: [] },
	{ id: 'rupture', frame: '2014-2015', focus: ['ban'] },
	{ id: 'summer', frame: '2017', focus: ['visit', 'threat', 'party'] },
];
const geometry = relationsGeometry({ events, eras, sources, subject }, steps);
const draw = (step: (typeof steps)[number], picture = false): string =>
	render(Relations, { props: { geometry, step, picture, evidence: './evidence/' } }).body;

describe.each(steps)('the state of step $id', (step) => {
	test('is drawn as reviewed', ({ task }) => {
		expectDrawing(`relations/${step.id}`, draw(step));
		holds(task, 'reliability/drawings', `relations, ${step.id}`);
	});

	test('is drawn as reviewed as a picture', () => {
		expectDrawing(`relations/${step.id}-picture`, draw(step, true));
	});

	test('leaves no link, id or other frame in a picture', () => {
		expect(draw(step, true)).not.toMatch(/<a |data-id|data-at-|data-in-|data-off/);
	});
});

test('marks are links to their evidence, named, whatever the state', () => {
	for (const step of steps) {
		const marks = draw(step).match(/<a [^>]*>/g) ?? [];
		expect(marks).toHaveLength(geometry.marks.length);
		for (const mark of marks) expect(mark).toMatch(/href="\.\/evidence\/#[a-z]+" aria-label="Invented .+ articles/);
	}
});

test('states differ in attributes that behaviours set, and in nothing else', () => {
	const bare = (markup: string): string =>
		markup.replace(/ (data-off|data-focus|data-has-focus|y|y2|height|data-size)="[^"]*"/g, '');
	const [first, ...others] = steps.map((step) => bare(draw(step)));
	for (const other of others) expect(other).toBe(first);
});

test('carries no inline style', () => {
	expect(draw(present(steps[0]))).not.toContain('style');
});
