/** The schemas of the seeds, one for each kind of file. The JSON Schemas for editors are made from these. */
import { z } from 'zod';
import {
	contactStatus,
	date,
	formerly,
	ids,
	label,
	reference,
	slug,
	stand,
	stated,
	text,
	voice,
	words,
} from './shapes.ts';
import { correction, newsroom, story } from './edition-schema.ts';

export const annotation = z.strictObject({
	id: slug,
	exact: text.meta({ description: 'the shortest span that proves its point, to the character' }),
	prefix: z
		.string()
		.optional()
		.meta({ description: 'words just before, where exact stands more than once or is shorter than four tokens' }),
	suffix: z.string().optional(),
	part: z
		.enum(['headline', 'standfirst', 'body', 'caption', 'label', 'pull quote'])
		.optional()
		.meta({ description: 'in what part of the article it stands; body where nothing is said' }),
	sense: text.optional().meta({
		description:
			'why the words beside it in its sentence, a negation, a doubt or somebody’s word, do not turn its sense',
	}),
	supports: ids(reference).optional(),
	disputes: ids(reference).optional(),
	qualifies: ids(reference).optional(),
});

export const source = z.strictObject({
	id: slug,
	label: words,
	short: text.max(8),
	publisher: stated,
	headline: stated,
	byline: stated.optional(),
	published: date,
	genre: z.enum(['analysis', 'aggregated news', 'fact-check', 'news report', 'opinion']),
	defects: z.array(words),
	read: z
		.array(slug)
		.meta({ description: 'the questions that it was read for; on those it does not answer it is silent' }),
	annotations: z.array(annotation),
});

const actor = z.strictObject({
	id: slug,
	name: words,
	short: label,
	kind: z.enum(['person', 'group', 'organisation', 'state']),
	side: slug.meta({ description: 'the code of a side of story.yaml, or other, or unknown' }),
	sideFrom: z
		.strictObject({ basis: z.enum(['inferred', 'outside']), note: text })
		.optional()
		.meta({ description: 'from what the side is known, where no article says it' }),
	roles: z.array(z.strictObject({ role: words, date: date.optional() })).default([]),
	spellings: z.array(text).default([]),
});

const event = z.strictObject({
	id: slug,
	formerly,
	title: words,
	short: label,
	date,
	initiators: ids(slug),
	targets: ids(slug),
	dyad: slug.meta({
		description: 'two codes of sides, from the first to the second, e.g. north-south; or mutual, third-party, internal',
	}),
	status: z.enum(['asserted', 'reported', 'alleged', 'disputed', 'announced']),
	cameo: z
		.string()
		.regex(/^\d{2,4}$/, 'quote the code: "010" is not 10')
		.optional(),
	settled: words.optional().meta({ description: 'why this code; required where the coders differ from it' }),
	misleads: words
		.optional()
		.meta({ description: 'one sentence: why the score of its code says something other than the act was' }),
});

const tie = z.strictObject({
	id: slug,
	formerly,
	title: words,
	short: label,
	opened: date.optional(),
	openedBy: slug.optional(),
	cut: date.optional(),
	cutBy: slug.optional(),
	outcome: z.enum(['cut', 'suspended', 'ordered to end', 'ended in dispute', 'spared', 'still open']),
	ended: text.max(26).optional().meta({ description: 'the article’s own word for it, such as seized or stripped' }),
	stood: date.optional().meta({ description: 'the last time an article has it standing; for what did not end' }),
	sparedBy: slug.optional().meta({ description: 'the event that let it stand' }),
	holder: slug.optional().meta({ description: 'whose posting it is: all their contacts lie within it' }),
});

const contact = z.strictObject({
	id: slug,
	formerly,
	title: words,
	short: label,
	participants: ids(slug).min(2),
	directed: z.boolean().default(false),
	mode: text.meta({ description: 'one of the modes of story.yaml' }),
	date,
	status: contactStatus,
	topics: z.array(z.strictObject({ topic: words, status: contactStatus })).default([]),
	known: date,
	cost: slug.optional(),
});

const question = z.strictObject({
	id: slug,
	question: words.regex(/\?$/, 'end it with a question mark'),
	short: words.max(33).meta({ description: 'the question in few words, for narrow grids' }),
	dispute: words,
	about: ids(slug).default([]).meta({ description: 'the events, ties and contacts that it is about' }),
	positions: z
		.record(
			slug,
			z.strictObject({
				position: stand,
				voice: voice.meta({
					description: 'whose answer it is: article, unnamed, or actors that the article quotes or reports',
				}),
				says: words.optional(),
				carries: z
					.array(z.strictObject({ position: stand, voice }))
					.default([])
					.meta({ description: 'other answers that the article quotes or reports' }),
			}),
		)
		.meta({ description: 'only the sources that speak' }),
});

const quotation = z.strictObject({
	id: slug,
	speaker: slug,
	annotation: slug,
	lead: words.optional().meta({
		description: 'our words between the speaker’s name and the quotation, where it was cut off from its verb',
	}),
	alone: text.optional().meta({ description: 'why it needs no lead although it is cut, where the compiler asks' }),
	to: z.string().optional(),
});
const figure = z.strictObject({ id: slug, value: z.number(), unit: words, label: words });
const era = z.strictObject({ id: slug, label: text, from: z.iso.date(), to: z.iso.date() });

/** Where a row of a coding went. */
const row = z.strictObject({
	row: z.string().regex(/^[ab]\.[BE]\d+$/, 'write the coder and the row, e.g. a.E01'),
	fate: z.enum(['taken', 'merged', 'left out']),
	record: reference.optional(),
	why: words.optional(),
});

/** The schema for each file under `seeds/`, by its path; a source file is one record, the others are lists. */
export const files = {
	'story.yaml': story,
	'sources/*.yaml': source,
	'actors.yaml': z.array(actor),
	'events.yaml': z.array(event),
	'ties.yaml': z.array(tie),
	'contacts.yaml': z.array(contact),
	'questions.yaml': z.array(question),
	'quotations.yaml': z.array(quotation),
	'figures.yaml': z.array(figure),
	'eras.yaml': z.array(era),
	'corrections.yaml': z.array(correction),
	'newsroom.yaml': newsroom,
	'coding/accounted.yaml': z.array(row),
} as const;

/** Name (`events`) to the text of `seeds/schema/<name>.json`. */
export function jsonSchemas(): Map<string, string> {
	return new Map(
		Object.entries(files).map(([file, shape]) => {
			const name = file === 'sources/*.yaml' ? 'source' : (file.split('/').pop() ?? file).replace('.yaml', '');
			const schema = z.toJSONSchema(shape, { io: 'input', target: 'draft-7' });
			return [name, `${JSON.stringify({ ...schema, title: `seeds/${file}` }, null, '\t')}\n`];
		}),
	);
}
