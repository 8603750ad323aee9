/** `wire`: for each chart the files that a news agency sends its clients to embed, print, describe and translate it. */
import { inFull } from '#lib/export/story-json.ts';
import type { ChartId } from '#lib/model/charts.ts';
import { chartCopy } from '#lib/model/chart-copy.ts';
import { bundleFile, type BundleFile } from '#bundles/bundle.ts';
import { textOf, type Built } from '#bundles/built.ts';
import { chart as chartTarget } from './chart.ts';
import { generatorOf } from '#bundles/manifest.ts';
import { pdf } from '#bundles/formats/pdf.ts';
import { sansOf } from './site-fonts.ts';
import type { Target, TargetOptions } from './target.ts';
import { template } from '#bundles/formats/xliff.ts';

const CREDIT = 'Text and data: CC BY 4.0. Quotations remain their publishers’.';

function captionOf({ story, data, version }: Built, id: ChartId) {
	const { title, how, credit, description } = chartCopy(story.copy, id);
	const steps = story.copy.chapters.flatMap((chapter) => chapter.steps).filter((step) => step.chart === id);
	return {
		...{ chart: id, language: story.copy.language, headline: title, caption: how, source: credit },
		alternative: description,
		credit: [story.newsroom.publisher.name, CREDIT].filter(Boolean).join('. '),
		...{ licence: 'CC-BY-4.0', released: story.newsroom.released, data: data.version, version },
		steps: steps.map((step) => ({ id: step.id, heading: step.heading, alternative: step.description })),
	};
}

const captionText = ({ headline, caption, source, credit, alternative, steps }: ReturnType<typeof captionOf>): string =>
	[
		...['HEADLINE', headline, '', 'CAPTION', caption, source, '', 'CREDIT', credit, ''],
		...['ALTERNATIVE TEXT', alternative, '', 'ALTERNATIVE TEXT OF EACH STEP'],
		...steps.map((step) => `${step.id}: ${step.alternative}`),
		'',
	].join('\n');

const readme = ({ story, data, version }: Built, id: ChartId): string => `${chartCopy(story.copy, id).title}

interactive/      a folder for your host; its README.txt and EMBED.html tell how to frame it
${id}.svg, .png, .pdf    the chart as a picture; the PDF is in vectors, for print, its words as text in fonts that it holds
${id}.text.svg    the same with its words as text, a tenth as large; its font is Source Sans 3, or one that is about as wide
caption.txt, .json       headline, caption, credit, alternative text, for the chart and each of its states
copy.xlf          all words of the story for a translator (XLIFF 2.0); every text has its name

Data ${data.version}, version ${version}. ${CREDIT}
`;

async function chartFiles(built: Built, id: ChartId, interactive: readonly BundleFile[]): Promise<BundleFile[]> {
	const withText = textOf(built, `charts/${id}.light.text.svg`);
	const png = built.files.get(`charts/${id}.light@2x.png`);
	if (!png) throw new Error(`the build has no charts/${id}.light@2x.png: run "npm run build" again`);
	const caption = captionOf(built, id);
	const keywords = `${inFull(built.data)}, CC BY 4.0`;
	const words = {
		...{ title: caption.headline, alternative: caption.alternative, keywords, language: caption.language },
		...{ creator: generatorOf(built.story), date: built.date },
	};
	return [
		...interactive.map((file) => ({ ...file, path: `interactive/${file.path}` })),
		bundleFile(`${id}.svg`, textOf(built, `charts/${id}.light.svg`)),
		bundleFile(`${id}.text.svg`, withText),
		bundleFile(`${id}.png`, png),
		bundleFile(`${id}.pdf`, await pdf(withText, words, sansOf(built))),
		bundleFile('caption.txt', captionText(caption)),
		bundleFile('caption.json', `${JSON.stringify(caption, null, '\t')}\n`, { role: 'description' }),
		bundleFile('copy.xlf', template(built.words, built.story.copy.language), {
			role: 'words',
			mediaType: 'application/xliff+xml',
		}),
		bundleFile('README.txt', readme(built, id)),
	];
}

export const wire: Target = {
	summary:
		'each chart for clients of a news agency: interactive page, SVG, PNG, PDF, caption, translation template (XLIFF)',
	byChart: true,
	folders: ({ charts }) => charts,
	async bundles(built: Built, options: TargetOptions) {
		const interactive = await chartTarget.bundles(built, options);
		return Promise.all(
			options.charts.map(async (id) => {
				const own = interactive.find(({ chart }) => chart === id);
				if (!own) throw new Error(`${id} has no interactive folder`);
				return {
					...{ folder: id, name: `${built.story.subject.names.bundles}-wire-${id}`, chart: id, notes: own.notes },
					opens: own.opens.map((page) => `interactive/${page}`),
					files: await chartFiles(built, id, own.files),
				};
			}),
		);
	},
};
