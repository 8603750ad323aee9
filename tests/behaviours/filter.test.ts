import { expect, test } from 'vitest';
import { chosen } from '#lib/behaviours/charts/filter.ts';

const mark = { status: 'reported', sources: ['one', 'two'], known: '2017-02-01' };
const choice = { statuses: new Set(['reported']), sources: new Set(['two']), known: '2017-02-01' };

test('a mark matches if its status, one of its sources and its day match', () => {
	expect(chosen(choice, mark)).toBe(true);
	expect(chosen({ ...choice, statuses: new Set(['denied']) }, mark)).toBe(false);
	expect(chosen({ ...choice, sources: new Set(['three']) }, mark)).toBe(false);
	expect(chosen({ ...choice, known: '2017-01-31' }, mark)).toBe(false);
	expect(chosen({ ...choice, known: null }, mark)).toBe(true);
});
