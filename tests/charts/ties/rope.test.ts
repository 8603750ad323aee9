import { expect, test } from 'vitest';
import { NARROW, rope, WIDE } from '#lib/charts/ties/rope.ts';
import { events, ties } from '#tests/charts/invented.ts';

const pictures = [NARROW, WIDE].map((size) => rope({ ties, events }, size));

test('has a strand for each tie that was cut, the first to be cut at the top', () => {
	for (const { strands } of pictures) {
		expect(strands.map(({ id }) => id)).toEqual(['club', 'votes', 'house', 'posting']);
		expect(strands.map(({ y }) => y)).toEqual(strands.map(({ y }) => y).toSorted((a, b) => a - b));
	}
});

test('draws a strand in full only for days on which the tie certainly stood', () => {
	for (const { strands } of pictures) {
		for (const { x0, x1, cut, isOpeningKnown } of strands) {
			expect(x0).toBeLessThan(x1);
			expect(cut.from).toBe(x1);
			expect(cut.at).toBeGreaterThanOrEqual(cut.from);
			expect(cut.at).toBeLessThanOrEqual(cut.to);
			if (!isOpeningKnown) expect(x0).toBe(0);
		}
	}
});

test('names keep a line between them and stay inside', () => {
	for (const { strands, size, base } of pictures) {
		const lines = strands.map(({ label }) => label.y);
		lines.slice(1).forEach((y, index) => expect(y - (lines[index] ?? 0)).toBeGreaterThanOrEqual(size.line - 0.2));
		expect(Math.min(...lines)).toBeGreaterThan(size.line / 2);
		expect(Math.max(...lines)).toBeLessThan(base - size.reach);
	}
});

test('says how a strand ended only where there is room for it', () => {
	const [narrow, wide] = pictures;
	expect(narrow?.strands.map(({ ending }) => ending).join('')).toBe('');
	expect(wide?.strands.every(({ ending }) => /\d{4}/.test(ending))).toBe(true);
});

test('raises cooperation and lowers conflict', () => {
	for (const { events } of pictures) {
		expect(events.up).toMatch(/^(?:M[\d.]+ [\d.]+v-[\d.]+)+$/);
		expect(events.down).toMatch(/^(?:M[\d.]+ [\d.]+v[\d.]+)+$/);
	}
});
