import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NARROW, panelAlone, panelsAbreast, spell, years } from '#lib/charts/relations/panels.ts';
import { dayNumber } from '#lib/geometry/days.ts';
import { textWidth } from '#lib/geometry/text-width.ts';
import { eras } from '#tests/charts/invented.ts';
import { present } from '#tests/present.ts';

test('heads an era by its years, in as few figures as are clear', () => {
	expect(eras.map(years)).toEqual(['1991–2007', '2008–13', '2014–15', '2016', '2017']);
});

test('says how long an era is', () => {
	expect(eras.map(spell)).toEqual(['17 years', '6 years', '2 years', '1 year', '1 year']);
});

test('is linear in time inside a panel', () => {
	const panel = panelAlone({ ...present(eras[0]), from: '2001-01-01', to: '2001-12-31' });
	const day = (iso: string) => panel.at(dayNumber(iso));
	expect(day('2001-03-02') - day('2001-01-01')).toBeCloseTo(day('2001-10-30') - day('2001-08-31'), 6);
});

test('keeps panels apart, inside, and wide enough for their headings, however the crowds fall', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(60), { minLength: 5, maxLength: 5 }), (crowds) => {
			const panels = panelsAbreast(eras, new Map(eras.map((era, index) => [era.id, crowds[index] ?? 0])));
			panels.forEach((panel, index) => {
				const before = panels[index - 1];
				if (before) expect(panel.x - (before.x + before.width)).toBeGreaterThan(1);
				for (const words of [years(panel.era), spell(panel.era)])
					expect((panel.width / 100) * NARROW).toBeGreaterThan(textWidth(words) - 6);
				expect(panel.from).toBeGreaterThan(panel.x);
				expect(panel.to).toBeLessThan(panel.x + panel.width);
			});
			expect(present(panels.at(-1)).x + present(panels.at(-1)).width).toBeCloseTo(100, 6);
		}),
	);
});

test('gives a crowded year more room than a quiet one', () => {
	const [, , , quiet, crowded] = panelsAbreast(
		eras,
		new Map([
			['2016', 3],
			['2017', 20],
		]),
	);
	expect(present(crowded).width).toBeGreaterThan(2 * present(quiet).width);
});
