/** `archive`: the site for long-term keeping, as files and as a web archive, with its provenance. */
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { parse } from 'node-html-parser';
import { stringify } from 'yaml';
import { previewId } from '#lib/embed/preview-id.ts';
import { decoded, isCompressed, reasonOf, bundleFile, mediaTypeOf, type BundleFile } from '#bundles/bundle.ts';
import type { Built } from '#bundles/built.ts';
import { generatorOf } from '#bundles/manifest.ts';
import type { Target } from './target.ts';
import { archiveRecords, RECORDS, wacz, packaged, type ArchivedPage, type Capture } from '#bundles/formats/wacz.ts';

/** The site's address in an archive if none was given; RFC 2606 reserves the name. */
export const NOWHERE = 'https://story.invalid/';

const isPage = (path: string): boolean => path.endsWith('.html');

/** `evidence/index.html` is requested as `evidence/`. */
const addressOf = (path: string, origin: string): string => origin + path.replace(/(^|\/)index\.html$/, '$1');

const titleOf = (html: Uint8Array): string => parse(decoded(html)).querySelector('title')?.textContent.trim() ?? '';

/** The site without compressed copies: later hosts make their own. */
const kept = ({ files }: Built): [string, Uint8Array][] => [...files].filter(([path]) => !isCompressed(path));

/** The other forms of a page's address, which hosts redirect: without the slash, and with the file name. */
function formsOf(path: string, origin: string): Capture[] {
	if (!/(?:^|\/)index\.html$/.test(path)) return [];
	const location = addressOf(path, origin);
	const urls = [origin + path, ...(location === origin ? [] : [location.slice(0, -1)])];
	return urls.map((url) => ({ url, location, mediaType: 'text/plain', bytes: new Uint8Array() }));
}

/** An embed as the gallery first frames it: a replayer treats another query as another page. */
function previewOf(path: string, bytes: Uint8Array, origin: string): Capture[] {
	const chart = /^embed\/([^/]+)\/index\.html$/.exec(path)?.[1];
	if (chart === undefined) return [];
	return [{ url: `${addressOf(path, origin)}?childId=${previewId(chart)}`, mediaType: 'text/html', bytes }];
}

/** The files of a site in the form of a crawler's captures. */
const capturesOf = (files: readonly [string, Uint8Array][], origin: string): Capture[] =>
	files.flatMap(([path, bytes]) => [
		{ url: addressOf(path, origin), mediaType: mediaTypeOf(path), bytes },
		...formsOf(path, origin),
		...previewOf(path, bytes, origin),
	]);

/** The story first, then every other page, including those of steps. */
function pagesOf(files: readonly [string, Uint8Array][], origin: string): ArchivedPage[] {
	const pages = files.filter(([path]) => isPage(path));
	const storyFirst = pages.sort(([a], [b]) => Number(b === 'index.html') - Number(a === 'index.html'));
	return storyFirst.map(([path, html]) => ({ url: addressOf(path, origin), title: titleOf(html) }));
}

/** `CITATION.cff`, Citation File Format 1.2. */
function citation({ story, data, commit, origin }: Built): string {
	const { publisher, people, released } = story.newsroom;
	const names = [publisher.name, ...people.map(({ name }) => name)].filter((name) => name !== '');
	const fields = {
		'cff-version': '1.2.0',
		message: 'If you use this story or its data, please cite it as below.',
		type: 'dataset',
		title: story.copy.title,
		abstract: story.copy.description,
		// The format requires an author; without a named one the work is its own.
		authors: (names.length > 0 ? names : [`The makers of “${story.copy.title}”`]).map((name) => ({ name })),
		version: data.version,
		'date-released': released,
		license: 'CC-BY-4.0',
		...(commit === null ? {} : { commit }),
		...(origin === null ? {} : { url: origin }),
		identifiers: [{ type: 'other', value: `sha256:${data.sha256}`, description: 'The hash of the data' }],
	};
	return stringify(fields);
}

const readme = ({ story, version, data, commit, origin }: Built): string => `${story.copy.title}
${story.copy.description}

site/           the site as files; open site/index.html, or put the folder on any host
site.wacz       the same as a web archive (WACZ 1.1.1); ReplayWeb.page opens it
prov.json       where it comes from, after W3C PROV: seeds and articles with their hashes, commit, build
CITATION.cff    how to cite it
MANIFEST.json, SHA256SUMS    every file, its size and its SHA-256: sha256sum -c SHA256SUMS

Data ${data.version}, version ${version}${commit === null ? '' : `, commit ${commit}`}.
In the web archive the site lies at ${origin ?? NOWHERE}${origin === null ? ', a placeholder, because no --origin was given' : ''}.
ReplayWeb.page shows every page, also without its slash, the panels of evidence, the search and the gallery's first previews.
What follows a question mark is another address to it, which it does not have: a chart with options, a search that somebody
shared, an address with a campaign's marks. For these put site/ on any host.
Every step of the story has a page, site/s/<step>/, and site/s/ links to them all.

Copy and data: CC BY 4.0. Code: MIT. Quotations remain their publishers'.
`;

export const archive: Target = {
	summary: 'the site as files and as a web archive (WACZ), with its provenance and how to cite it',
	byChart: false,
	folders: () => [''],
	async bundles(built) {
		const { story, date } = built;
		const origin = built.origin ?? NOWHERE;
		const files = kept(built);
		const { title, description } = story.copy;
		const metadata = { title, description, software: generatorOf(story), date };
		const web = await wacz(capturesOf(files, origin), pagesOf(files, origin), metadata);
		const own: BundleFile[] = [
			bundleFile('site.wacz', web, { role: 'page' }),
			bundleFile('prov.json', `${JSON.stringify(prov(built), null, '\t')}\n`, { role: 'description' }),
			bundleFile('CITATION.cff', citation(built), { role: 'description' }),
			bundleFile('README.txt', readme(built)),
		];
		return [
			{
				...{ folder: '', name: `${story.subject.names.bundles}-archive`, chart: null, opens: ['site/index.html'] },
				files: [...files.map(([path, bytes]) => bundleFile(`site/${path}`, bytes)), ...own],
				notes:
					built.origin === null ? [`No --origin: in the web archive the site has the placeholder URL ${NOWHERE}.`] : [],
			},
		];
	},
};

interface About {
	readonly title: string;
	readonly description: string;
	readonly created: string;
	readonly software: string;
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/**
 * Compares an archive's `site.wacz` with what these files of its site give, byte for byte except for the compression of
 * records, which varies between packers. Returns the faults, a sentence each.
 */
export async function archiveFailures(
	contents: ReadonlyMap<string, Uint8Array>,
	statedOrigin: string | null,
): Promise<string[]> {
	const bytes = contents.get('site.wacz');
	if (!bytes) return [];
	const origin = statedOrigin ?? NOWHERE;
	const files = [...contents].flatMap(([path, content]): [string, Uint8Array][] =>
		path.startsWith('site/') ? [[path.slice('site/'.length), content]] : [],
	);
	try {
		const inner = unzipSync(bytes);
		const archive = inner[RECORDS] ?? new Uint8Array();
		const { title, description, created, software } = JSON.parse(decoded(inner['datapackage.json'])) as About;
		const metadata = { title, description, software, date: new Date(created) };
		const expected = await archiveRecords(capturesOf(files, origin), metadata);
		if (!isSame(gunzipSync(archive), gunzipSync(expected)))
			return [`site.wacz: ${RECORDS} does not match the files in site/`];
		const isUnchanged = isSame(bytes, await packaged(archive, pagesOf(files, origin), metadata));
		return isUnchanged ? [] : ['site.wacz: its index, its list of pages or its metadata do not match its pages'];
	} catch (problem) {
		return [`site.wacz: cannot be read: ${reasonOf(problem)}`];
	}
}

type Statements = Record<string, Record<string, unknown>>;

const typed = ($: string, type: string) => ({ $, type });

/** PROV-JSON of a build. Names are `story:` and what follows; `story:seed/events.yaml`. */
function prov({ story, version, data, commit, date, inputs }: Built): unknown {
	const [build, site, edition] = [`story:build/${version}`, `story:site/${version}`, `story:data/${data.version}`];
	const name = story.subject.names.bundles;
	const software = `story:software/${name}`;
	const seeds = [...inputs].map(([path, sha256]) => ({ id: `story:${path}`, label: path, sha256 }));
	const articles = story.sources.map(({ id, label, sha256 }) => ({ id: `story:article/${id}`, label, sha256 }));
	const ended = typed(date.toISOString(), 'xsd:dateTime');
	const entity: Statements = {
		...Object.fromEntries(
			seeds.map(({ id, label, sha256 }) => [
				id,
				{ 'prov:label': label, 'prov:type': 'story:Seed', 'story:sha256': sha256 },
			]),
		),
		...Object.fromEntries(
			articles.map(({ id, label, sha256 }) => [
				id,
				{ 'prov:label': label, 'prov:type': 'story:Article', 'story:sha256-of-normalised-text': sha256 },
			]),
		),
		...(commit === null ? {} : { [`story:commit/${commit}`]: { 'prov:label': commit, 'prov:type': 'story:Commit' } }),
		[edition]: { 'prov:label': `Data ${data.version}`, 'prov:type': 'story:Data', 'story:sha256': data.sha256 },
		[site]: { 'prov:label': story.copy.title, 'prov:type': 'story:Site', 'story:version': version },
	};
	const used = [...seeds.map(({ id }) => id), ...(commit === null ? [] : [`story:commit/${commit}`])];
	const numbered = (name: string, all: readonly Record<string, unknown>[]): Statements =>
		Object.fromEntries(all.map((statement, at) => [`_:${name}${String(at + 1)}`, statement]));
	return {
		prefix: { story: `urn:${name}:`, xsd: 'http://www.w3.org/2001/XMLSchema#' },
		entity,
		activity: { [build]: { 'prov:label': `Build ${version}`, 'prov:endTime': ended } },
		agent: {
			[software]: {
				'prov:label': `${name}, its compiler and build`,
				'prov:type': typed('prov:SoftwareAgent', 'xsd:QName'),
			},
		},
		wasAssociatedWith: numbered('association', [{ 'prov:activity': build, 'prov:agent': software }]),
		used: numbered(
			'use',
			used.map((id) => ({ 'prov:activity': build, 'prov:entity': id })),
		),
		wasGeneratedBy: numbered(
			'making',
			[edition, site].map((id) => ({ 'prov:entity': id, 'prov:activity': build, 'prov:time': ended })),
		),
		wasDerivedFrom: numbered('derivation', [
			{ 'prov:generatedEntity': site, 'prov:usedEntity': edition, 'prov:activity': build },
			...seeds.map(({ id }) => ({ 'prov:generatedEntity': edition, 'prov:usedEntity': id, 'prov:activity': build })),
			...articles.map(({ id }) => ({
				'prov:generatedEntity': `story:seeds/sources/${id.split('/').pop() ?? ''}.yaml`,
				'prov:usedEntity': id,
			})),
		]),
	};
}
