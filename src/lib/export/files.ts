/** All files of `/data/`: text, size and hash. */
import { CHARTS, type ChartId } from '#lib/model/charts.ts';
import type { Id, Kind } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { webAnnotationContext } from './annotation-context.ts';
import { annotations } from './annotations.ts';
import type { DataFile } from './data-file.ts';
import { csv } from './tables/csv.ts';
import { datapackage } from './datapackage.ts';
import { gexf } from './network/gexf.ts';
import { graphml } from './network/graphml.ts';
import { asJson, editionOf, storyJson, storySchema, type Edition } from './story-json.ts';
import type { Table } from './tables/table.ts';
import { tables } from './tables/tables.ts';
import { sha256 } from './hash.ts';

/** The files that the descriptor lists, the descriptor, and the version of the data. */
export interface Package {
	readonly files: readonly DataFile[];
	readonly descriptor: DataFile;
	readonly version: string;
}

type Words = Pick<DataFile, 'name' | 'path' | 'title' | 'description' | 'format' | 'mediatype' | 'text'>;

const known = new WeakMap<Story, Package>();

/** The data of a story as files, computed once. The same story gives the same bytes. */
export function dataPackage(story: Story): Package {
	const found = known.get(story) ?? wholePackage(story);
	known.set(story, found);
	return found;
}

const wholePackage = (story: Story): Package =>
	packed(
		story,
		[
			...tables(story.subject).map((table) => tableFile(table, story)),
			...others(story).map((words) => finished(words, null, null)),
		],
		editionOf(story).version,
	);

/** The tables of one chart as files, with the passages that bear on their records. */
export function chartPackage(story: Story, chart: ChartId, { version }: Edition): Package {
	const { kinds, tables: names }: { readonly kinds: readonly Kind[]; readonly tables: readonly string[] } =
		CHARTS[chart];
	const isDrawn = (record: Id) => kinds.some((kind) => kind === story.kinds[record]);
	const annotations = story.annotations.map(({ about, ...annotation }) => {
		return { ...annotation, about: about.filter(({ record }) => isDrawn(record)) };
	});
	const own = tables(story.subject).filter(({ name }) => names.includes(name) || name === 'evidence');
	const files = own.map((table) => tableFile(table, { ...story, annotations }));
	return packed(story, files, version);
}

function packed(story: Story, files: readonly DataFile[], version: string): Package {
	const descriptor = {
		name: 'datapackage',
		path: 'datapackage.json',
		title: 'Data Package',
		description: 'Describes every other file and every column, after Data Package 2.0.',
		format: 'json',
		mediatype: 'application/json',
		text: asJson(datapackage(story, files, version)),
	};
	return { files, descriptor: finished(descriptor, null, null), version };
}

function tableFile(table: Table, story: Story): DataFile {
	const { name, title, description } = table;
	const words = { name, path: `${name}.csv`, title, description, format: 'csv', mediatype: 'text/csv' };
	return finished({ ...words, text: csv(table, story) }, table, table.rows(story).length);
}

function others(story: Story): Words[] {
	return [
		{
			name: 'annotations',
			path: 'annotations.jsonld',
			title: 'Passages as W3C Web Annotations',
			description: 'Every passage with both selectors, and the records that it bears on, as JSON-LD.',
			format: 'jsonld',
			mediatype: 'application/ld+json',
			text: asJson(annotations(story)),
		},
		{
			name: 'annotation-context',
			path: 'annotation-context.jsonld',
			title: 'Terms of the Web Annotations',
			description:
				'The terms of http://www.w3.org/ns/anno.jsonld that annotations.jsonld uses, for programs without a network.',
			format: 'jsonld',
			mediatype: 'application/ld+json',
			text: asJson(webAnnotationContext),
		},
		{
			name: 'network-gexf',
			path: 'network.gexf',
			title: 'Contact network as GEXF 1.3',
			description: 'Opens in Gephi, with dates, status and number of sources as attributes.',
			format: 'gexf',
			mediatype: 'application/gexf+xml',
			text: gexf(story),
		},
		{
			name: 'network-graphml',
			path: 'network.graphml',
			title: 'Contact network as GraphML',
			description: 'The same for other network programs.',
			format: 'graphml',
			mediatype: 'application/graphml+xml',
			text: graphml(story),
		},
		{
			name: 'story',
			path: 'story.json',
			title: 'Everything',
			description: 'All records, the words of the story, the index and its variants, as the pages are made from them.',
			format: 'json',
			mediatype: 'application/json',
			text: asJson(storyJson(story)),
		},
		{
			name: 'story-schema',
			path: 'story.schema.json',
			title: 'JSON Schema of story.json',
			description: 'Says what every property of story.json means, and checks it.',
			format: 'json',
			mediatype: 'application/schema+json',
			text: asJson(storySchema(story.subject)),
		},
	];
}

function finished(words: Words, table: Table | null, rows: number | null): DataFile {
	return { ...words, bytes: Buffer.byteLength(words.text), sha256: sha256(words.text), table, rows };
}
