import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tiesGeometry } from '#lib/charts/ties/geometry.ts';
import { textWidth } from '#lib/geometry/text-width.ts';
import { leftEdge } from '#tests/charts/left-edge.ts';
import { eras, sources, span, tie, ties } from '#tests/charts/fixtures.ts';
import { present } from '#tests/present.ts';

const geometry = tiesGeometry({ ties, sources, eras });
const row = (id: string) => present(geometry.rows.find((each) => each.id === id));

test('orders ties by when they were cut; what was not cut comes last', () => {
	expect(geometry.rows.map(({ id }) => id)).toEqual(['club', 'votes', 'house', 'posting', 'mail']);
});

test('draws a bar for the certain days and parts for the uncertain ones, end to end', () => {
	const { opening, sure, cutting } = row('club').spans;
	expect(present(opening).x + present(opening).width).toBeCloseTo(present(sure).x, 9);
	expect(present(sure).x + present(sure).width).toBeCloseTo(present(cutting).x, 9);
	expect(present(opening).width).toBeCloseTo(present(cutting).width, 1);
});

test('claims no bar where the articles give no opening: dots end where the cut may begin', () => {
	const { sure, opening, cutting, before } = row('votes').spans;
	expect([sure, opening]).toEqual([null, null]);
	expect(before).toBe(present(cutting).x);
	expect(row('club').spans.before).toBeNull();
});

test('draws a tie without an end up to the last day of an article that confirms it, and dots after that', () => {
	const stood = tiesGeometry({
		ties: [tie({ id: 'day', short: 'Day', opened: null, cut: span('2016-03-01'), ended: null })],
		sources,
		eras,
	});
	const end = present(present(stood.rows[0]).spans.cutting);
	const { sure, onward, end: shut, cutting } = row('mail').spans;
	expect(present(sure).x + present(sure).width).toBeCloseTo(end.x + end.width, 9);
	expect(onward).toBeCloseTo(end.x + end.width, 9);
	expect([shut, cutting]).toEqual([null, null]);
	expect(row('mail').ending.text).toBe('still open 1 Mar 2016');
});

test('shows a tie that is confirmed for one day only, and says which were only ordered to end', () => {
	const onOneDay = tie({
		id: 'seen',
		short: 'Seen',
		opened: null,
		cut: null,
		ended: null,
		outcome: 'still open',
		stood: span('2016-03-01'),
	});
	const ordered = tie({
		id: 'ordered',
		short: 'Ordered',
		opened: null,
		cut: span('2016-12-01'),
		ended: null,
		outcome: 'ordered to end',
	});
	const [first, second] = tiesGeometry({ ties: [ordered, onOneDay], sources, eras }).rows;
	expect(first).toMatchObject({ id: 'ordered', spans: { outcome: 'ordered to end', onward: null } });
	expect(present(second?.spans.sure).width).toBeGreaterThanOrEqual(1);
});

test('ends a tie after the days on which it may have been cut', () => {
	const { cutting, end, onward } = row('house').spans;
	expect(end).toBeCloseTo(present(cutting).x + present(cutting).width, 9);
	expect(onward).toBeNull();
});

test('counts the ends after the longest pause between two, and says in which years they lie', () => {
	const early = tie({ id: 'early', short: 'Early', opened: null, cut: span('2003-01-01'), ended: 'cut' });
	const ordered = tie({
		id: 'ordered',
		short: 'Ordered',
		opened: null,
		cut: span('2016-12-01'),
		ended: null,
		outcome: 'ordered to end',
	});
	const whole = present(tiesGeometry({ ties: [early, ordered, ...ties], sources, eras }).cluster);
	expect([...whole.counted]).toEqual(['club', 'votes', 'house', 'posting']);
	expect(whole).toMatchObject({ text: '1–4 of 7: ended or suspended', years: '2014–17' });
	expect(whole.x).toBeLessThanOrEqual(present(row('club').spans.cutting).x);
	expect(whole.x + whole.width).toBeCloseTo(geometry.width, 9);
	expect(tiesGeometry({ ties: ties.slice(-1), sources, eras }).cluster).toBeNull();
});

test('sets titles before their bars on wide plots, where there is room', () => {
	const early = tie({ id: 'early', short: 'Early', opened: span('1991-01-01'), cut: null, ended: null });
	const [club, first] = tiesGeometry({ ties: [present(ties[0]), early], sources, eras }).rows;
	expect(present(club).before).toMatchObject({ text: 'Seat in the club', anchor: 'end' });
	expect(present(first).before).toBeNull();
});

test('stacks rows without gaps, and an axis below the last', () => {
	geometry.rows.forEach((each, index) =>
		expect(each.y).toBe(geometry.rows.slice(0, index).reduce((sum, { height }) => sum + height, geometry.top)),
	);
	expect(geometry.axis).toBeGreaterThanOrEqual(present(geometry.rows.at(-1)).y + present(geometry.rows.at(-1)).height);
});

test('keeps title and ending of a tie apart and inside the drawing, at every width', () => {
	const words = fc.string({ minLength: 3, maxLength: 26, unit: fc.constantFrom('a', 'm', ' ') });
	const year = fc.integer({ min: 1991, max: 2017 }).map(String);
	fc.assert(
		fc.property(
			words,
			words,
			year,
			fc.option(year),
			fc.constantFrom(288, 360, 768, 1600),
			(short, ended, cut, opened, width) => {
				const from = opened !== null && opened < cut ? span(`${opened}-01-01`, `${opened}-12-31`) : null;
				const made = tie({ id: 'made', short, ended, opened: from, cut: span(`${cut}-01-01`, `${cut}-12-31`) });
				const { title, ending } = present(tiesGeometry({ ties: [made], sources, eras }).rows[0]);
				const [a, b] = [title, ending].map((place) => {
					const { x, text, y } = place;
					const left = (x / 100) * width + leftEdge(place, textWidth(text));
					return { left, right: left + textWidth(text), y };
				}) as [{ left: number; right: number; y: number }, { left: number; right: number; y: number }];
				for (const { left, right } of [a, b]) {
					expect(left).toBeGreaterThanOrEqual(-1e-6);
					expect(right).toBeLessThanOrEqual(width + 1e-6);
				}
				expect(a.y !== b.y || a.right < b.left).toBe(true);
			},
		),
	);
});
