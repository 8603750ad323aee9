import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readBuilt } from '#bundles/built.ts';
import { filesWithManifest } from '#bundles/manifest.ts';
import { targets } from '#bundles/targets/targets.ts';
import { writeOutputs } from '#bundles/write.ts';
import { openBundle } from '#commands/export/open-bundle.ts';
import { chartIds } from '#lib/model/charts.ts';

const folder = mkdtempSync(join(tmpdir(), 'exports-'));
afterAll(() => rmSync(folder, { recursive: true }));

test(
	'story and embed of site and archive, and every chart alone or for an agency, open on a host, without scripts, in a sandbox and from a disk',
	{ timeout: 180_000 },
	async () => {
		const built = readBuilt('build', '.');
		const opens: string[] = [];
		for (const name of ['site', 'chart', 'wire', 'archive']) {
			const bundles = (await targets[name]?.bundles(built, { charts: chartIds, contact: null })) ?? [];
			for (const bundle of bundles) {
				const place = join(name, bundle.folder);
				await writeOutputs([{ place: join(folder, place), content: filesWithManifest(bundle, name, built) }]);
				// One embed stands for all: charts have the same pages.
				opens.push(...bundle.opens.slice(0, 2).map((path) => join(place, path)));
			}
		}
		const rows = await openBundle(folder, opens);
		expect(rows).toHaveLength(4);
		expect(rows.flatMap(({ title, failures }) => failures.map((failure) => `${title}: ${failure}`))).toEqual([]);
	},
);
