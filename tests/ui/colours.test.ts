import {
	differenceCiede2000,
	filterDeficiencyDeuter,
	filterDeficiencyProt,
	filterDeficiencyTrit,
	parse,
	wcagContrast,
	type Color,
} from 'culori';
import { describe, expect, test } from 'vitest';
import { theme, token } from '#lib/stills/theme.ts';
import { holds } from '#tests/quality/holds.ts';
import { present } from '#tests/present.ts';

const sights = {
	protanopia: filterDeficiencyProt(1),
	deuteranopia: filterDeficiencyDeuter(1),
	tritanopia: filterDeficiencyTrit(1),
};

/** The meanings of colours: adjacent ones must be distinguishable. */
const kinds = ['--cooperation', '--conflict', '--context'];
const pairs = kinds.flatMap((one, at) => kinds.slice(at + 1).map((other) => [one, other] as const));
const LEAST = 20;

const difference = differenceCiede2000();

/** The difference of two colours under a colour-vision deficiency. */
function apart(see: (colour: Color) => Color, one: string, other: string): number {
	return difference(see(present(parse(one))), see(present(parse(other))));
}

describe.each(['light', 'dark'] as const)('in the %s theme', (name) => {
	const tokens = theme(name);

	test.for(Object.entries(sights))('colours that mean something differ under %s', ([sight, see], { task }) => {
		for (const [one, other] of pairs)
			expect(apart(see, token(tokens, one), token(tokens, other)), `${one} and ${other}`).toBeGreaterThanOrEqual(LEAST);
		holds(task, 'colour/deficiencies', `${name}, ${sight}`);
	});

	test('marks keep 3:1, words 4.5:1 and the ink 7:1 on every paper', () => {
		for (const paper of ['--paper', '--raised'])
			for (const [ink, least] of Object.entries({
				...Object.fromEntries(kinds.map((kind) => [kind, 3])),
				'--accent': 3,
				'--ink-soft': 4.5,
				'--ink': 7,
			}))
				expect(wcagContrast(token(tokens, ink), token(tokens, paper)), `${ink} on ${paper}`).toBeGreaterThanOrEqual(
					least,
				);
	});
});

test('red and green of one lightness would not pass', () => {
	expect(Math.min(...Object.values(sights).map((see) => apart(see, '#c05a3c', '#7a8a2e')))).toBeLessThan(LEAST);
});
