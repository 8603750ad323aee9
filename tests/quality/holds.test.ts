import { expect, test } from 'vitest';
import { holds } from './holds.ts';

test('criteria are stored with the test, in the order of the calls', ({ task }) => {
	holds(task, 'a11y/axe', '0 violations on 24 pages');
	holds(task, 'reliability/deploy-swap');
	expect(task.meta.quality).toEqual([
		{ assertion: 'a11y/axe', figure: '0 violations on 24 pages' },
		{ assertion: 'reliability/deploy-swap' },
	]);
	delete task.meta.quality;
});

test.each(['axe', 'a11y/', 'A11y/axe', 'a11y/axe/dark', 'a11y axe'])('“%s” is refused as an id', (id) => {
	expect(() => {
		holds({ meta: {} }, id);
	}).toThrow('<group>/<name>');
});
