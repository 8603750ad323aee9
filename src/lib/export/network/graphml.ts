import type { Story } from '#lib/model/story.ts';
import { attributeFields, attributeValues } from './attributes.ts';
import { networkEdges, networkNodes } from '#lib/export/tables/network.ts';
import { edges, nodes } from './network.ts';
import type { Cell, Field, Table } from '#lib/export/tables/table.ts';
import { editionOf } from '#lib/export/story-json.ts';
import { element, xmlDocument, type Element } from './xml.ts';

const types: Readonly<Record<Field['type'], string>> = {
	string: 'string',
	date: 'string',
	list: 'string',
	integer: 'int',
	number: 'double',
	boolean: 'boolean',
};

const namespaces = {
	xmlns: 'http://graphml.graphdrawing.org/xmlns',
	'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
	'xsi:schemaLocation': 'http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd',
};

/** The contact network as GraphML 1.0. Every edge is written as directed, and its attribute `direction` says whether it is. */
export function graphml(story: Story): string {
	const [nodeTable, edgeTable] = [networkNodes(story.subject), networkEdges(story.subject)];
	const graph = element('graph', { id: 'contacts', edgedefault: 'directed' }, [
		...nodes(story).map((node) =>
			element('node', { id: node.id }, values('node', node.label, nodeTable, nodeTable.row(node))),
		),
		...edges(story).map((edge) => {
			const { id, source, target, label } = edge;
			const data = values('edge', label, edgeTable, edgeTable.row(edge));
			return element('edge', { id, source, target }, data);
		}),
	]);
	return xmlDocument(
		element('graphml', namespaces, [
			element('desc', {}, `Data ${editionOf(story).version}. Licence: CC BY 4.0.`),
			...keys('node', nodeTable),
			...keys('edge', edgeTable),
			graph,
		]),
	);
}

function keys(kind: 'node' | 'edge', table: Table): Element[] {
	const fields = [{ name: 'label', type: 'string' as const }, ...attributeFields(table)];
	return fields.map(({ name, type }) =>
		element('key', { id: `${kind}-${name}`, for: kind, 'attr.name': name, 'attr.type': types[type] }),
	);
}

function values(kind: 'node' | 'edge', label: string, table: Table, row: readonly Cell[]): Element[] {
	const pairs = [{ name: 'label', value: label }, ...attributeValues(table, row)];
	return pairs.map(({ name, value }) => element('data', { key: `${kind}-${name}` }, value));
}
