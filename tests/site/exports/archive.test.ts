import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { WARCParser } from 'warcio';
import { beforeAll, expect, test, vi } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { archive } from '#bundles/targets/archive.ts';
import { readBuilt, type Built } from '#bundles/built.ts';
import { wacz } from '#bundles/formats/wacz.ts';
import { builtFiles, page } from '#tests/site/built-files.ts';

vi.setConfig({ testTimeout: 120_000 });

const HOST = 'https://story.invalid/';
let built: Built;
let files: ReadonlyMap<string, Uint8Array>;
let inWacz: Readonly<Record<string, Uint8Array>>;

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
	built = { ...readBuilt('build', '.'), origin: null };
	const [bundle] = await archive.bundles(built, { charts: [], contact: null });
	files = new Map(bundle?.files.map(({ path, bytes }) => [path, bytes]));
	inWacz = unzipSync(files.get('site.wacz') ?? new Uint8Array());
}, 120_000);

test('the web archive lists its parts with correct hashes', () => {
	const about = JSON.parse(text(inWacz['datapackage.json'])) as {
		wacz_version: string;
		mainPageUrl: string;
		resources: { path: string; hash: string; bytes: number }[];
	};
	expect([about.wacz_version, about.mainPageUrl]).toEqual(['1.1.1', HOST]);
	for (const { path, hash, bytes } of about.resources)
		expect([hash, bytes]).toEqual([`sha256:${sha256(inWacz[path] ?? new Uint8Array())}`, inWacz[path]?.length]);
	const digest = JSON.parse(text(inWacz['datapackage-digest.json'])) as { hash: string };
	expect(digest.hash).toBe(`sha256:${sha256(inWacz['datapackage.json'] ?? new Uint8Array())}`);
});

test('another program reads every file of the site from it, and its index lists each', async () => {
	const archived = inWacz['archive/data.warc.gz'] ?? new Uint8Array();
	const archivedHashes = new Map<string, string>();
	const redirects = new Map<string, string>();
	const stream = new ReadableStream<Uint8Array>({
		start(controller) {
			controller.enqueue(archived);
			controller.close();
		},
	});
	for await (const record of new WARCParser(stream)) {
		if (record.warcType !== 'response') continue;
		const [url, content] = [record.warcTargetURI ?? '', await record.readFully(true)];
		const to = record.httpHeaders?.headers.get('location');
		if (to === undefined || to === null) archivedHashes.set(url, sha256(content));
		else redirects.set(url, to);
	}
	const expected = builtFiles().map(
		(file) => [HOST + file.replace(/(^|\/)index\.html$/, '$1'), sha256(readFileSync(`build/${file}`))] as const,
	);
	const isPreview = (url: string): boolean => url.includes('?childId=');
	expect([...archivedHashes].filter(([url]) => !isPreview(url)).sort()).toEqual([...expected].sort());
	for (const [url, hash] of archivedHashes)
		if (isPreview(url)) expect(hash).toBe(archivedHashes.get(url.replace(/\?.*/, '')));
	const folders = expected.map(([url]) => url).filter((url) => url.endsWith('/'));
	const forms = folders.flatMap((url) => [
		[`${url}index.html`, url],
		...(url === HOST ? [] : [[url.slice(0, -1), url]]),
	]);
	expect([...redirects].sort()).toEqual(forms.sort());
	const index = text(inWacz['indexes/index.cdxj']).trimEnd().split('\n');
	expect(index).toHaveLength(archivedHashes.size + redirects.size);
	for (const line of index) {
		const { url, offset, length } = JSON.parse(line.slice(line.indexOf('{'))) as Record<'url', string> &
			Record<'offset' | 'length', number>;
		expect([url, archivedHashes.has(url) || redirects.has(url)]).toEqual([url, true]);
		expect([...archived.subarray(offset, offset + 2)], `${url} at ${String(length)}`).toEqual([0x1f, 0x8b]);
	}
});

test('its list of pages has every page, and one for every step', () => {
	const [head = '', ...lines] = text(inWacz['pages/pages.jsonl']).trimEnd().split('\n');
	expect(JSON.parse(head)).toMatchObject({ format: 'json-pages-1.0' });
	const pages = lines.map((line) => JSON.parse(line) as { url: string; title: string; ts: string });
	expect(pages.map(({ url }) => url).sort()).toEqual(
		builtFiles()
			.filter((file) => file.endsWith('.html'))
			.map((file) => HOST + file.replace(/(^|\/)index\.html$/, '$1'))
			.sort(),
	);
	const steps = built.story.copy.chapters.flatMap((chapter) => chapter.steps);
	for (const { id, heading } of steps)
		expect(pages.find(({ url }) => url === `${HOST}s/${id}/`)?.title).toContain(heading);
	expect(pages.filter(({ title }) => title === '')).toEqual([]);
});

test('two archives of the same files at the same moment are the same', async () => {
	const captures = builtFiles()
		.slice(0, 8)
		.map((file) => ({
			url: HOST + file,
			mediaType: 'text/html',
			bytes: new Uint8Array(readFileSync(`build/${file}`)),
		}));
	const metadata = { title: 't', description: 'd', software: 's', date: new Date('2026-01-02T03:04:05Z') };
	const [one, two] = await Promise.all([wacz(captures, [], metadata), wacz(captures, [], metadata)]);
	expect(sha256(one)).toBe(sha256(two));
});

test('a crawler without scripts comes from the story to every page and every step', () => {
	const found = new Set<string>();
	const queue = ['index.html'];
	for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
		if (found.has(file)) continue;
		found.add(file);
		for (const link of page(file).querySelectorAll('a[href]')) {
			const { origin, pathname } = new URL(link.getAttribute('href') ?? '', HOST + file);
			const to = `${pathname.slice(1)}${pathname.endsWith('/') ? 'index.html' : ''}`;
			if (`${origin}/` === HOST && to.endsWith('.html') && existsSync(`build/${to}`)) queue.push(to);
		}
	}
	// What a step was called before is no page that anything leads to.
	const former = page('index.html')
		.querySelectorAll('.step .formerly')
		.map(({ id }) => `s/${id}/index.html`);
	const missed = builtFiles().filter(
		(file) =>
			file.endsWith('/index.html') && !/^(?:v|embed)\/./.test(file) && !found.has(file) && !former.includes(file),
	);
	expect(missed).toEqual([]);
});

test('its provenance names every seed by its hash, and nothing that it does not describe', () => {
	type Statement = Readonly<Record<string, unknown>>;
	const provenance = JSON.parse(text(files.get('prov.json'))) as Record<string, Record<string, Statement>>;
	for (const [path, hash] of built.inputs) {
		expect(hash).toBe(sha256(readFileSync(path)));
		expect(provenance['entity']?.[`story:${path}`]?.['story:sha256']).toBe(hash);
	}
	for (const { id, sha256: hash } of built.story.sources)
		expect(provenance['entity']?.[`story:article/${id}`]).toMatchObject({ 'story:sha256-of-normalised-text': hash });
	const described = new Set(['entity', 'activity', 'agent'].flatMap((kind) => Object.keys(provenance[kind] ?? {})));
	const relations = ['used', 'wasGeneratedBy', 'wasDerivedFrom', 'wasAssociatedWith'];
	const named = relations
		.flatMap((relation) => Object.values(provenance[relation] ?? {}))
		.flatMap((statement) => Object.values(statement))
		.filter((value): value is string => typeof value === 'string');
	expect(named.filter((name) => !described.has(name))).toEqual([]);
	expect([...described].filter((name) => !named.includes(name) && !name.startsWith('story:commit/'))).toEqual([]);
});

test('says how to cite it, in the form that citation programs read', () => {
	const cited = parseYaml(text(files.get('CITATION.cff'))) as Record<string, unknown>;
	expect(cited).toMatchObject({
		'cff-version': '1.2.0',
		type: 'dataset',
		license: 'CC-BY-4.0',
		version: built.data.version,
	});
	expect(cited['authors']).toEqual([{ name: expect.stringMatching(/\w/) as unknown }]);
	expect(cited['date-released']).toMatch(/^\d{4}-\d\d-\d\d$/);
});
