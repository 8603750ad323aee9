/** `single-file`: the story, and each chart, as one HTML file that opens from a disk or an e-mail. */
import type { ChartId } from '#lib/model/charts.ts';
import { bundleFile, type BundleFile } from '#bundles/bundle.ts';
import { textOf, type Built } from '#bundles/built.ts';
import { onePage, type Home } from './one-page.ts';
import { selfContained } from './self-contained.ts';
import { withoutFontFaces } from './site-fonts.ts';
import type { Target, TargetOptions } from './target.ts';

/** The pages in every file beside its first: everything that a mark or a sentence links to, and the method. */
const others = ({ files }: Built): string[] => [
	...[...files.keys()].filter((path) => /^evidence\/(?:[^/]+\/)?index\.html$/.test(path)).sort(),
	...['method/index.html', 'data/index.html', 'data/tables/index.html', 'accessibility/index.html'],
];

/** One file, with the targets of links that became text. */
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
				notes: [`${String(loose.size)} addresses are in none of the files; links to them are words.`],
			},
		];
	},
};
