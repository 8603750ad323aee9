import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyOf, storeIn } from '#build/cache.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'kept-'));
});
afterEach(() => {
	rmSync(folder, { recursive: true });
});

const words = (text: string): Uint8Array => new TextEncoder().encode(text);
const key = keyOf('test', 'input');
const onlyFile = (): string => join(folder, readdirSync(folder)[0] ?? '');

test('a cached result is made once, also for another process', () => {
	let times = 0;
	const make = (): Uint8Array => words(`made ${String(++times)}`);
	expect(storeIn(folder).kept(key, make)).toEqual(words('made 1'));
	expect(storeIn(folder).kept(key, make)).toEqual(words('made 1'));
});

test.each([
	['cut off', () => truncateSync(onlyFile(), 40)],
	['empty', () => truncateSync(onlyFile(), 0)],
	['changed', () => writeFileSync(onlyFile(), readFileSync(onlyFile()).fill(0, 35, 36))],
])('an entry that is %s is made anew, and right again', (_, spoil) => {
	storeIn(folder).keep(key, words('right'));
	spoil();
	expect(storeIn(folder).recall(key)).toBeNull();
	expect(storeIn(folder).kept(key, () => words('right'))).toEqual(words('right'));
	expect(storeIn(folder).recall(key)).toEqual(words('right'));
});

test('an entry under the key of another is rejected', () => {
	const store = storeIn(folder);
	store.keep(key, words('right'));
	const other = keyOf('test', 'other');
	writeFileSync(join(folder, other), readFileSync(join(folder, key)));
	expect(store.recall(other)).toBeNull();
});

test('the parts of a key are kept apart', () => {
	expect(keyOf('ab', 'c')).not.toBe(keyOf('a', 'bc'));
	expect(keyOf('a', 'b')).not.toBe(keyOf('b', 'a'));
	expect(keyOf('a')).not.toBe(keyOf(words('a')));
});

test('the least recently used entry is removed first', () => {
	const store = storeIn(folder);
	for (const [index, name] of ['old', 'older', 'new'].entries()) {
		store.keep(name, words('12345678'));
		utimesSync(join(folder, name), index + 1, name === 'older' ? 0 : index + 1);
	}
	store.recall('old');
	store.tidy(85);
	expect(readdirSync(folder).sort()).toEqual(['new', 'old']);
});

test('if nothing can be stored, results are still made', () => {
	writeFileSync(join(folder, 'file'), '');
	const store = storeIn(join(folder, 'file'));
	expect(store.kept(key, () => words('made'))).toEqual(words('made'));
	store.tidy();
});
