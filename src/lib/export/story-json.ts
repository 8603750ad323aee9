/** Everything in one file, and the JSON Schema that it answers to. */
import type { Story } from '#lib/model/story.ts';
import {
	annotationProperties,
	correctionProperties,
	eraProperties,
	figureProperties,
	positionProperties,
	questionProperties,
	quotationProperties,
} from './claim-tables.ts';
import { copySchema } from './copy-schema.ts';
import { licence, reservation } from './licence.ts';
import { methodSchema } from './method-schema.ts';
import {
	actorProperties,
	contactProperties,
	eventProperties,
	sourceProperties,
	tieProperties,
} from './record-tables.ts';
import { array, count, map, nothingElse, oneOf, orNull, share, text } from './shapes.ts';
import { recordSchema, type Json, type JsonObject } from './table.ts';

/** The story with the address of its schema and its licence. */
export const storyJson = (story: Story) => ({
	$schema: './story.schema.json',
	licence: { ...licence, note: reservation },
	...story,
});

const place = nothingElse({ x: share, y: share });

const report = nothingElse({
	counts: map(count),
	singleSource: share,
	quoted: map(share),
	accounted: array(
		nothingElse({ row: text, fate: oneOf('taken', 'merged', 'left out'), record: orNull(text), why: orNull(text) }),
	),
	verified: nothingElse({ fingerprint: count, original: count }),
});

const newsroom = nothingElse({
	released: { $ref: '#/definitions/day' },
	publisher: nothingElse({ name: text, url: text }),
	funding: text,
	contact: text,
	people: array(nothingElse({ name: text, role: text })),
});

const day: Json = { description: 'A day.', type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

const definitions: Readonly<Record<string, Json>> = {
	day,
	dateSpan: {
		description: 'A date as the articles allow it.',
		...nothingElse({
			edtf: { description: 'EDTF (ISO 8601-2) text.', ...text },
			min: { description: 'The earliest day it allows.', $ref: '#/definitions/day' },
			max: { description: 'The latest day it allows.', $ref: '#/definitions/day' },
			words: { description: 'As a reader would say it.', ...text },
			basis: { description: 'From what it was read or inferred.', ...text },
		}),
	},
	stated: {
		description: 'A fact about an article, with where it comes from.',
		...nothingElse({ value: text, basis: oneOf('stated', 'inferred', 'outside') }, { note: text }),
	},
	source: recordSchema('One of the articles that everything was read from.', sourceProperties),
	actor: recordSchema('A person, an organisation or a state.', actorProperties),
	event: recordSchema('An act, dated as well as the articles allow.', eventProperties),
	tie: recordSchema('Something that bound the two countries or gave Russia a seat.', tieProperties),
	contact: recordSchema('Who dealt with whom, or was to.', contactProperties),
	question: recordSchema('Something on which the articles differ.', questionProperties),
	position: recordSchema('What one source says on one question.', positionProperties),
	quotation: recordSchema('A direct quotation.', quotationProperties),
	figure: recordSchema('A number that the story uses.', figureProperties),
	annotation: recordSchema('A passage of an article, and the records it bears on.', annotationProperties),
	era: recordSchema('A stretch of years in which the index is counted.', eraProperties),
	correction: recordSchema('A correction made since the first release.', correctionProperties),
};

const listOf = (definition: string): Json => array({ $ref: `#/definitions/${definition}` });

/** The JSON Schema (draft 7) of `story.json`. */
export const storySchema: JsonObject = {
	$schema: 'http://json-schema.org/draft-07/schema#',
	title: 'story.json',
	description: reservation,
	...nothingElse({
		$schema: text,
		licence: nothingElse({ name: text, path: text, title: text, note: text }),
		copy: copySchema,
		sources: listOf('source'),
		actors: listOf('actor'),
		events: listOf('event'),
		ties: listOf('tie'),
		contacts: listOf('contact'),
		questions: listOf('question'),
		positions: listOf('position'),
		quotations: listOf('quotation'),
		figures: listOf('figure'),
		annotations: listOf('annotation'),
		eras: listOf('era'),
		network: { description: 'Where each contact, and each actor that takes part in one, stands.', ...map(place) },
		kinds: { description: 'The kind of every record, by its id.', ...map(text) },
		report: { description: 'Counts, and what became of every row of both codings.', ...report },
		method: methodSchema,
		corrections: listOf('correction'),
		newsroom,
	}),
	definitions,
};
