import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const bare = mkdtempSync(join(tmpdir(), 'bare-'));
afterAll(() => rmSync(bare, { recursive: true }));

mkdirSync(join(bare, 'src/commands'), { recursive: true });
for (const file of ['package.json', '.npmrc', 'src/commands/installed.js']) cpSync(file, join(bare, file));

test.each(['start', 'preview', 'build', 'test', 'dev', 'seeds', 'export'])(
	'where packages for building were left out, "npm run %s" says what to do, without a stack',
	(script) => {
		const run = (NODE_ENV: string) =>
			spawnSync('npm', ['run', '--silent', script], {
				cwd: bare,
				env: { PATH: process.env['PATH'], NODE_ENV },
				encoding: 'utf8',
			});
		const { status, stderr } = run('production');
		expect([status, stderr]).toEqual([
			1,
			'Not installed: tsx, vite, svelte, which the build needs.\n' +
				'NODE_ENV=production, or --omit=dev, leaves them out. Run "npm ci --include=dev" first.\n',
		]);
		expect(run('').stderr).toContain('Run "npm ci" first.');
	},
);
