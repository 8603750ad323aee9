import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type Served } from '#commands/serve.ts';
import { headersOf } from '#hosts/rules.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
let served: Served;

beforeAll(async () => {
	mkdirSync(join(folder, 'page'));
	mkdirSync(join(folder, '_app/immutable'), { recursive: true });
	writeFileSync(join(folder, 'index.html'), 'start');
	writeFileSync(join(folder, 'digits.txt'), '0123456789');
	writeFileSync(join(folder, 'digits.txt.br'), 'packed');
	writeFileSync(join(folder, 'page/index.html'), 'page');
	writeFileSync(join(folder, '_app/immutable/x.js'), '1');
	served = await serve(folder);
});

afterAll(async () => {
	await served.close();
	rmSync(folder, { recursive: true });
});

const get = (path: string) => fetch(served.address.replace(/\/$/, '') + path, { redirect: 'manual' });

test('sends a page asked for without its slash to the one with it, query included', async () => {
	const { status, headers } = await get('/page?step=crimea');
	expect([status, headers.get('location')]).toEqual([308, '/page/?step=crimea']);
	expect(await (await get('/page/')).text()).toBe('page');
});

test('redirects nobody to another host', async () => {
	expect((await get('//page')).headers.get('location')).toBeNull();
	expect((await get('/%2fpage')).status).toBe(404);
});

test('keeps hashed files for ever and everything else fresh', async () => {
	expect((await get('/_app/immutable/x.js')).headers.get('cache-control')).toContain('immutable');
	expect((await get('/')).headers.get('cache-control')).toBe('no-cache');
});

test('answers 404 for missing files and paths outside the site', async () => {
	expect((await get('/nothing')).status).toBe(404);
	expect((await get('/..%2f..%2fetc/passwd')).status).toBe(404);
});

test('sends the headers that host configurations send', async () => {
	const sent = Object.fromEntries((await get('/page/')).headers);
	expect(sent).toMatchObject(headersOf('page/'));
	expect((await get('/nothing')).headers.get('x-content-type-options')).toBe('nosniff');
});

test('takes another port when the first is taken', async () => {
	const other = await serve(folder, Number(new URL(served.address).port));
	expect(other.address).not.toBe(served.address);
	expect((await fetch(other.address)).status).toBe(200);
	await other.close();
});

test('says what to do when nothing is built', async () => {
	await expect(serve(join(folder, 'nowhere'))).rejects.toThrow('run "npm run build" first');
});

test.each([
	['bytes=2-4', 206, '234'],
	['bytes=7-', 206, '789'],
	['bytes=-3', 206, '789'],
	['bytes=-30', 206, '0123456789'],
	['bytes=0-99', 206, '0123456789'],
	['bytes=-0', 416, ''],
	['bytes=10-', 416, ''],
	['bytes=4-2', 200, 'packed'],
	['bytes=0-1,4-5', 200, 'packed'],
	['bytes=-', 200, 'packed'],
])('sends the part of a file that %s asks for', async (range, status, text) => {
	const answer = await fetch(`${served.address}digits.txt`, { headers: { range, 'accept-encoding': 'br' } });
	const { 'content-range': part } = Object.fromEntries(answer.headers);
	expect(answer.status).toBe(status);
	if (status === 200) {
		expect(part).toBeUndefined();
		return;
	}
	expect(part).toMatch(status === 416 ? /^bytes \*\/10$/ : /^bytes \d-9\/10$|^bytes 2-4\/10$/);
	expect(await answer.text()).toBe(text);
});
