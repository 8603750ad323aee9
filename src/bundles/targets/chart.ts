/** `chart`: one self-contained folder for each chart, which can be put anywhere and removed without affecting another. */
import { parse } from 'node-html-parser';
import { snippets, type Snippet } from '#lib/embed/snippets.ts';
import { parseOptions } from '#lib/embed/options.ts';
import { chartPackage } from '#lib/export/files.ts';
import { CHARTS, type ChartId } from '#lib/model/charts.ts';
import { chartCopy } from '#lib/model/chart-copy.ts';
import { isCompressed, bundleFile, type Bundle, type BundleFile } from '#bundles/bundle.ts';
import { textOf, type Built } from '#bundles/built.ts';
import type { Target } from './target.ts';
import { escapeMarkup } from '#lib/model/text.ts';
import { reservation } from '#lib/export/licence.ts';
import type { Story } from '#lib/model/story.ts';
import { withoutSiteFonts } from './site-fonts.ts';

/** Stands for the folder's unknown address in the snippets. */
const ANYWHERE = 'https://example.org/';

/** The kinds of snippets that need the folder only. */
const KINDS = new Set<Snippet['kind']>(['frame', 'figure', 'wordpress', 'amp', 'picture', 'markdown', 'email']);

/** The pictures of a chart as they lie in its folder: `charts/ties.light.png` → `pictures/ties.light.png`. */
function pictures({ files }: Built, chart: ChartId): BundleFile[] {
	const own = [...files].filter(([path]) => path.startsWith(`charts/${chart}.`) && !isCompressed(path));
	return own.map(([path, bytes]) => bundleFile(path.replace(/^charts\//, 'pictures/'), bytes));
}

/** Width and height of a PNG in pixels, from its header. */
function sizeOf(files: readonly BundleFile[], path: string): { readonly width: number; readonly height: number } {
	const bytes = files.find((file) => file.path === path)?.bytes;
	if (!bytes) throw new Error(`the build has no picture for ${path}: run "npm run build" again`);
	const view = new DataView(bytes.buffer, bytes.byteOffset);
	return { width: view.getUint32(16), height: view.getUint32(20) };
}

/**
 * The build's oEmbed of a chart. With the site's address it refers to the chart there, because the folder's address is
 * unknown; without one its addresses are relative to the folder.
 */
function oEmbed(built: Built, chart: ChartId): string {
	const { html, ...response } = JSON.parse(textOf(built, `oembed/${chart}.json`)) as { readonly html: string };
	const { origin } = built;
	const src = origin === null ? './' : `${origin}embed/${chart}/`;
	const thumbnail = origin === null ? `./pictures/${chart}.light.png` : `${origin}charts/${chart}.light.png`;
	return `${JSON.stringify({
		...response,
		provider_url: origin ?? './',
		html: html.replace(/ (src|href)="[^"]*"/g, ` $1="${src}"`),
		thumbnail_url: thumbnail,
	})}\n`;
}

/** The snippets, with the folder at a placeholder address; the story's address is left out if it is unknown. */
function pasted(
	{ story, origin }: Built,
	chart: ChartId,
	picture: { readonly width: number; readonly height: number },
) {
	const folder = `${ANYWHERE}${chart}/`;
	const { title, description, credit } = chartCopy(story.copy, chart);
	const section = story.copy.chapters.find((chapter) => chapter.chart === chart)?.id ?? '';
	const embedded = {
		...{ id: chart, title, description, credit, section, story: story.copy.title, picture, steps: [] },
		...{ height: CHARTS[chart].reserved, least: CHARTS[chart].least, element: story.subject.names.element },
	};
	const addresses = { site: origin ?? folder, edition: folder, version: folder, integrity: '' };
	return snippets(embedded, parseOptions(''), addresses)
		.filter(({ kind }) => KINDS.has(kind))
		.map((snippet) => ({
			...snippet,
			code: snippet.code
				.replaceAll(`${folder}embed/${chart}/`, folder)
				.replaceAll(`${folder}charts/`, `${folder}pictures/`)
				.replaceAll(`"${folder}#${section}"`, `"${folder}"`)
				.replaceAll(`(${folder}#${section})`, `(${folder})`),
		}));
}

function bundle(built: Built, chart: ChartId): Bundle {
	const page = standalonePage(textOf(built, `embed/${chart}/index.html`), built);
	const drawn = pictures(built, chart);
	const data = chartPackage(built.story, chart, built.data);
	const snippetsHere = pasted(built, chart, sizeOf(drawn, `pictures/${chart}.light.png`));
	const files = [
		bundleFile('index.html', page.html),
		...page.files,
		...drawn,
		...[data.descriptor, ...data.files].map(({ path, text, mediatype }) =>
			bundleFile(`data/${path}`, text, { mediaType: mediatype }),
		),
		bundleFile('oembed.json', oEmbed(built, chart)),
		bundleFile('EMBED.html', embedSheet(built.story, chart, snippetsHere)),
		bundleFile('LICENSE.txt', built.licence),
	];
	return {
		...{ folder: chart, name: `${built.story.subject.names.bundles}-${chart}`, chart, opens: ['index.html'] },
		files: [...files, bundleFile('README.txt', readMe(built, chart, files))],
		notes:
			built.origin === null
				? ['No --origin: marks link to the passages in the chart’s own page, and nothing links to the story.']
				: [],
	};
}

export const chart: Target = {
	summary: 'one self-contained folder per chart: page, pictures, data, snippets, licence',
	byChart: true,
	folders: ({ charts }) => charts,
	bundles: (built, { charts }) => charts.map((id) => bundle(built, id)),
};

const parts: readonly (readonly [RegExp, string, string])[] = [
	[/^index\.html$/, 'index.html', 'the chart, interactive; complete without scripts, and from a disk'],
	[/^pictures\//, 'pictures/', 'the chart as SVG and PNG, light and dark'],
	[/^data\//, 'data/', 'its data as CSV; datapackage.json explains every column'],
	[/^EMBED\.html$/, 'EMBED.html', 'what to paste where, to show the chart in an article'],
	[/^oembed\.json$/, 'oembed.json', 'the same for programs'],
	[/^LICENSE\.txt$/, 'LICENSE.txt', 'the licences'],
];

/** `README.txt`. */
function readMe({ story, data, version, origin }: Built, chart: ChartId, files: readonly BundleFile[]): string {
	const { title, description, credit } = chartCopy(story.copy, chart);
	const there = parts.filter(([pattern]) => files.some(({ path }) => pattern.test(path)));
	return [
		title,
		'',
		description,
		'',
		`A chart of “${story.copy.title}”${origin === null ? '' : `, ${origin}`}.`,
		credit,
		'',
		...there.map(([, name, words]) => `${name.padEnd(14)}${words}`),
		`${'MANIFEST.json'.padEnd(14)}every file with its size and hash; "sha256sum -c SHA256SUMS" checks them`,
		'',
		origin === null
			? 'The URLs in oembed.json are relative to this folder: put the folder’s URL before them.'
			: `The URLs in oembed.json are those of the chart at ${origin}.`,
		'',
		'Put the folder anywhere on any host. It loads nothing from outside, and shares nothing with any other folder:',
		'replace or remove it as a whole.',
		'',
		`Data ${data.version}, site ${version}. Text and data: CC BY 4.0. Code: MIT.`,
		`Credit: “${story.copy.title}”, CC BY 4.0. ${reservation}`,
		'',
	].join('\n');
}

const part = ({ title, use, code }: Snippet): string =>
	`<h2>${escapeMarkup(title)}</h2>\n<p>${escapeMarkup(use)}</p>\n<pre>${escapeMarkup(code)}</pre>\n`;

/** `EMBED.html`: every snippet, to be copied by hand; it loads and runs nothing. */
function embedSheet({ copy }: Story, chart: ChartId, snippets: readonly Snippet[]): string {
	const { title } = chartCopy(copy, chart);
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'">
<title>To embed: ${escapeMarkup(title)}</title>
</head>
<body>
<h1>To embed: <a href="./index.html">${escapeMarkup(title)}</a></h1>
<p>Put this folder on your host. In what you paste, write the folder’s address in place of <code>https://example.org/${chart}/</code>.</p>
${snippets.map(part).join('')}</body>
</html>
`;
}

const UP = '../../';

/** Links that lead up and out of the page: the element, and its text. */
const LINK = /<a ([^>]*)>([^<]*)<\/a>/g;

/**
 * The page, and the files that it loads, beside it. With an address of the story its links lead there. Without one, a
 * record's link leads to its passages, further down in the page, and links to anything else become words. Throws if a
 * link is left that leads out of the folder.
 */
function standalonePage(
	html: string,
	{ files, origin }: Pick<Built, 'files' | 'origin'>,
): { readonly html: string; readonly files: readonly BundleFile[] } {
	const loaded = new Map<string, Uint8Array>();
	const keep = (path: string): string => {
		const bytes = files.get(path);
		if (!bytes) throw new Error(`the build has no ${path}, which an embed loads: run "npm run build" again`);
		const name = path.slice(path.lastIndexOf('/') + 1);
		loaded.set(name, bytes);
		return `./${name}`;
	};
	// Kit also links the style sheets that it has inlined, disabled.
	const own = withoutSiteFonts(html)
		.replace(/<link [^>]*\bdisabled\b[^>]*>/g, '')
		.replace(/"\.\.\/\.\.\/oembed\/[^"]*"/, '"./oembed.json"');
	const page = (origin === null ? inward(own) : outward(own, origin)).replace(
		/(src|href|content)="\.\.\/\.\.\/((?:_app\/|favicon|apple-touch-icon|share\/)[^"]*)"/g,
		(_, name: string, path: string) => `${name}="${keep(path)}"`,
	);
	const [left] = /<[^>]*"\.\.\/[^>]*>/.exec(page) ?? [];
	if (left !== undefined) throw new Error(`an embed leads out of its folder: ${left}`);
	return { html: page, files: [...loaded].map(([name, bytes]) => bundleFile(name, bytes)) };
}

/** Links to the story and its evidence by absolute addresses. */
const outward = (html: string, origin: string): string =>
	html.replace(/ href="\.\.\/\.\.\/((?:evidence\/)?(?:#[^"]*)?)"/g, (_, path: string) => ` href="${origin}${path}"`);

/** Links to records become links to their rows, which have their passages; other links become text. */
function inward(html: string): string {
	const page = parse(html);
	const records = new Map([
		...page.querySelectorAll('tr[data-row]').map((row) => [row.getAttribute('data-row'), row.id] as const),
		...page
			.querySelectorAll('.drawing [data-id][aria-labelledby]')
			.map((mark) => [mark.getAttribute('data-id'), mark.getAttribute('aria-labelledby')?.split(' ').pop()] as const),
	]);
	const isKept = (attributes: string): boolean => {
		const [, record] = / ?href="\.\.\/\.\.\/evidence\/#([^"]*)"/.exec(attributes) ?? [];
		return record !== undefined && records.has(record);
	};
	return html
		.replace(LINK, (whole, attributes: string, words: string) =>
			!attributes.includes(`href="${UP}`) || isKept(attributes)
				? whole
				: / data-slot="?link\b/.test(attributes)
					? ''
					: `<span>${words}</span>`,
		)
		.replace(/ href="\.\.\/\.\.\/evidence\/#([^"]*)"/g, (whole, record: string) =>
			records.has(record) ? ` href="#${records.get(record) ?? ''}" target="_self"` : whole,
		);
}
