import type { Annotation } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { editionOf } from './story-json.ts';
import type { JsonObject } from './tables/table.ts';

/** The standard's terms, and how a passage bears on a record, in the terms of the Citation Typing Ontology. */
const context = [
	'http://www.w3.org/ns/anno.jsonld',
	{
		stance: { '@id': 'http://purl.org/spar/cito/hasCitationCharacterization', '@type': '@vocab' },
		supports: 'http://purl.org/spar/cito/supports',
		disputes: 'http://purl.org/spar/cito/disputes',
		qualifies: 'http://purl.org/spar/cito/qualifies',
		version: 'https://schema.org/version',
	},
] as const;

/** The URL of the evidence page, relative to the file. */
const ledger = '../evidence/#';

/**
 * Every passage as a W3C Web Annotation, in one collection of one page. Its target is the article, named by its entry in
 * the ledger, with both selectors into the normalised text; its bodies are the records that it bears on.
 */
export function annotations(story: Story): JsonObject {
	return {
		'@context': context,
		id: '',
		type: 'AnnotationCollection',
		label: `The passages that “${story.copy.title}” rests on`,
		version: editionOf(story).version,
		rights: 'https://creativecommons.org/licenses/by/4.0/',
		total: story.annotations.length,
		first: {
			id: '#page',
			type: 'AnnotationPage',
			partOf: '',
			startIndex: 0,
			items: story.annotations.map(webAnnotation),
		},
	};
}

function webAnnotation({ id, source, exact, printed, prefix, suffix, start, end, about }: Annotation): JsonObject {
	return {
		id: `#${id}`,
		type: 'Annotation',
		motivation: 'linking',
		body: about.map(({ record, stance }) => ({
			type: 'SpecificResource',
			source: ledger + record,
			purpose: 'linking',
			stance,
		})),
		target: {
			type: 'SpecificResource',
			source: ledger + source,
			selector: [
				{ type: 'TextQuoteSelector', exact, ...(prefix ? { prefix } : {}), ...(suffix ? { suffix } : {}) },
				...(printed === exact ? [] : [{ type: 'TextQuoteSelector', exact: printed }]),
				{ type: 'TextPositionSelector', start, end },
			],
		},
	};
}
