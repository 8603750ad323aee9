/** The shape of the seeds: one schema per kind of file. The JSON Schemas that editors use are made from these. */
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

export const actor = z.strictObject({
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

export const event = z.strictObject({
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

export const tie = z.strictObject({
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

export const contact = z.strictObject({
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

export const question = z.strictObject({
	id: slug,
	question: words.regex(/\?$/, 'end it with a question mark'),
	short: label.max(24),
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

export const quotation = z.strictObject({
	id: slug,
	speaker: slug,
	annotation: slug,
	lead: words.optional().meta({
		description: 'our words between the speaker’s name and the quotation, where it was cut off from its verb',
	}),
	alone: text.optional().meta({ description: 'why it needs no lead although it is cut, where the compiler asks' }),
	to: z.string().optional(),
});
export const figure = z.strictObject({ id: slug, value: z.number(), unit: words, label: words });
export const era = z.strictObject({ id: slug, label: text, from: z.iso.date(), to: z.iso.date() });

const code = slug.regex(
	/^(?!(?:other|unknown|mutual|internal)$)[a-z0-9]+$/,
	'write a short code of its own, e.g. north',
);
const party = z.strictObject({
	code: code.meta({ description: 'as actors and dyads have it' }),
	name: text.meta({ description: 'in running text, e.g. the North' }),
	short: text.max(26).meta({ description: 'for a label, e.g. North' }),
	adjective: text.max(16).meta({ description: 'of its people, e.g. Northern' }),
});

const formerPage = z
	.string()
	.regex(
		/^(?:\/(?!(?:embed|evidence|s)\/[^/])[a-z0-9]+(?:-[a-z0-9]+)*)+\/$/,
		'write the page’s address as it was, e.g. /how-we-know/; charts and steps have “formerly” in the copy, records in their files',
	);

/** What the story is about. */
export const story = z.strictObject({
	kicker: text.meta({ description: 'over the title; read as the copy is: {sources}, {first-year}, {own}' }),
	keywords: z.array(text).min(1),
	names: z.strictObject({
		element: z
			.string()
			.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/, 'write lower-case words joined by hyphens, two or more')
			.meta({ description: 'the custom element of embeds' }),
		bundles: slug.meta({ description: 'what exports are called: <name>-site.zip' }),
		data: slug.meta({ description: 'the name of the Data Package' }),
	}),
	parties: z.strictObject({ one: text, many: text }).meta({ description: 'what the two sides are: state, states' }),
	sides: z
		.tuple([party, party])
		.refine(([one, other]) => one.code !== other.code, 'write two codes, one a side')
		.meta({ description: 'the first is drawn on the left, the second on the right' }),
	ties: z.strictObject({
		all: text.meta({ description: 'the caption of their table' }),
		one: text.meta({ description: 'what one of them is: something that …' }),
	}),
	hub: z.strictObject({
		actor: slug.meta({ description: 'who stands in the middle of the network' }),
		own: text.meta({ description: 'as in “contacts of his own”: his own, her own, its own' }),
		them: text.meta({ description: 'as in “lines past him”: him, her, it' }),
	}),
	modes: z.array(text).min(1).meta({ description: 'kinds of contact' }),
	rated: z.strictObject({ claim: slug, event: slug, by: slug, source: slug, verdict: text }).optional().meta({
		description:
			'the one claim that an article rates: the quotation, the event of the rating, who rates and where, and the verdict in its words',
	}),
	formerly: z.record(z.string(), z.array(formerPage)).optional().meta({
		description:
			'pages that the site had before, below the page, or the place in one, that their addresses lead to: /method/: [/how/]',
	}),
});

/** One entry of the public log of corrections. */
export const correction = z.strictObject({
	id: slug,
	date: z.iso.date().meta({ description: 'the day it was corrected. Quote it.' }),
	records: ids(reference).meta({ description: 'which records changed; an empty list for the story’s words' }),
	old: words.meta({ description: 'what it said' }),
	new: words.meta({ description: 'what it says now' }),
	why: words,
});

/** What a newsroom says of itself; what is empty appears nowhere. */
export const newsroom = z.strictObject({
	released: z.iso.date().meta({ description: 'the day this edition was released. Quote it.' }),
	publisher: z.strictObject({
		name: z.string().trim(),
		url: z.string().regex(/^(https:\/\/\S+)?$/, 'write a whole address, https://…, or nothing'),
	}),
	funding: z.string().trim().meta({ description: 'who paid for it, in a sentence' }),
	contact: z
		.string()
		.regex(/^([^\s@]+@[^\s@]+|https:\/\/\S+)?$/, 'write an e-mail address or https://…, or nothing')
		.meta({ description: 'where readers report errors' }),
	people: z.array(z.strictObject({ name: text, role: text })),
});

/** How a row of a coding was accounted for. */
export const row = z.strictObject({
	row: z.string().regex(/^[ab]\.[BE]\d+$/, 'write the coder and the row, e.g. a.E01'),
	fate: z.enum(['taken', 'merged', 'left out']),
	record: reference.optional(),
	why: words.optional(),
});

/** Which schema a file under `seeds/` answers to, by its path; a source file is one record, the others are lists. */
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
