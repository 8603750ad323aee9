import { expect, test } from 'vitest';
import { correctionLog, urnOf } from '#compile/method/corrections.ts';

const entry = (id: string, date: string) => ({ id, date, records: [], old: 'a', new: 'b', why: 'c' });

test('the newest correction comes first, whatever the order of the file', () => {
	const log = [entry('b', '2020-01-02'), entry('c', '2020-01-03'), entry('a', '2020-01-02')];
	expect(correctionLog(log).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});

test('an entry keeps its name when its words change, and no two have the same', () => {
	const [first] = correctionLog([entry('a', '2020-01-02')]);
	const [changed] = correctionLog([{ ...entry('a', '2020-01-02'), why: 'better words' }]);
	expect(first?.urn).toBe(changed?.urn);
	expect(first?.urn).not.toBe(urnOf('correction b'));
	expect(first?.urn).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
});
