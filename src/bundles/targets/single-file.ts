/** `single-file`: the story, and each chart, as one HTML file that opens from a disk or an e-mail. */
import type { ChartId } from '#lib/model/charts.ts';
import { bundleFile, type BundleFile } from '#bundles/bundle.ts';
import { textOf, type Built } from '#bundles/built.ts';
import { onePage, type Home } from './one-page.ts';
import { withoutFontFaces } from './site-fonts.ts';
import type { Target, TargetOptions } from './target.ts';
import type { HTMLElement } from 'node-html-parser';
import { mediaTypeOf } from '#hosts/rules.ts';
import { quotedHash } from '#lib/export/hash.ts';

/** The pages in every file beside its first: everything that a mark or a sentence links to, and the method. */
const others = ({ files }: Built): string[] => [
	...[...files.keys()].filter((path) => /^evidence\/(?:[^/]+\/)?index\.html$/.test(path)).sort(),
	...['method/index.html', 'data/index.html', 'data/tables/index.html', 'accessibility/index.html'],
];

interface Made {
	readonly file: BundleFile;
	readonly loose: readonly string[];
}

function storyFile(built: Built): Made {
	const home: Home = { file: 'index.html', name: 'The story', chapter: null, unserved: 'template, script' };
	const { tree, styles, loose } = onePage(built, home, others(built));
	const records = JSON.parse(textOf(built, 'evidence/records.json')) as unknown;
	return { file: bundleFile('story.html', selfContained(tree, styles, { 'data-records': records }, built)), loose };
}

/** A chart's page has its passages and its font already. */
function chartFile(built: Built, chart: ChartId): Made {
	const chapter = built.story.copy.chapters.find((one) => one.chart === chart)?.id ?? null;
	const unserved = 'template, script, form[data-search]';
	const home: Home = { file: `embed/${chart}/index.html`, name: 'The chart', chapter, unserved };
	const { tree, styles, loose } = onePage(built, home, others(built));
	return { file: bundleFile(`${chart}.html`, selfContained(tree, withoutFontFaces(styles), {}, built)), loose };
}

const readme = ({ story, version, data }: Built, names: readonly string[]): string => `${story.copy.title}

Each of these files is whole: it opens from a disk or out of an e-mail, asks no host for anything, and holds the evidence
behind every mark and sentence, the method and the notes on the data.

${names.map((name) => `  ${name}`).join('\n')}

Links to what is not in a file, such as the tables to be downloaded, are plain words in it. Where scripts do not run, all
is there to be read, and a mark leads to its evidence instead of opening it in place.

Data ${data.version}, version ${version}. Copy and data: CC BY 4.0. Quotations remain their publishers'.
`;

export const singleFile: Target = {
	summary: 'the story, and each chart, as one HTML file with its evidence in it; opens from a disk or an e-mail',
	byChart: true,
	folders: () => [''],
	bundles(built: Built, { charts }: TargetOptions) {
		const all = [storyFile(built), ...charts.map((chart) => chartFile(built, chart))];
		const opens = all.map(({ file }) => file.path);
		const loose = new Set(all.flatMap((one) => one.loose));
		return [
			{
				...{ folder: '', name: `${built.story.subject.names.bundles}-single-file`, chart: null, opens },
				files: [
					...all.map(({ file }) => file),
					bundleFile('README.txt', readme(built, opens)),
					bundleFile('LICENSE.txt', built.licence),
				],
				notes: [`${String(loose.size)} URLs are in none of the files; links to them became plain text.`],
			},
		];
	},
};

/** Escapes `</script` in a script; inside strings, the only place where it can occur, a backslash changes nothing. */
const inScript = (text: string): string => text.replaceAll(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '<\\!--');

/** JSON that may stand in a script element. */
const inData = (json: string): string => json.replaceAll('<', '\\u003c');

/** Replaces the addresses of fonts in styles by their bytes. With no request to wait for, `font-display` may block. */
function withFonts(css: string, { files }: Pick<Built, 'files'>): string {
	const waiting = css.replaceAll('font-display:optional', 'font-display:block');
	return waiting.replace(/url\(["']?[^)"']*?(_app\/immutable\/[^)"']+\.woff2)["']?\)/g, (_, path: string) => {
		const font = files.get(path);
		if (!font) throw new Error(`the build has no ${path}: run "npm run build" again`);
		return `url(data:font/woff2;base64,${Buffer.from(font).toString('base64')})`;
	});
}

/**
 * A frame with `srcdoc` resolves links against its parent page, and would leave for it. This sets its own base; in a file
 * the links need nothing.
 */
const OWN_BASE =
	"if(location.href.startsWith('about:'))document.head.append(Object.assign(document.createElement('base'),{href:'about:srcdoc'}))";

/** Replaces the addresses of pictures in the page by their bytes. */
function withPictures(tree: HTMLElement, built: Pick<Built, 'files'>): void {
	for (const picture of tree.querySelectorAll('img[src]')) {
		const path = (picture.getAttribute('src') ?? '').replace(/^(?:\.{1,2}\/)+/, '');
		const bytes = built.files.get(path);
		if (!bytes) throw new Error(`the build has no ${path}: run "npm run build" again`);
		const type = mediaTypeOf(path);
		picture.setAttribute('src', `data:${type};base64,${Buffer.from(bytes).toString('base64')}`);
		picture.removeAttribute('loading');
	}
}

const scriptFile = (address: string): string => /_app\/immutable\/.*$/.exec(address)?.[0] ?? address;

/**
 * Finishes a page that was taken out of the site: removes links from its head, and inlines what it loads.
 * @param styles all of the page's styles
 * @param data JSON that behaviours read from the page instead of a host, by the attribute that marks it
 */
function selfContained(
	tree: HTMLElement,
	styles: string,
	data: Readonly<Record<string, unknown>>,
	built: Pick<Built, 'files'>,
): string {
	const [head, body] = [tree.querySelector('head'), tree.querySelector('body')];
	if (!head || !body) throw new Error('a page without head and body cannot stand alone');
	const gone =
		'link, base, style, script[type="application/ld+json"], meta[property], meta[name^="twitter:"], meta[http-equiv]';
	for (const element of tree.querySelectorAll(gone)) element.remove();

	withPictures(tree, built);
	const css = withFonts(styles, built);
	const hashes = [quotedHash(OWN_BASE)];
	for (const script of tree.querySelectorAll('script')) {
		const address = script.getAttribute('src');
		const text = address ? inScript(textOf(built, scriptFile(address))) : script.rawText;
		hashes.push(quotedHash(text));
		if (!address) continue;
		const type = script.getAttribute('type') === 'module' ? ' type="module"' : '';
		script.remove();
		// Inline scripts cannot be deferred: they stand at the end of the body.
		body.set_content(`${body.innerHTML}<script${type}>${text}</script>`);
	}
	const held = Object.entries(data).map(
		([mark, value]) => `<script type="application/json" ${mark}>${inData(JSON.stringify(value))}</script>`,
	);
	body.set_content(held.join('') + body.innerHTML);
	const policy = [
		"default-src 'none'",
		`script-src ${hashes.join(' ')}`,
		`style-src ${quotedHash(css)}`,
		'font-src data:',
		'img-src data:',
		'base-uri about:',
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types 'none'",
	].join('; ');
	head.querySelector('meta[charset]')?.remove();
	const first = `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}"><script>${OWN_BASE}</script>`;
	head.set_content(`${first}${head.innerHTML}<style>${css}</style>`);
	return `<!doctype html>\n${tree.querySelector('html')?.toString() ?? ''}\n`;
}
