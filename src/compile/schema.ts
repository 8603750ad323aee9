/** The shape of the seeds: one schema per kind of file. The JSON Schemas that editors use are made from these. */
import { z } from 'zod';

const slug = z
	.string()
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write lower-case words joined by single hyphens, e.g. crimea-annexed');
/** A slug, or a position's id, which joins its question's and its source's: recalled--vox-analysis. */
const reference = z
	.string()
	.regex(/^[a-z0-9]+(--?[a-z0-9]+)*$/, 'write a record’s id, or for a position <question>--<source>');
const text = z.string().trim().min(1);
const date = z.strictObject({
	edtf: z.string().meta({ description: 'EDTF: 2014, 2014-04, 2016-12~, [2016-11..2017-01], 2014/2017. Quote it.' }),
	basis: text.meta({ description: 'stated, or inferred and from what' }),
});
const stated = z.strictObject({
	value: text,
	basis: z.enum(['stated', 'inferred', 'outside']),
	note: text.optional().meta({ description: 'from what, where it is not stated' }),
});
const contactStatus = z.enum(['confirmed', 'reported', 'alleged', 'proposed', 'denied']);

export const annotation = z.strictObject({
	id: slug,
	exact: text.meta({ description: 'the shortest span that proves its point, to the character' }),
	prefix: z
		.string()
		.optional()
		.meta({ description: 'words just before, where exact stands more than once or is shorter than four tokens' }),
	suffix: z.string().optional(),
	supports: z.array(reference).optional(),
	disputes: z.array(reference).optional(),
	qualifies: z.array(reference).optional(),
});

export const source = z.strictObject({
	id: slug,
	label: text,
	short: text.max(8),
	publisher: stated,
	headline: stated,
	byline: stated.optional(),
	published: date,
	genre: z.enum(['analysis', 'aggregated news', 'fact-check', 'news report', 'opinion']),
	defects: z.array(text),
	annotations: z.array(annotation),
});

export const actor = z.strictObject({
	id: slug,
	name: text,
	short: text.max(26),
	kind: z.enum(['person', 'organisation', 'state']),
	side: z.enum(['us', 'ru', 'other']),
	roles: z.array(z.strictObject({ role: text, date: date.optional() })).default([]),
	spellings: z.array(text).default([]),
});

export const event = z.strictObject({
	id: slug,
	title: text,
	short: text.max(26),
	date,
	initiators: z.array(slug),
	targets: z.array(slug),
	dyad: z.enum(['us-ru', 'ru-us', 'mutual', 'third-party', 'internal']),
	status: z.enum(['asserted', 'reported', 'alleged', 'disputed', 'announced']),
	cameo: z
		.string()
		.regex(/^\d{2,4}$/, 'quote the code: "010" is not 10')
		.optional(),
	settled: text.optional().meta({ description: 'why this code; required where the coders differ from it' }),
	misleads: text
		.optional()
		.meta({ description: 'one sentence: why the score of its code says something other than the act was' }),
});

export const tie = z.strictObject({
	id: slug,
	title: text,
	short: text.max(26),
	opened: date.optional(),
	openedBy: slug.optional(),
	cut: date.optional(),
	cutBy: slug.optional(),
	ended: text.max(26).optional(),
});

export const contact = z.strictObject({
	id: slug,
	title: text,
	short: text.max(26),
	participants: z.array(slug).min(2),
	directed: z.boolean().default(false),
	mode: z.enum([
		'phone call',
		'meeting',
		'communication',
		'proposal',
		'instruction',
		'notification',
		'public appearance',
		'public remark',
		'farewell event',
	]),
	date,
	status: contactStatus,
	topics: z.array(z.strictObject({ topic: text, status: contactStatus })).default([]),
	known: date,
	cost: slug.optional(),
});

export const question = z.strictObject({
	id: slug,
	question: text.regex(/\?$/, 'end it with a question mark'),
	short: text.max(24),
	dispute: text,
	positions: z.record(
		slug,
		z.strictObject({ position: z.enum(['affirms', 'denies', 'qualifies', 'silent']), says: z.string().optional() }),
	),
});

export const quotation = z.strictObject({ id: slug, speaker: slug, annotation: slug, to: z.string().optional() });
export const figure = z.strictObject({ id: slug, value: z.number(), unit: text, label: text });
export const era = z.strictObject({ id: slug, label: text, from: z.iso.date(), to: z.iso.date() });

/** One entry of the public log of corrections. */
export const correction = z.strictObject({
	id: slug,
	date: z.iso.date().meta({ description: 'the day it was corrected. Quote it.' }),
	records: z.array(reference).meta({ description: 'which records changed; an empty list for the story’s words' }),
	old: text.meta({ description: 'what it said' }),
	new: text.meta({ description: 'what it says now' }),
	why: text,
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
	why: text.optional(),
});

/** Which schema a file under `seeds/` answers to, by its path; a source file is one record, the others are lists. */
export const files = {
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
