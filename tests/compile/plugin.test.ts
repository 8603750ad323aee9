import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compiledStory } from '#compile/plugin.ts';
import { samples } from './project.ts';

const root = mkdtempSync(join(tmpdir(), 'terminal-'));
const copy = join(root, 'src/copy/en.aml');
const output: string[] = [];
let server: ViteDevServer;

beforeAll(async () => {
	cpSync(join(samples, '_valid'), root, { recursive: true });
	const logger = createLogger('info');
	const keep = (words: string) => void output.push(words);
	server = await createServer({
		...{ root, configFile: false, appType: 'custom', plugins: [compiledStory()] },
		server: { middlewareMode: true, ws: false, watch: { usePolling: true, interval: 50 } },
		customLogger: { ...logger, info: keep, warn: keep, error: keep },
	});
	await server.ssrLoadModule('virtual:story');
});

afterAll(async () => {
	await server.close();
	rmSync(root, { recursive: true });
});

test('while the development server runs, the terminal shows a fault with its place, and when it is gone', async () => {
	const whole = readFileSync(copy, 'utf8');
	writeFileSync(copy, whole.replace('{.chapter}', '{.chaptre}'));
	const line = whole.split('\n').indexOf('{.chapter}') + 1;
	const fault = `src/copy/en.aml:${String(line)}:1 copy-unknown-block “{.chaptre}” begins like a block; write {.chapter}`;
	await expect.poll(() => output.join('\n'), { timeout: 20_000 }).toContain(fault);
	expect(output.join('\n')).not.toContain('compile again');
	writeFileSync(copy, whole);
	await expect.poll(() => output.join('\n'), { timeout: 20_000 }).toContain('the seeds and the copy compile again');
});
