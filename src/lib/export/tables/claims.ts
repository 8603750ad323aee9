/** The tables of questions, positions, quotations, figures, eras, corrections and passages: each property is defined once. */
import type { Correction } from '#lib/model/method.ts';
import type { Annotation, Era, Figure, Id, Kind, Quotation, Stance } from '#lib/model/records.ts';
import type { Position, Question } from '#lib/model/questions.ts';
import type { Story } from '#lib/model/story.ts';
import type { Subject } from '#lib/model/subject.ts';
import { choice, column, day, id, idIn, many, number, one, text, whole } from './properties.ts';
import { evidenced } from './record-properties.ts';
import { array, nothingElse, oneOf, orNull } from '#lib/export/schema/shapes.ts';
import type { Property } from './table.ts';

export const questionProperties: readonly Property<Question>[] = [
	id(),
	text('question', 'A whole question that can be affirmed or denied.'),
	text('short', 'The short form of the question, for labels.'),
	text('dispute', 'How the articles differ.'),
	many('about', 'The events, ties and contacts that it is about.'),
	many('positions', 'The position of each source.', idIn('positions')),
	...evidenced,
];

export const positionProperties: readonly Property<Position>[] = [
	id('The ids of its question and of its source, joined by two hyphens.'),
	one('question', 'questions', 'The question.'),
	one('source', 'sources', 'The source whose position it is.'),
	choice('position', 'What the source says on the question.', {
		affirms: 'yes',
		denies: 'no',
		differs: 'another answer, which denies nothing',
		qualifies: 'a vaguer, partial or doubtful answer',
		silent: 'it does not speak of it',
	}),
	many(
		'voice',
		'Whose answer it is: article for the article’s own voice, unnamed for somebody it does not name, or ids of actors whom it quotes or reports; empty where it is silent.',
	),
	text('says', 'What the source says, in our words; empty where it is silent.', { may: 'be empty' }),
	whole<Position>(
		'carries',
		'Other answers that the article quotes or reports beside this one.',
		array(
			nothingElse({
				position: oneOf('affirms', 'denies', 'differs', 'qualifies'),
				voice: { type: 'array', items: { type: 'string' } },
			}),
		),
		[
			column(
				'carries',
				'list',
				'Other answers that the article quotes or reports, each with whose it is.',
				({ carries }) => carries.map(({ position, voice }) => `${position} (${voice.join(', ')})`),
			),
		],
	),
	...evidenced,
];

const clipped = many('clipped', 'At which ends it is cut inside a sentence, start or end; shown as an ellipsis.');

export const quotationProperties: readonly Property<Quotation>[] = [
	id(),
	one('speaker', 'actors', 'Whose words they are.'),
	text('annotation', 'The passage that holds them.'),
	one('source', 'sources', 'The article that quotes them.'),
	text('exact', 'The words, to the character.'),
	clipped,
	text('lead', 'Our words between the speaker’s name and the quotation, where it was cut off from its verb.', {
		may: 'be empty',
	}),
	text('to', 'To whom or where it was said; empty where the article does not say.', { may: 'be empty' }),
	...evidenced,
];

export const figureProperties: readonly Property<Figure>[] = [
	id(),
	number('value', 'The number.', 'number'),
	text('unit', 'What is counted.'),
	text('label', 'What the number says.'),
	...evidenced,
];

const meanSchema = orNull({ type: 'number', minimum: -10, maximum: 10 });
const meanConstraints = { constraints: { minimum: -10, maximum: 10 } };
const countConstraints = { constraints: { required: true, minimum: 0 } } as const;

export const eraProperties = ({ parties }: Pick<Subject, 'parties'>): readonly Property<Era>[] => [
	id('The years, as charts and events name them.'),
	text('label', 'The years, as the charts write them.'),
	day('from', 'Its first day.'),
	day('to', 'Its last day.'),
	whole<Era>(
		'mean',
		'Mean Goldstein score of the scored events that begin in it, internal ones left out.',
		meanSchema,
		[
			column(
				'mean',
				'number',
				'Mean Goldstein score of the scored events that begin in it, internal ones left out; empty without any.',
				({ mean }) => mean,
				meanConstraints,
			),
		],
	),
	number('n', 'The number of events in that mean.', 'integer', { constraints: { minimum: 0 } }),
	...(['between', 'undisputed'] as const).map((key) => {
		const of = {
			between: `acts between the two ${parties.many}`,
			undisputed: 'those of them that are not disputed',
		}[key];
		return whole<Era>(
			key,
			`The same for ${of} only.`,
			nothingElse({ mean: meanSchema, n: { type: 'integer', minimum: 0 } }),
			[
				column(`${key}_mean`, 'number', `The same mean for ${of} only.`, (era) => era[key].mean, meanConstraints),
				column(`${key}_n`, 'integer', 'The number of events in that mean.', (era) => era[key].n, countConstraints),
			],
		);
	}),
];

export const correctionProperties: readonly Property<Correction>[] = [
	id('A readable name, unique in the log.'),
	text('urn', 'The entry’s name in the feed of corrections, the same wherever the site is.'),
	day('date', 'The day it was made.'),
	many('records', 'The records that it concerns.'),
	text('old', 'What it said before.', { may: 'be empty' }),
	text('new', 'What it says now.', { may: 'be empty' }),
	text('why', 'Why it was changed.'),
];

/** A row of the table of passages: an annotation and one of the records that it bears on. */
export interface Passage extends Omit<Annotation, 'about' | 'breaks'> {
	readonly annotation: Id;
	readonly record: Id;
	readonly kind: Kind;
	readonly stance: Stance;
}

export const passages = ({ annotations, kinds }: Story): Passage[] =>
	annotations.flatMap(({ about, ...annotation }) =>
		about.flatMap(({ record, stance }) => {
			const kind = kinds[record];
			const row = `${annotation.id}--${stance}--${record}`;
			return kind ? [{ ...annotation, id: row, annotation: annotation.id, record, kind, stance }] : [];
		}),
	);

/** The place of a passage, as in the selectors of a Web Annotation. */
export const selectorProperties = [
	text('exact', 'The words, to the character of the normalised text.'),
	text('prefix', 'The words just before, if exact is short or occurs more than once.', { may: 'be empty' }),
	text('suffix', 'The words just after, if exact is short or occurs more than once.', { may: 'be empty' }),
	choice(
		'part',
		'The part of the article that contains it. Only the body is evidence; a caption is evidence of what it shows.',
		{
			headline: 'the headline',
			standfirst: 'what stands between headline and text',
			body: 'the text',
			caption: 'a picture’s caption',
			label: 'a label or rating beside the text',
			'pull quote': 'words of the text that are repeated in large type',
		},
	),
	clipped,
	number('start', 'Where it starts in the normalised text, in code points.', 'integer', {
		constraints: { minimum: 0 },
	}),
	number('end', 'Where it ends in the normalised text, in code points; the first one after it.', 'integer', {
		constraints: { minimum: 0 },
	}),
	text('printed', 'The words with the article’s own quotation marks; in exact they are straight.'),
] as const;

export const passageProperties: readonly Property<Passage>[] = [
	id('The annotation’s id, the stance and the record’s id, joined by two hyphens each.'),
	text('annotation', 'The passage; one that bears on several records has a row for each.'),
	text('record', 'The record that it bears on.'),
	text('kind', 'The kind of that record: the singular of its table’s name.'),
	one('source', 'sources', 'The article that contains the passage.'),
	choice('stance', 'How the passage bears on the record.', {
		supports: 'says that it is so',
		disputes: 'says that it is not so',
		qualifies: 'says it in part, with a doubt, or as somebody else’s word',
	}),
	...selectorProperties,
];

const annotationId = id('A readable name, unique over all passages.');

/** An annotation as it stands in `story.json`. */
export const annotationProperties: readonly Pick<Property<Annotation>, 'key' | 'schema'>[] = [
	annotationId,
	one('source', 'sources', 'The article that contains the passage.'),
	...selectorProperties,
	{
		key: 'breaks',
		schema: {
			description:
				'Where a line of the article ends between prefix and suffix, in code points from start; below 0: in the prefix.',
			type: 'array',
			items: { type: 'integer' },
		},
	},
	{
		key: 'about',
		schema: {
			description: 'The records that it bears on.',
			type: 'array',
			minItems: 1,
			items: nothingElse({
				record: { type: 'string' },
				stance: oneOf('supports', 'disputes', 'qualifies'),
			}),
		},
	},
];
