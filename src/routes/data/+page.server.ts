import { citation } from '#lib/export/citation.ts';
import { dataPackage } from '#lib/export/files.ts';
import { dayInWords } from '#lib/model/dates.ts';
import { makers } from '#lib/metadata/article.ts';
import { dataset } from '#lib/metadata/dataset.ts';
import { linked } from '#lib/metadata/json-ld.ts';
import { storyPage } from '#lib/server/story.ts';

export const load = () => {
	const story = storyPage();
	const whole = dataPackage(story);
	const files = [...whole.files, whole.descriptor];
	return {
		files: files.map(({ path, title, description, bytes, sha256, rows }) => {
			return { path, title, description, bytes, sha256, rows };
		}),
		tables: whole.files.flatMap(({ table, path }) =>
			table
				? [{ path, name: table.name, title: table.title, description: table.description, fields: table.fields }]
				: [],
		),
		counts: story.report.counts,
		source: story.sources.at(-1)?.id ?? '',
		last: Number(story.eras.at(-1)?.to.slice(0, 4)),
		version: whole.version,
		released: { day: story.newsroom.released, words: dayInWords(story.newsroom.released) },
		citation: citation(story, whole.version),
		dataset: linked(dataset(story, whole, '../'), ...makers(story.sources)),
	};
};
