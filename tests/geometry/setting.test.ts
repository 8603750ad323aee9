import { expect, test } from 'vitest';
import { setting } from '#lib/geometry/text-width.ts';

test('anchors a text by the part of it that is nearest to what it names', () => {
	expect(setting(10, 90)).toEqual({ anchor: 'start', dx: 10 });
	expect(setting(-45, 90)).toEqual({ anchor: 'middle', dx: 0 });
	expect(setting(-89, 90)).toEqual({ anchor: 'end', dx: 1 });
});
