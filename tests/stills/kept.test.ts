import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { storeIn, type Store } from '#build/cache.ts';
import { codeHash } from '#build/code.ts';
import type * as Kept from '#lib/stills/kept.ts';

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
const fonts = { files: [], identity: 'fonts', code: '' };
const draw = vi.fn((): Kept.Still => ({ type: 'image/png', bytes: Uint8Array.of(10, 1, 2), width: 3, height: 4 }));

/** As in a build that loaded code with this hash. */
async function keptBy(code: string): Promise<typeof Kept.kept> {
	vi.resetModules();
	vi.doMock('virtual:still-fonts', () => ({ default: { ...fonts, code } }));
	vi.doMock('#build/cache.ts', async (original) => ({
		...(await original<{ store: Store }>()),
		store: storeIn(folder),
	}));
	return (await import('#lib/stills/kept.ts')).kept;
}

beforeEach(() => void draw.mockClear());
afterAll(() => {
	vi.doUnmock('virtual:still-fonts');
	vi.doUnmock('#build/cache.ts');
	vi.resetModules();
	rmSync(folder, { recursive: true });
});

test('a picture is drawn once for the same input, and again for another, of whatever kind of data', async () => {
	const kept = await keptBy(codeHash('.'));
	const first = kept(['one', new Map([['a', 1]])], draw);
	expect(kept(['one', new Map([['a', 1]])], draw)).toEqual(first);
	expect(draw).toHaveBeenCalledTimes(1);
	kept(['one', new Map([['a', 2]])], draw);
	kept(['one', undefined], draw);
	expect(draw).toHaveBeenCalledTimes(3);
});

test('one that is cut off is drawn again', async () => {
	const kept = await keptBy(codeHash('.'));
	for (const name of readdirSync(folder)) truncateSync(join(folder, name), 40);
	expect(kept(['one', undefined], draw)).toEqual(draw());
	expect(draw).toHaveBeenCalledTimes(2);
});

test('code that was changed while it was loaded keeps nothing and believes nothing', async () => {
	const before = readdirSync(folder).length;
	const kept = await keptBy('another');
	kept(['two'], draw);
	kept(['two'], draw);
	expect(draw).toHaveBeenCalledTimes(2);
	expect(readdirSync(folder)).toHaveLength(before);
});
