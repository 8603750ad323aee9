/** A build that is small enough to read in a test. */
import { bundleFile, type Bundle } from '#bundles/bundle.ts';
import type { Built } from '#bundles/built.ts';
import { editionOf } from '#lib/export/story-json.ts';
import { story } from '#tests/export/compiled.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export const built: Built = {
	files: new Map(
		['embed/ties/index.html', 'evidence/index.html', 'index.html', 's/crimea/index.html'].map((path) => [
			path,
			bytes(`<p>${path}</p>`),
		]),
	),
	story,
	version: '0123456789ab',
	data: editionOf(story),
	licence: 'MIT and CC BY 4.0',
	inputs: new Map([['seeds/events.yaml', '0'.repeat(64)]]),
	words: 'language: en\ntitle: Words\n',
	origin: null,
	commit: null,
	date: new Date('2026-01-31T12:00:00Z'),
};

export const bundle: Bundle = {
	...{ folder: '', name: 'ambassador-invented', chart: null, opens: ['index.html'], notes: [] },
	files: [
		bundleFile('index.html', '<h1>é</h1>'),
		bundleFile('a/ß.txt', 'words'),
		bundleFile('B.png', new Uint8Array([137, 80, 78, 71])),
	],
};
