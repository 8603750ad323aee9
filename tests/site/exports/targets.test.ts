import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { archiveFailures } from '#bundles/targets/archive.ts';
import { bundleFile, type Bundle } from '#bundles/bundle.ts';
import { readBuilt } from '#bundles/built.ts';

import { readBundle, type BundleInput } from '#bundles/verify/input.ts';
import { readManifest, filesWithManifest } from '#bundles/manifest.ts';
import { targets } from '#bundles/targets/targets.ts';
import { writeOutputs } from '#bundles/write.ts';
import { zip } from '#bundles/formats/zip.ts';
import { chartIds } from '#lib/model/charts.ts';
import { chartCopy } from '#lib/model/chart-copy.ts';
import { serve } from '#commands/serve.ts';
import { allFailures } from '#tests/bundles/failures.ts';

const built = readBuilt('build', '.');
const there = { ...built, origin: 'https://news.test/story/' };
const options = { charts: chartIds, contact: 'mailto:desk@news.test' };
const folder = mkdtempSync(join(tmpdir(), 'exports-'));
afterAll(() => rmSync(folder, { recursive: true }));

const bundlesOf = async (target: string, from = built): Promise<readonly Bundle[]> =>
	(await targets[target]?.bundles(from, options)) ?? [];

/** A bundle as received. */
function received(bundle: Bundle, target: string, from = built): BundleInput {
	const files = new Map(filesWithManifest(bundle, target, from).map(({ path, bytes }) => [path, bytes]));
	const manifest = readManifest(files.get('MANIFEST.json'));
	if (!manifest) throw new Error(`${bundle.name} has no manifest`);
	return { files, manifest, isServed: false, zip: null };
}

describe.each(Object.keys(targets))('the target %s', (target) => {
	test('passes every check, with and without the site’s URL', { timeout: 180_000 }, async () => {
		for (const from of target === 'site' ? [built] : [built, there]) {
			const bundles = await bundlesOf(target, from);
			expect(bundles.length).toBeGreaterThan(0);
			expect(bundles.map(({ folder: place }) => place)).toEqual(targets[target]?.folders(options));
			for (const bundle of bundles) expect(await allFailures(received(bundle, target, from)), bundle.name).toEqual([]);
		}
	});
});

describe('a folder with one chart', async () => {
	const charts = await bundlesOf('chart');
	const text = (bundle: Bundle | undefined, path: string): string =>
		new TextDecoder().decode(bundle?.files.find((file) => file.path === path)?.bytes);

	test.each(chartIds)('of %s holds page, pictures, data, snippets, licence and credit', (id) => {
		const bundle = charts.find(({ chart }) => chart === id);
		const paths = bundle?.files.map(({ path }) => path) ?? [];
		expect(paths).toEqual(
			expect.arrayContaining(
				['index.html', 'oembed.json', 'EMBED.html', 'README.txt', 'LICENSE.txt', 'data/datapackage.json'].concat(
					['light.svg', 'light.png', 'dark.svg', 'dark.png', 'light@2x.png'].map((end) => `pictures/${id}.${end}`),
				),
			),
		);
		expect(text(bundle, 'README.txt')).toContain(chartCopy(built.story.copy, id).credit);
		expect(text(bundle, 'README.txt')).toContain(built.data.version);
		expect(text(bundle, 'index.html')).toContain(built.data.version);
		const embed = text(bundle, 'EMBED.html');
		expect(embed).toContain(`src=&quot;https://example.org/${id}/&quot;`);
		expect(embed).toContain(`https://example.org/${id}/pictures/${id}.light.png`);
		expect(embed).not.toMatch(/example\.org\/(?:embed|charts|#)/);
	});

	test.each(chartIds)('of %s has the tables that its own tables refer to, and passages for nothing else', (id) => {
		const bundle = charts.find(({ chart }) => chart === id);
		const { resources } = JSON.parse(text(bundle, 'data/datapackage.json')) as {
			resources: { name: string; path: string; schema: { foreignKeys?: { reference: { resource?: string } }[] } }[];
		};
		const names = resources.map(({ name }) => name);
		const referred = resources.flatMap(
			({ schema }) => schema.foreignKeys?.map(({ reference }) => reference.resource) ?? [],
		);
		expect(referred.filter((name) => name !== undefined && !names.includes(name))).toEqual([]);
		const rows = text(bundle, 'data/evidence.csv').trimEnd().split('\r\n').length - 1;
		expect(rows).toBeGreaterThan(5);
		expect(rows).toBeLessThan(built.story.annotations.length);
	});

	test('links marks to their passages in the page, or to the story if its URL is known', async () => {
		const page = text(charts[0], 'index.html');
		const [, record = ''] = / data-id="?([\w-]+)/.exec(page) ?? [];
		const [, row = ''] = new RegExp(` id="?(\\w+)"? data-row="?${record}"?>`).exec(page) ?? [];
		expect(page).toContain(`href="#${row}" target="_self"`);
		const [led] = await bundlesOf('chart', there);
		expect(text(led, 'index.html')).toContain(`href="${there.origin}evidence/#${record}"`);
		expect(text(led, 'index.html')).toMatch(new RegExp(`href="${there.origin}#[\\w-]+" data-story`));
	});

	test('has an oembed.json with URLs relative to the folder, or those of the site if known', async () => {
		const readme = (bundle: Bundle | undefined) =>
			JSON.parse(text(bundle, 'oembed.json')) as { html: string; thumbnail_url: string };
		expect(readme(charts[0])).toMatchObject({ thumbnail_url: './pictures/relations.light.png' });
		expect(text(charts[0], 'README.txt')).toContain('oembed.json are relative to this folder');
		const [known] = await bundlesOf('chart', there);
		expect(readme(known).thumbnail_url).toBe(`${there.origin}charts/relations.light.png`);
		expect(readme(known).html).toContain(` src="${there.origin}embed/relations/"`);
		expect(text(known, 'README.txt')).toContain(`those of the chart at ${there.origin}`);
	});
});

vi.setConfig({ testTimeout: 60_000 });

describe('what is wrong is named', async () => {
	const [first] = await bundlesOf('chart');
	if (!first) throw new Error('there is no chart');
	const chart: Bundle = first;
	const encoder = new TextEncoder();

	/** The bundle with one file changed, sealed again, so that its sums hold. */
	function changed(path: string, change: (text: string) => string): BundleInput {
		const files = chart.files.map((file) =>
			file.path === path ? bundleFile(path, change(new TextDecoder().decode(file.bytes))) : file,
		);
		return received({ ...chart, files }, 'chart');
	}
	const inPage = (markup: string) => changed('index.html', (html) => html.replace('</main>', `${markup}</main>`));

	test('one flipped byte, a missing file, a strange one, a manifest and sums that differ', async () => {
		const one = received(chart, 'chart');
		const flipped = Uint8Array.from(one.files.get('index.html') ?? []);
		flipped[1000] = (flipped[1000] ?? 0) ^ 1;
		const failures = (...files: [string, Uint8Array][]) =>
			allFailures({ ...one, files: new Map([...one.files, ...files]) });
		expect(await failures(['index.html', flipped])).toContain(
			'index.html: is not what MANIFEST.json says: its SHA-256 differs',
		);
		const without = new Map(one.files);
		without.delete('data/evidence.csv');
		expect(await allFailures({ ...one, files: without })).toEqual(['data/evidence.csv: is missing']);
		expect(await failures(['notes.txt', encoder.encode('mine')])).toEqual(['notes.txt: is not in MANIFEST.json']);
		const sums = encoder.encode(new TextDecoder().decode(one.files.get('SHA256SUMS')).replace(/^./, 'g'));
		expect((await failures(['SHA256SUMS', sums])).join()).toContain('differ');
	});

	test.each([
		['a dead link', '<a href="./nowhere/">x</a>', './nowhere/ leads to nowhere/index.html'],
		['a dead anchor', '<a href="#nobody">x</a>', 'index.html: #nobody leads to #nobody'],
		['a way out of the folder', '<a href="../other/">x</a>', 'leads out of the folder'],
		['a picture that is not there', '<img srcset="a.png 1x, b.png 2x">', 'b.png'],
		['a foreign picture', '<img src="https://tracker.test/p.png">', 'index.html: loads https://tracker.test/p.png'],
		['a foreign name', 'see http://elsewhere.test/a', 'index.html: names http://elsewhere.test/a'],
		['a strange script', '<script>1</script>', 'its policy has no hash for a script'],
		['a strange style', '<style>p{}</style>', 'its policy has no hash for a style'],
		['a script without integrity', '<script src="./README.txt"></script>', 'has no integrity'],
	])('%s', async (_, markup, named) => {
		expect((await allFailures(inPage(markup))).join()).toContain(named);
	});

	test('a missing policy, and a local path of the machine that built it', async () => {
		const bare = changed('index.html', (html) => html.replace(/<meta http-equiv="content-security-policy"[^>]*>/, ''));
		expect(await allFailures(bare)).toContain('index.html: has no policy');
		const traced = changed('README.txt', (words) => words + process.cwd());
		expect((await allFailures(traced)).join()).toContain(`README.txt: holds ${process.cwd()}`);
	});

	test('no failure, from a folder, from a zip and from a host, which hides its own files', async () => {
		const { site } = targets;
		const [whole] = (await site?.bundles(built, options)) ?? [];
		if (!whole) throw new Error('there is no site');
		for (const [target, bundle] of Object.entries({ chart, site: whole })) {
			const content = filesWithManifest(bundle, target, built);
			const [place, packed] = [join(folder, target), join(folder, `${target}.zip`)];
			await writeOutputs([
				{ place, content },
				{ place: packed, content: zip(bundle.name, content) },
			]);
			const served = await serve(place, 4673);
			// Before the checks: they take longer than a server keeps an idle connection.
			if (target === 'site') {
				const hidden = await Promise.all(
					['_headers', '.htaccess', 'hosting/nginx.conf', '%5fheaders'].map((path) => fetch(served.address + path)),
				);
				expect(hidden.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
			}
			for (const from of [served.address, place, packed])
				expect(await allFailures(await readBundle(from)), from).toEqual([]);
			await served.close();
		}
		await expect(readBundle(join(folder, 'nowhere'))).rejects.toThrow('does not exist');
		await expect(readBundle('src')).rejects.toThrow('is not an export');
	});
});

test(
	'a web archive that is changed is not the site beside it, whatever sums it has',
	{ timeout: 180_000 },
	async () => {
		const [bundle] = await bundlesOf('archive');
		if (!bundle) throw new Error('there is no archive');
		const whole = bundle.files.find(({ path }) => path === 'site.wacz')?.bytes ?? new Uint8Array();
		const { files } = received(bundle, 'archive');
		const failures = (bytes: Uint8Array) => archiveFailures(new Map([...files, ['site.wacz', bytes]]), null);
		expect(await failures(whole)).toEqual([]);
		for (const at of [20, whole.length >> 1])
			expect((await failures(whole.map((byte, index) => (index === at ? byte ^ 1 : byte)))).join(), String(at)).toMatch(
				/^site\.wacz: /,
			);
		const pages = new TextEncoder().encode('{"url":"https://else.test/"}');
		const changed = zipSync({ ...unzipSync(whole), 'pages/pages.jsonl': pages }, { level: 0 });
		const resealed = bundle.files.map((file) => (file.path === 'site.wacz' ? { ...file, bytes: changed } : file));
		const found = await allFailures(received({ ...bundle, files: resealed }, 'archive'));
		expect(found).toEqual([
			'site.wacz/pages/pages.jsonl: names https://else.test/',
			expect.stringMatching(/^site\.wacz: its index, its list of pages/),
		]);
	},
);
