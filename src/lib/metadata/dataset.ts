import type { Package } from '#lib/export/files.ts';
import { licence, reservation } from '#lib/export/licence.ts';
import type { Story } from '#lib/model/story.ts';
import { desk, source } from './article.ts';
import type { Thing } from './json-ld.ts';

/** All data files as one dataset, for the page that lists them; URLs are relative to that page. */
export function dataset(story: Story, { files, descriptor, version }: Package, root: string): Thing {
	const { copy, newsroom, eras, sources } = story;
	return {
		'@type': 'Dataset',
		'@id': '#dataset',
		url: './',
		name: `The data of “${copy.title}”`,
		description: `${copy.description} ${reservation}`,
		inLanguage: copy.language,
		isAccessibleForFree: true,
		license: licence.path,
		version,
		datePublished: newsroom.released,
		temporalCoverage: `${eras[0]?.from ?? ''}/${eras.at(-1)?.to ?? ''}`,
		measurementTechnique: `${root}method/`,
		...desk(newsroom),
		citation: sources.map((one) => source(root, one)),
		distribution: [descriptor, ...files].map(({ title, path, mediatype, bytes, sha256 }) => ({
			'@type': 'DataDownload',
			name: title,
			contentUrl: `./${path}`,
			encodingFormat: mediatype,
			contentSize: `${String(bytes)} B`,
			sha256,
		})),
	};
}
