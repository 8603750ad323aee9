import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtFiles, page } from '#tests/site/built-files.ts';

/** The URLs below `/data/` that users of the published data rely on: they never change. */
const promised =
	'datapackage.json sources.csv actors.csv events.csv ties.csv contacts.csv questions.csv positions.csv quotations.csv ' +
	'evidence.csv annotations.jsonld network.gexf network.graphml story.json';

interface Descriptor {
	readonly version: string;
	readonly resources: readonly {
		readonly path: string;
		readonly bytes: number;
		readonly hash: string;
		readonly schema?: { readonly fields: readonly { readonly name: string }[] };
	}[];
}
type Thing = Readonly<Record<string, unknown>>;

const built = builtFiles();
const read = (path: string): Buffer => readFileSync(join('build/data', path));
const descriptor = JSON.parse(read('datapackage.json').toString()) as Descriptor;
const document = page('data/index.html');

/** The structured data of a page. */
function things(file: string): Thing[] {
	const blocks = page(file).querySelectorAll('script[type="application/ld+json"]');
	expect(blocks).toHaveLength(1);
	const { '@context': context, '@graph': graph } = JSON.parse(blocks[0]?.rawText ?? '') as Record<string, unknown>;
	expect(context).toBe('https://schema.org');
	return graph as Thing[];
}

test('every published URL exists', () => {
	for (const path of promised.split(' ')) expect(built).toContain(`data/${path}`);
});

test('the descriptor has every file of the folder, each with the size and the hash of what was built', () => {
	const own = ['datapackage.json', 'index.html', 'tables/index.html'].map((path) => `data/${path}`);
	const there = built.filter((file) => file.startsWith('data/') && !own.includes(file));
	expect(descriptor.resources.map(({ path }) => `data/${path}`).sort()).toEqual(there);
	for (const { path, bytes, hash } of descriptor.resources) {
		expect(read(path).length, path).toBe(bytes);
		expect(`sha256:${createHash('sha256').update(read(path)).digest('hex')}`, path).toBe(hash);
	}
});

test('the page links, sizes and hashes every file, and tells version and licence', () => {
	const text = document.text;
	for (const { path, bytes, hash } of descriptor.resources) {
		expect(document.querySelector(`a[href="./${path}"]`), path).not.toBeNull();
		expect(text).toContain(hash.replace('sha256:', ''));
		expect(text).toContain(String(bytes).replace(/\B(?=(\d{3})+$)/g, ','));
	}
	expect(text).toContain(descriptor.version);
	expect(document.querySelector('a[rel=license]')?.getAttribute('href')).toContain(
		'creativecommons.org/licenses/by/4.0',
	);
});

test('the page explains every column of every table, in the order of the file', () => {
	for (const { path, schema } of descriptor.resources) {
		if (!schema) continue;
		const name = path.replace('.csv', '');
		const title = document.getElementById(`table-${name}`)?.text.split(': ').slice(0, -1).join(': ') ?? '';
		const table = document
			.querySelectorAll('table')
			.find((one) => one.querySelector('caption')?.text === `The columns of ${title}`);
		const columns = table?.querySelectorAll('th[scope=row] > code').map((code) => code.text);
		expect(columns, name).toEqual(schema.fields.map((field) => field.name));
		const [header] = read(path).toString().split('\r\n');
		expect(header?.split(',')).toEqual(columns);
	}
});

test('the page needs no scripts: its only script is its JSON-LD', () => {
	expect(document.querySelectorAll('script').map((script) => script.getAttribute('type'))).toEqual([
		'application/ld+json',
	]);
	expect(document.querySelectorAll('h1')).toHaveLength(1);
	const ids = new Set(document.querySelectorAll('[id]').map(({ id }) => id));
	const inside = document.querySelectorAll('a[href^="#"]').map((link) => link.getAttribute('href')?.slice(1) ?? '');
	expect(inside.filter((id) => !ids.has(id))).toEqual([]);
});

test('the data page is described as a Dataset in JSON-LD, each file with its URL, size and hash', () => {
	const [dataset] = things('data/index.html');
	expect(dataset?.['@type']).toBe('Dataset');
	expect(dataset?.['version']).toBe(descriptor.version);
	const distribution = dataset?.['distribution'] as { contentUrl: string; sha256: string }[];
	for (const { contentUrl, sha256 } of distribution) {
		expect(
			createHash('sha256')
				.update(read(contentUrl.replace('./', '')))
				.digest('hex'),
		).toBe(sha256);
	}
	expect(distribution).toHaveLength(descriptor.resources.length + 1);
});

test('the story is described as a NewsArticle in JSON-LD that is based on five others', () => {
	const [article] = things('index.html');
	expect(article?.['@type']).toBe('NewsArticle');
	expect(article?.['headline']).toBe(page('index.html').querySelector('h1')?.text);
	expect(article?.['citation']).toHaveLength(5);
});

test('the ledger is described as quotations, and one claim review that is the fact-check’s own', () => {
	const anchors = new Set(
		page('evidence/index.html')
			.querySelectorAll('[id]')
			.map(({ id }) => id),
	);
	const items = things('evidence/index.html');
	const quotations = items.filter((thing) => thing['@type'] === 'Quotation');
	expect(quotations.length).toBeGreaterThan(20);
	for (const thing of items) expect(anchors).toContain(String(thing['@id']).split('#')[1]);
	const reviews = items.filter((thing) => thing['@type'] === 'ClaimReview');
	expect(reviews).toHaveLength(1);
	const named = (name: string) => ({ '@id': items.find((thing) => thing['name'] === name)?.['@id'] });
	expect(reviews[0]).toMatchObject({
		author: named('Polygraph.info'),
		itemReviewed: { author: named('Sergey Kislyak') },
		reviewRating: { alternateName: 'False', author: named('Polygraph.info') },
	});
});
