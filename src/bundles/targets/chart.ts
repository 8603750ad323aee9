/** `chart`: one self-contained folder for each chart, which can be put anywhere and removed without affecting another. */
import { snippets, type Snippet } from '#lib/embed/snippets.ts';
import { parseOptions } from '#lib/embed/options.ts';
import { chartPackage } from '#lib/export/files.ts';
import { CHARTS, type ChartId } from '#lib/model/charts.ts';
import { chartCopy } from '#lib/model/chart-copy.ts';
import { isCopy, bundleFile, type Bundle, type BundleFile } from '#bundles/bundle.ts';
import { textOf, type Built } from '#bundles/built.ts';
import { embedSheet, readMe } from './chart-readme.ts';
import { standalonePage } from './standalone-page.ts';
import type { Target } from './target.ts';

/** Stands for the folder's unknown address in the snippets. */
const ANYWHERE = 'https://example.org/';

/** The kinds of snippets that need the folder only. */
const KINDS = new Set<Snippet['kind']>(['frame', 'figure', 'wordpress', 'amp', 'picture', 'markdown', 'email']);

/** The pictures of a chart as they lie in its folder: `charts/ties.light.png` → `pictures/ties.light.png`. */
function pictures({ files }: Built, chart: ChartId): BundleFile[] {
	const own = [...files].filter(([path]) => path.startsWith(`charts/${chart}.`) && !isCopy(path));
	return own.map(([path, bytes]) => bundleFile(path.replace(/^charts\//, 'pictures/'), bytes));
}

/** Width and height of a PNG in pixels, from its header. */
function sizeOf(files: readonly BundleFile[], path: string): { readonly width: number; readonly height: number } {
	const bytes = files.find((file) => file.path === path)?.bytes;
	if (!bytes) throw new Error(`the build has no picture for ${path}: run "npm run build" anew`);
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
			built.origin === null ? ['No --origin: the chart leads to its passages in its own page, and to no story.'] : [],
	};
}

export const chart: Target = {
	summary: 'one self-contained folder per chart: page, pictures, data, snippets, licence',
	byChart: true,
	folders: ({ charts }) => charts,
	bundles: (built, { charts }) => charts.map((id) => bundle(built, id)),
};
