/** All tables, in the order of the page that explains them. */
import type { RECORD_LISTS } from '#lib/model/record-lists.ts';
import type { Story } from '#lib/model/story.ts';
import type { Subject } from '#lib/model/subject.ts';
import { capitalised } from '#lib/model/text.ts';
import {
	correctionProperties,
	eraProperties,
	figureProperties,
	passageProperties,
	passages,
	positionProperties,
	questionProperties,
	quotationProperties,
} from './claims.ts';
import { codes, codings } from './method.ts';
import { networkEdges, networkNodes } from './network.ts';
import { actorProperties, contactProperties, eventProperties, sourceProperties, tieProperties } from './records.ts';
import { table, type Property, type Table } from './table.ts';

type ListName = keyof typeof RECORD_LISTS | 'eras' | 'corrections';

/** The table of a list of records, one per row. */
const list = <K extends ListName>(
	name: K,
	description: string,
	properties: readonly Property<Story[K][number]>[],
): Table =>
	table({
		name,
		title: capitalised(name),
		description,
		records: (story) => story[name] as readonly Story[K][number][],
		properties,
	});

/** Built for each story, because descriptions name its subject. */
export const tables = (subject: Subject): readonly Table[] => [
	list('sources', 'A row is one of the articles that all data come from.', sourceProperties),
	list('actors', 'A row is a person, a group of persons, an organisation or a state.', actorProperties(subject)),
	list(
		'events',
		'A row is an act, dated as well as the articles allow, with its CAMEO code and Goldstein score.',
		eventProperties(subject),
	),
	list('ties', `A row is ${subject.ties.one}, from its opening to its end.`, tieProperties),
	list(
		'contacts',
		'A row is a contact: who dealt with whom, or was to. A contact is not a sign of wrongdoing.',
		contactProperties(subject),
	),
	list('questions', 'A row is something on which the articles differ.', questionProperties),
	list('positions', 'A row is what one source says on one question.', positionProperties),
	list(
		'quotations',
		'A row is a direct quotation of a person or an outlet. The words belong to those who published them.',
		quotationProperties,
	),
	list('figures', 'A row is a number that the story uses.', figureProperties),
	list(
		'eras',
		'A row is a period for which the index is computed, from events reported in these articles.',
		eraProperties(subject),
	),
	table({
		name: 'evidence',
		title: 'Evidence',
		description:
			'A row is a passage of an article and a record that it bears on. The words belong to those who published them.',
		records: passages,
		properties: passageProperties,
	}),
	list('corrections', 'A row is a correction made since the first release, newest first.', correctionProperties),
	codings,
	codes,
	networkNodes(subject),
	networkEdges(subject),
];
