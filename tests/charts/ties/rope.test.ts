import { expect, test } from 'vitest';
import { tiesGeometry } from '#lib/charts/ties/geometry.ts';
import { textWidth } from '#lib/geometry/text-width.ts';
import { NARROW, rope, WIDE } from '#lib/charts/ties/rope.ts';
import { eras, sources, subject, ties } from '#tests/charts/fixtures.ts';

const pictures = [NARROW, WIDE].map((size) => rope({ ties, eras, subject }, size));

const long = [NARROW, WIDE].map((size) => {
	const longer = ties.map((tie) => ({ ...tie, short: `${tie.short} of both sides` }));
	return rope({ ties: longer, eras, subject }, size);
});

test('has a strand for each tie, the first to be cut at the top', () => {
	for (const { strands } of pictures) {
		expect(strands.map(({ id }) => id)).toEqual(['club', 'votes', 'house', 'posting', 'mail']);
		expect(strands.map(({ y }) => y)).toEqual(strands.map(({ y }) => y).toSorted((a, b) => a - b));
	}
});

test('draws each tie of the same parts as the chart of ties, in the same places', () => {
	const chart = tiesGeometry({ ties, sources, eras });
	for (const { strands, end } of pictures) {
		const share = (x: number | undefined, whole: number) => (x === undefined ? undefined : x / whole);
		for (const [index, { spans }] of strands.entries()) {
			const there = chart.rows[index]?.spans;
			expect(spans.outcome).toBe(there?.outcome);
			expect([spans.before, spans.onward, spans.end].map((each) => each === null)).toEqual(
				[there?.before, there?.onward, there?.end].map((each) => each === null),
			);
			for (const part of ['opening', 'cutting'] as const)
				expect(share(spans[part]?.x, end) ?? -1).toBeCloseTo(share(there?.[part]?.x, chart.width) ?? -1, 9);
		}
	}
});

test('names keep a line between them and stay inside', () => {
	for (const { strands, size, base } of [...pictures, ...long]) {
		const lines = strands.map(({ label }) => label.y);
		lines.slice(1).forEach((y, index) => expect(y - (lines[index] ?? 0)).toBeGreaterThanOrEqual(size.line - 0.2));
		expect(Math.min(...lines)).toBeGreaterThanOrEqual(size.line / 2);
		expect(Math.max(...lines)).toBeLessThan(base);
		for (const { name, ending, label } of strands)
			expect(label.x + (textWidth(ending ? `${name}, ${ending}` : name) * size.type) / 12).toBeLessThanOrEqual(
				size.width,
			);
	}
});

test('says how a strand ended only where there is room for it', () => {
	const [narrow, wide] = pictures;
	expect(narrow?.strands.map(({ ending }) => ending).join('')).toBe('');
	expect(wide?.strands.every(({ ending }) => /\d{4}/.test(ending))).toBe(true);
});

test('has at most 15 strands: the posting, and the ties that most articles report', () => {
	const copies = ties.flatMap((tie) =>
		[1, 2, 3, 4].map((copy) => ({ ...tie, id: `${tie.id}-${copy}`, sources: ties[0]?.sources ?? [] })),
	);
	const told = copies.map((tie, index) => ({ ...tie, sources: index < 5 ? sources.map(({ id }) => id) : tie.sources }));
	const drawn = rope({ ties: told, eras, subject }, WIDE).strands.map(({ id }) => id);
	expect(drawn).toHaveLength(15);
	const posting = told.filter(({ holder }) => holder !== null);
	for (const { id } of [...told.slice(0, 5), ...posting]) expect(drawn).toContain(id);
});
