import { expect, test } from 'vitest';
import { escapeMarkup } from '#lib/model/text.ts';
import { textWidth, wrapped, type Font } from '#lib/stills/type.ts';

const font: Font = { family: 'sans', weight: 400, size: 20 };

test('text is measured in the pictures’ own fonts, each weight and family apart', () => {
	const widths = (['sans', 'serif'] as const).map((family) => textWidth('Kislyak', { ...font, family, weight: 700 }));
	widths.push(textWidth('Kislyak', font), textWidth('Kislyak', { ...font, weight: 600 }));
	for (const width of widths) expect(width).toBeGreaterThan(50);
	expect(new Set(widths).size).toBe(4);
});

test('lines are no wider than asked for, hold every word in order, and are about as long as each other', () => {
	const text = 'Cooperation fills the early years, conflict most of the later ones';
	for (const width of [150, 220, 300, 420]) {
		const lines = wrapped(text, font, width);
		const widths = lines.map((line) => textWidth(line, font));
		expect(lines.join(' ')).toBe(text);
		expect(Math.max(...widths)).toBeLessThanOrEqual(width);
		expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(110);
	}
	expect(wrapped(text, font, 2000)).toEqual([text]);
});

test('a word that fits nowhere has a line of its own', () => {
	expect(wrapped('a Bundesverfassungsgericht b', font, 60)).toEqual(['a', 'Bundesverfassungsgericht', 'b']);
});

test('signs of markup in text stay text', () => {
	expect(escapeMarkup('<b> & "c"')).toBe('&lt;b&gt; &amp; &quot;c&quot;');
	expect(textWidth('<&>"', font)).toBeGreaterThan(20);
});
