import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { chartIds } from '#lib/model/charts.ts';
import { geometries, stepsOf } from '#lib/story/charts.ts';
import { drawings } from '#lib/story/drawings.ts';
import { story } from '#tests/export/compiled.ts';
import { normalised } from '#tests/drawings/drawing.ts';

const made = geometries(story);

test.for(chartIds)('each step of %s changes what is seen', (chart) => {
	const { Drawing } = drawings[chart];
	const drawn = new Map<string, string>();
	for (const step of stepsOf(story, chart)) {
		const props = { geometry: made[chart], step, steps: [step], evidence: '', picture: true };
		const picture = normalised(render(Drawing, { props }).body);
		expect(drawn.get(picture), `${step.id} shows what is shown before it`).toBeUndefined();
		drawn.set(picture, step.id);
	}
	expect(drawn.size).toBeGreaterThan(1);
});

test('periods in focus bring along their means and their acts', () => {
	const { Drawing } = drawings.relations;
	const eras = story.eras.map(({ id }) => id);
	const step = { id: 'means', frame: 'all', focus: eras };
	const markup = render(Drawing, { props: { geometry: made.relations, step, steps: [step], evidence: '' } }).body;
	const along = [...markup.matchAll(/<(\w+) (?=[^>]*data-focus)[^>]*data-with="([^"]+)"/g)];
	const of = (element: string) => along.filter(([, name]) => name === element).map(([, , era]) => era);
	expect(of('g')).toEqual(eras);
	expect(new Set(of('line'))).toEqual(new Set(eras));
	expect(markup).not.toMatch(/data-with="[^"]*"(?! data-focus)/);
});
