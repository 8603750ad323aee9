import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bundleFile } from '#bundles/bundle.ts';
import { filesWithManifest } from '#bundles/manifest.ts';
import { checks } from '#bundles/verify/checks.ts';
import { built } from '#tests/bundles/fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'verify-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const files = [bundleFile('index.html', '<meta http-equiv="content-security-policy" content="default-src \'none\'">')];
const bundle = { folder: '', name: 'small', chart: null, opens: [], notes: [], files };
for (const { path, bytes } of filesWithManifest(bundle, 'site', built)) {
	mkdirSync(dirname(join(folder, path)), { recursive: true });
	writeFileSync(join(folder, path), bytes);
}

test('export:verify prints a line for each check; below a failed one its failures and what to do, and nothing else', () => {
	writeFileSync(join(folder, 'more.txt'), 'more');
	const command = ['--import', 'tsx', 'src/commands/verify.ts', folder, '--no-browser'];
	const { status, stdout } = spawnSync(process.execPath, command, { encoding: 'utf8' });
	expect(stdout.split('\n').slice(3)).toEqual([
		`FAIL  ${checks[0]?.title ?? ''}`,
		'        more.txt: is not in MANIFEST.json',
		`      What to do: ${checks[0]?.remedy ?? ''}`,
		...checks.slice(1).map(({ title }) => `ok    ${title}`),
		'ok    the export has no page to open in a browser',
		'',
		'Verification failed.',
		'',
	]);
	expect(status).toBe(1);
});
