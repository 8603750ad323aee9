/** All tables, in the order of the page that explains them. */
import type { Story } from '#lib/model/story.ts';
import type { Subject } from '#lib/model/subject.ts';
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
import { table, type Table } from './table.ts';

/** Their words follow what the story is about. */
export const tables = (subject: Subject): readonly Table[] => [
	table({
		name: 'sources',
		title: 'Sources',
		description: 'A row is one of the articles that everything was read from.',
		records: ({ sources }: Story) => sources,
		properties: sourceProperties,
	}),
	table({
		name: 'actors',
		title: 'Actors',
		description: 'A row is a person, a group of persons, an organisation or a state.',
		records: ({ actors }: Story) => actors,
		properties: actorProperties(subject),
	}),
	table({
		name: 'events',
		title: 'Events',
		description: 'A row is an act, dated as well as the articles allow, with its CAMEO code and Goldstein score.',
		records: ({ events }: Story) => events,
		properties: eventProperties(subject),
	}),
	table({
		name: 'ties',
		title: 'Ties',
		description: `A row is ${subject.ties.one}, from its opening to its end.`,
		records: ({ ties }: Story) => ties,
		properties: tieProperties,
	}),
	table({
		name: 'contacts',
		title: 'Contacts',
		description: 'A row is a contact: who dealt with whom, or was to. A contact is not a sign of wrongdoing.',
		records: ({ contacts }: Story) => contacts,
		properties: contactProperties(subject),
	}),
	table({
		name: 'questions',
		title: 'Questions',
		description: 'A row is something on which the articles differ.',
		records: ({ questions }: Story) => questions,
		properties: questionProperties,
	}),
	table({
		name: 'positions',
		title: 'Positions',
		description: 'A row is what one source says on one question.',
		records: ({ positions }: Story) => positions,
		properties: positionProperties,
	}),
	table({
		name: 'quotations',
		title: 'Quotations',
		description: 'A row is a direct quotation of a person or an outlet. The words belong to those who published them.',
		records: ({ quotations }: Story) => quotations,
		properties: quotationProperties,
	}),
	table({
		name: 'figures',
		title: 'Figures',
		description: 'A row is a number that the story uses.',
		records: ({ figures }: Story) => figures,
		properties: figureProperties,
	}),
	table({
		name: 'eras',
		title: 'Eras',
		description: 'A row is a stretch of years in which the index is counted: events reported in these articles.',
		records: ({ eras }: Story) => eras,
		properties: eraProperties(subject),
	}),
	table({
		name: 'evidence',
		title: 'Evidence',
		description:
			'A row is a passage of an article and a record that it bears on. The words belong to those who published them.',
		records: passages,
		properties: passageProperties,
	}),
	table({
		name: 'corrections',
		title: 'Corrections',
		description: 'A row is a correction made since the first release, newest first.',
		records: ({ corrections }: Story) => corrections,
		properties: correctionProperties,
	}),
	codings,
	codes,
	networkNodes(subject),
	networkEdges(subject),
];
