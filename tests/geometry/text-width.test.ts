import { expect, test } from 'vitest';
import { textAnchor, textWidth } from '#lib/geometry/text-width.ts';

// Measured in Chromium, Source Sans 3 semibold at 12 px.
test.each([
	['cooperation strategy', 107],
	['commission suspended', 122],
	['Magnitsky Act', 71],
	['Trump’s promise', 86],
	['compounds seized', 97],
	['1991–2007', 54],
])('is never less than the real width of “%s”, nor a fifth more', (text, real) => {
	expect(textWidth(text)).toBeGreaterThanOrEqual(real);
	expect(textWidth(text)).toBeLessThan(real * 1.2);
});

test('counts characters, not code units', () => {
	expect(textWidth('𝐀')).toBe(textWidth('A'));
	expect(textWidth('')).toBe(0);
});

test('anchors a text by the part of it that is nearest to what it names', () => {
	expect(textAnchor(10, 90)).toEqual({ anchor: 'start', dx: 10 });
	expect(textAnchor(-45, 90)).toEqual({ anchor: 'middle', dx: 0 });
	expect(textAnchor(-89, 90)).toEqual({ anchor: 'end', dx: 1 });
});
