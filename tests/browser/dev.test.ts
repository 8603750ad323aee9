import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import getPort from 'get-port';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '#commands/browser/launch.ts';

const project = mkdtempSync(join(tmpdir(), 'dev-'));
const copied = [
	'src',
	'seeds',
	'static',
	'tests/scale',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts',
];
let server: ChildProcess;
let browser: Browser;
let page: Page;

/** Resolves once the development server answers; rejects with its output if it ends before. */
async function start(port: number): Promise<ChildProcess> {
	const env = Object.fromEntries(
		Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && !name.startsWith('VITEST')),
	);
	const vite = join(project, 'node_modules/vite/bin/vite.js');
	const child = spawn(process.execPath, [vite, 'dev', '--host', '127.0.0.1', '--port', String(port), '--strictPort'], {
		cwd: project,
		env,
	});
	let output = '';
	child.stdout.on('data', (words: Buffer) => (output += words.toString()));
	child.stderr.on('data', (words: Buffer) => (output += words.toString()));
	for (let tries = 0; tries < 150; tries += 1) {
		if (child.exitCode !== null) throw new Error(`The development server ended:\n${output}`);
		const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
		if (answer) return child;
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	throw new Error(`The development server does not answer:\n${output}`);
}

beforeAll(async () => {
	for (const name of copied) cpSync(name, join(project, name), { recursive: true });
	symlinkSync(join(process.cwd(), 'node_modules'), join(project, 'node_modules'), 'dir');
	const port = await getPort({ host: '127.0.0.1' });
	[server, browser] = await Promise.all([start(port), launch()]);
	page = await browser.newPage();
	await page.goto(`http://127.0.0.1:${port}/`);
	// The script loads Vite's client; before it is connected no change reaches the page.
	await page.waitForFunction(() => customElements.get('vite-error-overlay') !== undefined);
});

afterAll(async () => {
	await browser.close();
	server.kill();
	rmSync(project, { recursive: true, force: true });
});

/** Changes a file of the copied project, and returns a function that restores it. */
function change(file: string, edit: (text: string) => string): () => void {
	const path = join(project, file);
	const before = readFileSync(path, 'utf8');
	writeFileSync(path, edit(before));
	return () => writeFileSync(path, before);
}

const overlay = () => page.locator('vite-error-overlay .message-body');
const title = () => page.locator('h1');

/** The first line, counted from 1, that holds these words. */
const lineOf = (file: string, words: string) =>
	readFileSync(join(project, file), 'utf8')
		.split('\n')
		.findIndex((line) => line.includes(words)) + 1;

test('shows a fault in the seeds over the page, with file and line, and recovers when it is mended', async () => {
	const whole = await title().textContent();
	const mend = change('seeds/events.yaml', (text) => text.replace(/dyad: [a-z-]+/, 'dyad: nonsense'));
	await overlay().waitFor();
	expect(await overlay().textContent()).toContain(
		`seeds/events.yaml:${lineOf('seeds/events.yaml', 'dyad: nonsense')}:`,
	);
	mend();
	await overlay().waitFor({ state: 'detached' });
	expect(await title().textContent()).toBe(whole);
});

test('serves the page for developers, which no build contains', async () => {
	const answer = await page.request.get(new URL('/dev/design/', page.url()).href);
	expect(answer.status()).toBe(200);
	expect(await answer.text()).toContain('What it is drawn with');
	const larger = await page.request.get(new URL('/dev/design/?articles=10', page.url()).href, { timeout: 120_000 });
	expect(await larger.text()).toContain('A sign for each of 10 articles that answers');
});

test('still shows the fault after a reload', async () => {
	const mend = change('src/copy/en.aml', (text) => text.replace('{.step}', '{.stpe}'));
	await overlay().waitFor();
	await page.reload();
	await overlay().waitFor();
	expect(await overlay().textContent()).toContain(`src/copy/en.aml:${lineOf('src/copy/en.aml', '{.stpe}')}:1`);
	mend();
	await overlay().waitFor({ state: 'detached' });
});

test('reloads the page after a change of the copy', async () => {
	const back = change('src/copy/en.aml', (text) => text.replace('The quarrel', 'Other words'));
	await page.locator('h1', { hasText: 'Other words' }).waitFor();
	back();
	await page.locator('h1', { hasText: 'Other words' }).waitFor({ state: 'detached' });
});

test('notices a file that is added, and one that is removed', async () => {
	const added = join(project, 'seeds/sources/another.yaml');
	writeFileSync(added, 'id: another\n');
	await overlay().waitFor();
	expect(await overlay().textContent()).toContain('seeds/sources/another.yaml:');
	rmSync(added);
	await overlay().waitFor({ state: 'detached' });
});

test('restarts when a module of its configuration changes', async () => {
	let output = '';
	server.stdout?.on('data', (words: Buffer) => (output += words.toString()));
	change('src/build/embeds.ts', (text) => `${text}\n`);
	await expect.poll(() => output, { timeout: 60_000 }).toContain('server restarted');
});
