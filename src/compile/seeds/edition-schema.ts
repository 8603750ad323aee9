/** The schemas of `story.yaml`, `corrections.yaml` and `newsroom.yaml`. */
import { z } from 'zod';
import { ids, reference, slug, text, words } from './shapes.ts';

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

export const correction = z.strictObject({
	id: slug,
	date: z.iso.date().meta({ description: 'the day it was corrected. Quote it.' }),
	records: ids(reference).meta({ description: 'which records changed; an empty list for the story’s words' }),
	old: words.meta({ description: 'what it said' }),
	new: words.meta({ description: 'what it says now' }),
	why: words,
});

/** The newsroom; empty fields appear nowhere. */
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
