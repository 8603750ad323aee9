import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOn, NARROW, panelAlone, panelsAbreast, years } from '#lib/charts/relations/panels.ts';
import { dayNumber } from '#lib/geometry/days.ts';
import { textWidth } from '#lib/geometry/text-width.ts';
import { eras } from '#tests/charts/invented.ts';
import { present } from '#tests/present.ts';

test('heads an era by its years, in as few figures as are clear', () => {
	expect(eras.map(years)).toEqual(['1991–2007', '2008–13', '2014–15', '2016', '2017']);
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
				expect((panel.width / 100) * NARROW).toBeGreaterThan(textWidth(years(panel.era)) - 6);
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

test('finds any day on panels side by side, and the nearest edge for days beyond them', () => {
	const panels = panelsAbreast(eras, new Map());
	expect(dayOn(panels, dayNumber('1980-01-01'))).toBe(present(panels[0]).from);
	expect(dayOn(panels, dayNumber('2016-01-01'))).toBe(present(panels[3]).from);
	expect(dayOn(panels, dayNumber('2020-01-01'))).toBe(present(panels[4]).to);
	expect(() => dayOn([], 0)).toThrow(RangeError);
});
