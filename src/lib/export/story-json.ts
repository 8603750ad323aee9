/** All data in one file, its hash, and its JSON Schema. */
import { RECORD_LISTS } from '#lib/model/record-lists.ts';
import type { Story } from '#lib/model/story.ts';
import type { Subject } from '#lib/model/subject.ts';
import {
	annotationProperties,
	correctionProperties,
	eraProperties,
	figureProperties,
	positionProperties,
	questionProperties,
	quotationProperties,
} from './tables/claims.ts';
import { versionOf } from './citation.ts';
import { sha256 } from './hash.ts';
import { copySchema } from './schema/copy.ts';
import { licence, reservation } from './licence.ts';
import { methodSchema } from './schema/method.ts';
import {
	actorProperties,
	contactProperties,
	eventProperties,
	sourceProperties,
	tieProperties,
} from './tables/records.ts';
import { array, count, map, nothingElse, oneOf, orNull, share, text } from './schema/shapes.ts';
import { recordSchema, type Json, type JsonObject } from './tables/table.ts';
import { capitalised } from '#lib/model/text.ts';

/** The edition of the data, which every file made from them names if its format has a field for it. */
export interface Edition {
	/** `2026.1.31+0a1b2c3d4e5f`: the day of release, and the first digits of the hash. */
	readonly version: string;
	/** SHA-256 of `story.json` without its member `data`, in hex. */
	readonly sha256: string;
}

/** An edition with its whole hash, for files with a comment or a description. */
export const inFull = ({ version, sha256 }: Edition): string => `Data ${version}, sha256 ${sha256}`;

const withoutEdition = (story: Story) => ({
	$schema: './story.schema.json',
	licence: { ...licence, note: reservation },
	...story,
});

/** JSON in the format of the data files. */
export const asJson = (value: unknown): string => `${JSON.stringify(value, null, '\t')}\n`;

/** The same data have the same edition, wherever they are compiled. */
export function editionOf(story: Story): Edition {
	const hash = sha256(asJson(withoutEdition(story)));
	return { version: versionOf(story.newsroom, hash), sha256: hash };
}

/** The story with the URL of its schema, its licence and its edition. */
export const storyJson = (story: Story) => ({ ...withoutEdition(story), data: editionOf(story) });

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

const party = nothingElse({ code: text, name: text, short: text, adjective: text });
const subject = nothingElse({
	kicker: text,
	keywords: array(text),
	names: nothingElse({ element: text, bundles: text, data: text }),
	parties: nothingElse({ one: text, many: text }),
	sides: {
		description: 'The first is drawn on the left and round, the second on the right and square.',
		...array(party),
	},
	ties: nothingElse({ all: text, one: text }),
	hub: {
		description: 'Who stands in the middle of the network.',
		...nothingElse({ actor: text, own: text, them: text }),
	},
	modes: array(text),
	formerly: { description: 'Pages that the site had before, and where each leads now.', ...map(text) },
	rated: {
		description: 'The one claim that an article rates.',
		...orNull(nothingElse({ claim: text, event: text, by: text, source: text, verdict: text })),
	},
});

const newsroom = nothingElse({
	released: { $ref: '#/definitions/day' },
	publisher: nothingElse({ name: text, url: text }),
	funding: text,
	contact: text,
	people: array(nothingElse({ name: text, role: text })),
});

const day: Json = { description: 'A day.', type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

const definitions = (subject: Subject): Readonly<Record<string, Json>> => ({
	day,
	dateSpan: {
		description: 'A date as the articles allow it.',
		...nothingElse({
			edtf: { description: 'EDTF (ISO 8601-2) text.', ...text },
			min: { description: 'The earliest day it allows.', $ref: '#/definitions/day' },
			max: { description: 'The latest day it allows.', $ref: '#/definitions/day' },
			words: { description: 'As a reader would say it.', ...text },
			basis: { description: 'From what it was read or inferred.', ...text },
			given: { description: 'Whether an article says when; where none does, these are bounds only.', type: 'boolean' },
		}),
	},
	stated: {
		description: 'A fact about an article, with where it comes from.',
		...nothingElse({ value: text, basis: oneOf('stated', 'inferred', 'outside') }, { note: text }),
	},
	source: recordSchema('One of the articles that everything was read from.', sourceProperties),
	actor: recordSchema('A person, a group of persons, an organisation or a state.', actorProperties(subject)),
	event: recordSchema('An act, dated as well as the articles allow.', eventProperties(subject)),
	tie: recordSchema(`${capitalised(subject.ties.one)}.`, tieProperties),
	contact: recordSchema('Who dealt with whom, or was to.', contactProperties(subject)),
	question: recordSchema('Something on which the articles differ.', questionProperties),
	position: recordSchema('What one source says on one question.', positionProperties),
	quotation: recordSchema('A direct quotation.', quotationProperties),
	figure: recordSchema('A number that the story uses.', figureProperties),
	annotation: recordSchema('A passage of an article, and the records it bears on.', annotationProperties),
	era: recordSchema('A stretch of years in which the index is counted.', eraProperties(subject)),
	correction: recordSchema('A correction made since the first release.', correctionProperties),
});

const listOf = (definition: string): Json => array({ $ref: `#/definitions/${definition}` });

/** The JSON Schema (draft 7) of `story.json`. */
export const storySchema = (about: Subject): JsonObject => ({
	$schema: 'http://json-schema.org/draft-07/schema#',
	title: 'story.json',
	description: reservation,
	...nothingElse({
		$schema: text,
		licence: nothingElse({ name: text, path: text, title: text, note: text }),
		data: {
			description: 'Which data these are.',
			...nothingElse({
				version: { description: 'The day of release, and the first digits of the hash.', ...text },
				sha256: {
					description: 'SHA-256 of this file without this member, in hexadecimal digits.',
					type: 'string',
					pattern: '^[0-9a-f]{64}$',
				},
			}),
		},
		subject: { description: 'What the story is about: codes that its records use, in words.', ...subject },
		copy: copySchema,
		...Object.fromEntries(Object.entries(RECORD_LISTS).map(([list, kind]) => [list, listOf(kind)])),
		annotations: listOf('annotation'),
		eras: listOf('era'),
		network: { description: 'Where each contact, and each actor that takes part in one, stands.', ...map(place) },
		kinds: { description: 'The kind of every record, by its id.', ...map(text) },
		report: { description: 'Counts, and what became of every row of both codings.', ...report },
		method: methodSchema,
		corrections: listOf('correction'),
		newsroom,
	}),
	definitions: definitions(about),
});
