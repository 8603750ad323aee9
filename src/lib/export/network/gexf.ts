import type { Story } from '#lib/model/story.ts';
import { attributeFields, attributeValues } from './attributes.ts';
import { networkEdges, networkNodes } from '#lib/export/tables/network.ts';
import { edges, nodes, type Edge, type Node } from './network.ts';
import type { Cell, Field, Table, TableOf } from '#lib/export/tables/table.ts';
import { editionOf } from '#lib/export/story-json.ts';
import { element, xmlDocument, type Element } from './xml.ts';

const types: Readonly<Record<Field['type'], string>> = {
	string: 'string',
	date: 'string',
	list: 'string',
	integer: 'integer',
	number: 'double',
	boolean: 'boolean',
};

/** The shape of a node, as in the drawing of the story. */
function shapeOf(side: string, { sides: [first, second] }: Story['subject']): string {
	if (side === first.code) return 'disc';
	return side === second.code ? 'square' : side === 'other' ? 'diamond' : 'triangle';
}

/** The side of the square in whose units positions are written. */
const SQUARE = 1000;

/**
 * The contact network as GEXF 1.3. Every edge is written as directed, and its attribute `direction` says whether it is. An
 * edge has `start` and `end`: the earliest and the latest possible day of the contact. Positions are those of the drawing, with `y` upwards.
 */
export function gexf(story: Story): string {
	const { description, credit } = story.copy.charts.contacts ?? { ...story.copy, credit: '' };
	const [nodeTable, edgeTable] = [networkNodes(story.subject), networkEdges(story.subject)];
	const graph = element('graph', { defaultedgetype: 'directed', mode: 'dynamic', timeformat: 'date' }, [
		declared('node', nodeTable),
		declared('edge', edgeTable),
		element(
			'nodes',
			{},
			nodes(story).map((node) => nodeElement(node, nodeTable, story.subject)),
		),
		element(
			'edges',
			{},
			edges(story).map((edge) => edgeElement(edge, edgeTable)),
		),
	]);
	return xmlDocument(
		element('gexf', { xmlns: 'http://gexf.net/1.3', 'xmlns:viz': 'http://gexf.net/1.3/viz', version: '1.3' }, [
			element('meta', {}, [
				element('description', {}, `${description} ${credit} Data ${editionOf(story).version}. Licence: CC BY 4.0.`),
			]),
			graph,
		]),
	);
}

/** Only `viz:position` has the position of a node. */
const isAttribute = ({ name }: { readonly name: string }): boolean => name !== 'x' && name !== 'y';

function declared(kind: 'node' | 'edge', table: Table): Element {
	const fields = attributeFields(table).filter(isAttribute);
	const attribute = ({ name, type }: Field) => element('attribute', { id: name, title: name, type: types[type] });
	return element('attributes', { class: kind, mode: 'static' }, fields.map(attribute));
}

function values(table: Table, row: readonly Cell[]): Element {
	const pairs = attributeValues(table, row).filter(isAttribute);
	return element(
		'attvalues',
		{},
		pairs.map(({ name, value }) => element('attvalue', { for: name, value })),
	);
}

function nodeElement(node: Node, table: TableOf<Node>, subject: Story['subject']): Element {
	return element('node', { id: node.id, label: node.label }, [
		values(table, table.row(node)),
		element('viz:position', { x: Math.round(node.x * SQUARE), y: Math.round((1 - node.y) * SQUARE), z: 0 }),
		element('viz:shape', { value: shapeOf(node.side, subject) }),
	]);
}

function edgeElement(edge: Edge, table: TableOf<Edge>): Element {
	const { id, source, target, label, date } = edge;
	return element('edge', { id, source, target, label, start: date.min, end: date.max }, [
		values(table, table.row(edge)),
	]);
}
