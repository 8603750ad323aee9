import { expect, test } from 'vitest';
import { theme, token, tokensOf } from '#lib/stills/theme.ts';

const css = `
	:root { --paper: light-dark(#fff, #111); --ink: #000; --measure: 34rem; }
	:root:where([data-theme='dark']) { color-scheme: dark; }
	@media (prefers-contrast: more) { :root { --paper: light-dark(#eee, #222); } }
	@media print { :root { --ink: #333; } }
	.page { --ink: #444; }
`;

test('a theme takes the unconditional rules of the root only', () => {
	expect([...tokensOf(css, 'light')]).toEqual([
		['--paper', '#fff'],
		['--ink', '#000'],
		['--measure', '34rem'],
	]);
	expect([...tokensOf(css, 'dark')]).toEqual([
		['--paper', '#111'],
		['--ink', '#000'],
		['--measure', '34rem'],
	]);
});

test('the site’s themes name the same colours, and differ in each', () => {
	const [light, dark] = [theme('light'), theme('dark')];
	expect([...dark.keys()].sort()).toEqual([...light.keys()].sort());
	const colours = [...light].filter(([, value]) => value.startsWith('#'));
	expect(colours.length).toBeGreaterThanOrEqual(8);
	for (const [name, value] of colours) expect([name, token(dark, name)]).not.toEqual([name, value]);
});

test('a colour that nobody defines is an error, not a guess', () => {
	expect(() => token(theme('light'), '--nothing')).toThrow('--nothing');
});
