/** The tables of sources, actors, events, ties and contacts: each property is defined once. */
import type { Actor, Contact, Event, Source, Tie } from '#lib/model/records.ts';
import { choice, column, flag, id, idIn, many, number, one, text, whole } from './properties.ts';
import { evidenced, span, stated } from './record-properties.ts';
import { array, nothingElse, oneOf, orNull } from '#lib/export/schema/shapes.ts';
import { dyadMeanings, sideMeanings, type Subject } from '#lib/model/subject.ts';
import type { Property } from './table.ts';

const formerly = many('formerly', 'Former ids; their URLs lead to it.');
const short = text('short', 'Its short name, for labels.');
const contactStatuses = {
	confirmed: 'a participant says so in public, or a published picture shows it',
	reported: 'an article tells it',
	alleged: 'told as an allegation, or told by some and denied by others',
	proposed: 'planned or offered, and no article says that it came about',
	denied: 'stands in the articles only as something denied',
} as const;

export const kind = choice('kind', 'What it is.', {
	person: 'a human being',
	group: 'several persons, not named one by one',
	organisation: 'a body',
	state: 'a country',
});

export const side = (subject: Subject) => choice('side', 'Whose side it belongs to.', sideMeanings(subject));

/** How close a contact is to the hub of the network. */
export const degree = ({ hub }: Subject) =>
	number('degree', `1: the actor ${hub.actor} takes part. 2: the wider circle.`, 'integer', {
		constraints: { minimum: 1, maximum: 2 },
	});

export const sourceProperties: readonly Property<Source>[] = [
	id(),
	text('label', 'How the story names the article.'),
	short,
	stated('publisher', 'Who published the article.'),
	stated('headline', 'The article’s headline.'),
	stated('byline', 'Who signed the article; empty where nobody did.', { may: 'be null' }),
	span('published', 'When the article was published.'),
	choice('genre', 'What kind of article it is.', {
		analysis: 'explains and argues',
		'aggregated news': 'gathers what others reported',
		'fact-check': 'rates a claim',
		'news report': 'tells what happened',
		opinion: 'gives its author’s view',
	}),
	many('defects', 'Known defects of the text, a sentence each.'),
	text('sha256', 'SHA-256 of the normalised text (Unicode NFC, white space run together, straight quotation marks).', {
		constraints: { pattern: '^[0-9a-f]{64}$' },
	}),
	number('length', 'Length of the normalised text in code points.', 'integer', { constraints: { minimum: 0 } }),
	number('quotedShare', 'Share of the normalised text that is quoted here, overlaps counted once.', 'number', {
		constraints: { minimum: 0, maximum: 1 },
	}),
];

export const actorProperties = (subject: Subject): readonly Property<Actor>[] => [
	id(),
	text('name', 'The name used here.'),
	short,
	kind,
	side(subject),
	whole<Actor>(
		'sideFrom',
		'From what the side is known, where no article says it; null where one does.',
		orNull(nothingElse({ basis: oneOf('inferred', 'outside'), note: { type: 'string' } })),
		[
			column('side_basis', 'string', 'Where side comes from.', ({ sideFrom }) => sideFrom?.basis ?? 'stated', {
				meanings: { stated: 'in the text', inferred: 'from the text', outside: 'known from elsewhere' },
				constraints: { required: true, enum: ['stated', 'inferred', 'outside'] },
			}),
			column(
				'side_note',
				'string',
				'From what side is known, where it is not stated.',
				({ sideFrom }) => sideFrom?.note ?? null,
			),
		],
	),
	whole<Actor>(
		'roles',
		'What it was or did, as the articles say.',
		array(nothingElse({ role: { type: 'string' } }, { date: { $ref: '#/definitions/dateSpan' } })),
		[
			column('roles', 'list', 'What it was or did, as the articles say; the time, as EDTF, in brackets.', ({ roles }) =>
				roles.map(({ role, date }) => (date ? `${role} (${date.edtf})` : role)),
			),
		],
	),
	many('spellings', 'Other names and spellings found in the articles.'),
	...evidenced,
];

export const eventProperties = (subject: Subject): readonly Property<Event>[] => [
	id(),
	text('title', 'What happened, in a phrase.'),
	short,
	formerly,
	span('date', 'When it happened.'),
	many('initiators', 'Who did it.', idIn('actors')),
	many('targets', 'To whom it was done.', idIn('actors')),
	choice('dyad', 'Between whom.', dyadMeanings(subject)),
	choice('status', 'How the articles report it.', {
		asserted: 'in an article’s own voice',
		reported: 'as somebody’s word',
		alleged: 'with a doubt of the article itself, or as an allegation',
		disputed: 'a source, or a person in it, denies it',
		announced: 'no article says that it took place',
	}),
	whole<Event>(
		'cameo',
		'Its CAMEO 1.1b3 code as settled, and the score of that code; null for what the scheme has no code for.',
		orNull(
			nothingElse({
				code: { type: 'string', pattern: '^\\d{2,4}$' },
				name: { type: 'string' },
				goldstein: orNull({ type: 'number', minimum: -10, maximum: 10 }),
			}),
		),
		[
			column(
				'cameo',
				'string',
				'Its CAMEO 1.1b3 code as settled. It is text: 010 is not 10. Empty for what the scheme has no code for.',
				({ cameo }) => cameo?.code ?? null,
				{ constraints: { pattern: '^\\d{2,4}$' } },
			),
			column('cameo_name', 'string', 'The name of that code.', ({ cameo }) => cameo?.name ?? null),
			column(
				'goldstein',
				'number',
				'The Goldstein score of that code, from -10 (conflict) to 10 (cooperation).',
				({ cameo }) => cameo?.goldstein ?? null,
				{ constraints: { minimum: -10, maximum: 10 } },
			),
		],
	),
	whole<Event>(
		'coders',
		'The code that each of two coders gave it; null where one gave none.',
		nothingElse({ a: orNull({ type: 'string' }), b: orNull({ type: 'string' }) }),
		[
			column('coder_a', 'string', 'The CAMEO code that coder A gave it.', ({ coders }) => coders.a),
			column('coder_b', 'string', 'The CAMEO code that coder B gave it.', ({ coders }) => coders.b),
		],
	),
	text('settled', 'Why this code, where the coders differ or neither was taken.', { may: 'be null' }),
	text('misleads', 'Why its score misrepresents the act; empty if it is no more misleading than any score.', {
		may: 'be null',
	}),
	one('era', 'eras', 'The era that holds its earliest possible day.'),
	...evidenced,
];

export const tieProperties: readonly Property<Tie>[] = [
	id(),
	text('title', 'What it was, in a phrase.'),
	short,
	formerly,
	span('opened', 'When it began; empty where the articles do not say.', { may: 'be null' }),
	one('openedBy', 'events', 'The event that began it.', { may: 'be null' }),
	span('cut', 'When it ended, was suspended or was ordered to end; empty where the articles do not say.', {
		may: 'be null',
	}),
	one('cutBy', 'events', 'The event that brought this about.', { may: 'be null' }),
	choice('outcome', 'What became of it.', {
		cut: 'it ended',
		suspended: 'it was suspended; no article gives an end of the suspension',
		'ordered to end': 'its end was ordered, and no article says that it came',
		'ended in dispute': 'it ended, and the articles dispute why',
		spared: 'its end was weighed and decided against',
		'still open': 'an article has it at work',
	}),
	text('ended', 'How it ended, in an article’s word.', { may: 'be null' }),
	span('stood', 'The last date at which an article confirms it; empty if it ended.', { may: 'be null' }),
	one('sparedBy', 'events', 'The event that preserved it.', { may: 'be null' }),
	one('holder', 'actors', 'Whose posting it is.', { may: 'be null' }),
	...evidenced,
];

export const contactProperties = (subject: Subject): readonly Property<Contact>[] => [
	id(),
	text('title', 'Who dealt with whom, in a phrase.'),
	short,
	formerly,
	many('participants', 'Who took part; the first is the origin, if it is directed.', idIn('actors')),
	flag('directed', 'Whether one side acted on the other.'),
	text('mode', 'What kind of contact it was, in the articles’ words: a phone call, a meeting and so on.'),
	span('date', 'When it was.'),
	choice('status', 'How sure it is that the contact took place.', contactStatuses),
	whole<Contact>(
		'topics',
		'What it was about, each topic with a status of its own.',
		array(nothingElse({ topic: { type: 'string' }, status: oneOf(...Object.keys(contactStatuses)) })),
		[
			column('topics', 'list', 'What it was about; the status of each topic in brackets.', ({ topics }) =>
				topics.map(({ topic, status }) => `${topic} (${status})`),
			),
		],
	),
	span('known', 'When it became public, according to the articles.'),
	degree(subject),
	one(
		'cost',
		'events',
		'The event (a resignation, a recusal) that it led to for a participant, if the articles connect them.',
		{
			may: 'be null',
		},
	),
	...evidenced,
];
