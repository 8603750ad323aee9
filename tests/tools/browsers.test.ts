import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const run = (word: string) =>
	spawnSync(process.execPath, ['--import', 'tsx', 'tests/tools/browsers.ts', word], {
		env: { PATH: '/nowhere' },
		encoding: 'utf8',
	});

test('where nothing can be installed, the command for more browsers says what is missing, and ends as failed', () => {
	const { status, stdout, stderr } = run('caddy');
	expect(stdout).toContain('Installing firefox-esr, webkit2gtk-driver, xvfb, xauth, caddy …');
	expect(stderr).toContain('Could not be installed: firefox-esr, webkit2gtk-driver, xvfb, xauth, caddy.');
	expect(status).toBe(1);
});

test('an unknown Chromium version is reported together with the known ones, and nothing is installed', () => {
	const { status, stdout, stderr } = run('chromium@95');
	expect(stderr).toContain('chromium@95: no package with it is known; write one of chromium@80, ');
	expect(stdout).toBe('');
	expect(status).toBe(1);
});
