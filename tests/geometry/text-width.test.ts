import { expect, test } from 'vitest';
import { textWidth } from '#lib/geometry/text-width.ts';

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
