/** Counts the slow operations of drawing pictures. */
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { compile } from '#compile/compile.ts';
import { readInput } from '#compile/read.ts';

vi.mock('#lib/stills/cascade.ts', { spy: true });
vi.mock('#lib/stills/render.ts', { spy: true });
// Test files share modules: those that count are loaded for this file alone.
vi.resetModules();
const { card } = await import('#lib/stills/card.ts');
const { styled } = await import('#lib/stills/cascade.ts');
const { columnPicture, squarePicture, wholeState } = await import('#lib/stills/picture.ts');
const { boundingBox } = await import('#lib/stills/render.ts');
const { theme } = await import('#lib/stills/theme.ts');
const { textWidth } = await import('#lib/stills/type.ts');
const { geometries } = await import('#lib/story/charts.ts');
afterAll(() => void vi.resetModules());
beforeEach(() => void vi.clearAllMocks());

const { story } = compile(readInput('.'));
if (!story) throw new Error('The seeds do not compile: run npm run seeds');
const input = { story, geometries: geometries(story), tokens: theme('light') };

test('a drawing that is tried at many widths is laid out once for each set of styles that hold there', () => {
	const words = { kicker: '', finding: 'A finding', chart: 'accounts' } as const;
	const draw = [
		() => squarePicture('accounts', input),
		() => card({ ...words, state: wholeState(story, 'accounts') }, input),
	];
	for (const picture of draw) {
		vi.mocked(styled).mockClear();
		picture();
		const sets = new Set(vi.mocked(styled).mock.calls.map(([, sheet]) => sheet));
		expect(styled).toHaveBeenCalledTimes(sets.size);
	}
	const { width } = squarePicture('accounts', input);
	expect((width - 480) / 10).toBeGreaterThan(2 * vi.mocked(styled).mock.calls.length);
});

test('a line is measured once, whatever its size, and not again in another theme', () => {
	const font = { family: 'serif', weight: 700 } as const;
	const widths = [20, 40, 60].map((size) => textWidth('A line like no other', { ...font, size }));
	expect(boundingBox).toHaveBeenCalledTimes(1);
	expect(widths.map((width) => width / (widths[0] ?? NaN))).toEqual([1, 2, 3]);
	columnPicture('ties', input, 600);
	vi.mocked(boundingBox).mockClear();
	columnPicture('ties', { ...input, tokens: theme('dark') }, 600);
	expect(boundingBox).not.toHaveBeenCalled();
});
