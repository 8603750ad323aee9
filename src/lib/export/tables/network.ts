/** The two tables of the contact network; GEXF and GraphML declare the same attributes. */
import type { Subject } from '#lib/model/subject.ts';
import { edges, nodes, type Edge, type Node } from '#lib/export/network/network.ts';
import { choice, id, number, one, text } from './properties.ts';
import { evidenced, span } from './record-properties.ts';
import { degree, kind, side } from './records.ts';
import { table, type Property } from './table.ts';

const nodeProperties = (subject: Subject): readonly Property<Node>[] => [
	id('The actor: an id of the table actors.'),
	text('label', 'The name used here.'),
	text('short', 'The short name, for labels.'),
	kind,
	side(subject),
	number('contacts', 'How many contacts it takes part in.', 'integer', { constraints: { minimum: 1 } }),
	number('x', 'Its position in the story’s drawing: share of the width, from the left.', 'number', {
		constraints: { minimum: 0, maximum: 1 },
	}),
	number('y', 'Its position in the story’s drawing: share of the height, from the top.', 'number', {
		constraints: { minimum: 0, maximum: 1 },
	}),
	...evidenced,
];

const edgeProperties = (subject: Subject): readonly Property<Edge>[] => [
	id('The contact’s id and those of its two ends, joined by two hyphens each.'),
	one('contact', 'contacts', 'The contact. One with three participants has three edges that share it.'),
	one('source', 'network-nodes', 'One end; the origin, if it is directed.'),
	one('target', 'network-nodes', 'The other end.'),
	choice('type', 'Whether it has a direction.', { directed: 'one side acted on the other', undirected: 'neither did' }),
	text('label', 'The short title of the contact, for labels.'),
	text('title', 'Who dealt with whom, in a phrase.'),
	text('mode', 'What kind of contact it was.'),
	span('date', 'When it was.'),
	text('status', 'How sure it is that the contact took place; the words are explained at contacts.'),
	degree(subject),
	...evidenced,
];

export const networkNodes = (subject: Subject) =>
	table({
		name: 'network-nodes',
		title: 'Network: nodes',
		description: 'A row is an actor that takes part in a contact.',
		records: nodes,
		properties: nodeProperties(subject),
	});

export const networkEdges = (subject: Subject) =>
	table({
		name: 'network-edges',
		title: 'Network: edges',
		description: 'A row is a contact between two actors; one among three is three rows that share the contact’s id.',
		records: edges,
		properties: edgeProperties(subject),
	});
