import { expect, test } from 'vitest';
import { line, stepAt } from '#lib/behaviours/position.ts';

test('the line lies a third of what is left below the place where an address puts a step', () => {
	expect(line(0, 900)).toBe(300);
	expect(line(450, 750)).toBe(550);
});

test('the line stays at the place of the address where the viewport ends above it', () => {
	expect(line(450, 400)).toBe(450);
});

test('the last step that has reached its line is read; before the first there is none', () => {
	const lines = [300, 300, 300];
	expect(stepAt([301, 900, 1500], lines)).toBe(-1);
	expect(stepAt([300, 900, 1500], lines)).toBe(0);
	expect(stepAt([-300, 300.4, 900], lines)).toBe(1);
	expect(stepAt([-3000, -2400, -1800], lines)).toBe(2);
});
