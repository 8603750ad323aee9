import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'interrupted-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command, and sends it a signal as soon as it says these words. */
async function interruptedAt(words: string, signal: NodeJS.Signals): Promise<{ status: unknown; output: string }> {
	const args = [
		'--import',
		'tsx',
		'src/commands/export.ts',
		'--target',
		'site',
		'--zip',
		'--out',
		join(folder, 'a/site'),
	];
	const child = spawn(process.execPath, args, { env: { ...process.env, SITE_BUILT: '1' } });
	const ended = once(child, 'close');
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (part) => {
			output += String(part);
			if (output.includes(words) && !child.killed) child.kill(signal);
		});
	}
	const [status] = (await ended) as [unknown];
	return { status, output };
}

test('an export that is interrupted says so, fails, and leaves nothing behind', { timeout: 60_000 }, async () => {
	for (const [words, signal] of [
		['2/4', 'SIGINT'],
		['4/4', 'SIGHUP'],
	] as const) {
		const { status, output } = await interruptedAt(words, signal);
		expect(output, words).toContain('Interrupted: nothing was left behind.');
		expect(status, words).toBe(1);
		expect(readdirSync(folder), words).toEqual([]);
	}
});
