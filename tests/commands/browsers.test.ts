import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('where nothing can be installed, the command for more browsers says what is missing, and ends as failed', () => {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['--import', 'tsx', 'src/commands/browsers.ts', 'caddy'],
		{ env: { PATH: '/nowhere' }, encoding: 'utf8' },
	);
	expect(stdout).toContain('Installing firefox-esr, webkit2gtk-driver, xvfb, xauth, caddy …');
	expect(stderr).toContain('Could not be installed: firefox-esr, webkit2gtk-driver, xvfb, xauth, caddy.');
	expect(status).toBe(1);
});
