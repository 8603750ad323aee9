/** Time and memory of a command, including all Node processes that it starts. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Usage {
	/** Seconds of the processor. */
	readonly seconds: number;
	/** Of the largest process, in MB. */
	readonly peak: number;
	readonly status: number | null;
	/** What it wrote to its standard output. */
	readonly output: string;
}

/** Each process writes its usage when it ends. */
const REPORT = `import { writeFileSync } from 'node:fs';
process.on('exit', () => {
	const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
	writeFileSync(process.env.TAKEN + '/' + process.pid, [userCPUTime + systemCPUTime, maxRSS].join(' '));
});`;

/**
 * Runs a program in a folder to its end. After `limit` milliseconds it is killed, and its status is null; a process that it
 * started would go on.
 */
export async function measureUsage(
	folder: string,
	program: string,
	words: readonly string[],
	limit?: number,
): Promise<Usage> {
	const notes = mkdtempSync(join(tmpdir(), 'taken-'));
	const script = join(notes, 'tell.mjs');
	writeFileSync(script, REPORT);
	const env = { ...process.env, TAKEN: notes, NODE_OPTIONS: `--import ${pathToFileURL(script).href}` };
	try {
		const child = spawn(program, words, { cwd: folder, env, timeout: limit, killSignal: 'SIGKILL' });
		let output = '';
		child.stdout.on('data', (part) => (output += String(part)));
		child.stderr.resume();
		const status = await new Promise<number | null>((resolve, reject) => {
			child.once('error', reject).once('close', resolve);
		});
		const each = readdirSync(notes)
			.filter((name) => /^\d+$/.test(name))
			.map((name) => readFileSync(join(notes, name), 'utf8').split(' ').map(Number));
		const seconds = each.reduce((sum, [micros = 0]) => sum + micros / 1e6, 0);
		return { seconds, peak: Math.max(0, ...each.map(([, kilobytes = 0]) => kilobytes / 1000)), status, output };
	} finally {
		rmSync(notes, { recursive: true });
	}
}
