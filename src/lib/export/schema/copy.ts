/** The part of the JSON Schema for the story's text. */
import { chartIds } from '#lib/model/charts.ts';
import { array, nothingElse, oneOf, orNull, text } from './shapes.ts';

const inline = {
	anyOf: [
		nothingElse({ type: { const: 'text' }, text }),
		nothingElse({ type: { const: 'cite' }, text, record: text }),
		nothingElse({ type: { const: 'page' }, text, page: text }),
	],
};
const paragraph = array(inline);
const chart = orNull(oneOf(...chartIds));

const formerly = { description: 'Ids that it had before; their addresses lead to it.', ...array(text) };

const step = nothingElse({
	id: text,
	formerly,
	chapter: text,
	chart,
	frame: { description: 'An era’s id, or all.', ...text },
	focus: { description: 'Records in focus, in the order they are labelled.', ...array(text) },
	heading: text,
	headingProse: paragraph,
	finding: { description: 'What the chart shows, in place of its title; empty where the title stays.', ...text },
	text: array(paragraph),
	description: text,
});

const chartWords = nothingElse({
	...{ id: oneOf(...chartIds), formerly },
	...{ title: text, how: text, credit: text, description: text },
});

/** A trend of the index that a text of the copy claims. */
export const claim = nothingElse({
	left: { description: 'An era’s id.', ...text },
	sign: oneOf('>', '<'),
	right: { description: 'Another era’s id, or null for zero.', ...orNull(text) },
	where: text,
	words: text,
});

export const copySchema = {
	description: 'The words of the story. A cite links to the evidence of a record.',
	...nothingElse({
		language: text,
		title: text,
		titleProse: paragraph,
		standfirst: paragraph,
		description: text,
		chapters: array(
			nothingElse({
				...{ id: text, formerly, title: text, titleProse: paragraph, short: text, chart },
				pull: { description: 'The quotation that opens the chapter.', ...orNull(text) },
				people: { description: 'Actors whose portraits open the chapter.', ...array(text) },
				shows: orNull(oneOf('sources')),
				isAfterword: { description: 'Whether it stands below the story’s end.', type: 'boolean' },
				...{ intro: array(paragraph), steps: array(step) },
			}),
		),
		sources: {
			description: 'By the source’s id: who speaks in it, and what it could not know.',
			type: 'object',
			additionalProperties: nothingElse({ voice: text, unknown: text }),
		},
		charts: nothingElse({}, Object.fromEntries(chartIds.map((id) => [id, chartWords]))),
		claims: array(claim),
	}),
};
