import Graph, { MultiGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { gexf } from '#lib/export/network/gexf.ts';
import { graphml } from '#lib/export/network/graphml.ts';
import { edges, nodes } from '#lib/export/network/network.ts';
import type { Story } from '#lib/model/story.ts';
import { hostile, story } from './compiled.ts';

/** A network as plain data, whatever it was read from. */
const plain = (graph: ReturnType<typeof parseGexf>) => ({
	nodes: graph.mapNodes((id, { label, side, contacts }) => ({
		id,
		label: label as unknown,
		side: side as unknown,
		contacts: contacts as unknown,
	})),
	edges: graph
		.mapEdges((_, attributes, source, target) => ({
			contact: attributes['contact'] as unknown,
			ends: [source, target],
			again: [attributes['from_id'], attributes['to_id']] as unknown[],
			direction: attributes['direction'] as unknown,
			label: attributes['label'] as unknown,
			mode: attributes['mode'] as unknown,
			status: attributes['status'] as unknown,
			dates: [attributes['date'], attributes['date_min'], attributes['date_max']] as unknown[],
			count: attributes['source_count'] as unknown,
		}))
		.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
});

/** The same out of the story itself. */
const expected = (from: Story) => ({
	nodes: nodes(from).map(({ id, label, side, contacts }) => ({ id, label, side, contacts })),
	edges: edges(from)
		.map(({ contact, source, target, type, label, mode, status, date, sources }) => ({
			contact,
			ends: [source, target],
			again: [source, target],
			direction: type,
			label,
			mode,
			status,
			dates: [date.edtf, date.min, date.max],
			count: sources.length,
		}))
		.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
});

test('graphology reads the same network back from GEXF', () => {
	expect(plain(parseGexf(Graph, gexf(story)))).toEqual(expected(story));
});

test('graphology reads the same network back from GraphML', () => {
	expect(plain(parseGraphml(MultiGraph, graphml(story)))).toEqual(expected(story));
});

test.each([
	['GEXF', gexf],
	['GraphML', graphml],
])('%s is well-formed XML with its namespaces, whatever the texts are', (_, write) => {
	for (const from of [story, hostile]) {
		const parser = new SaxesParser({ xmlns: true });
		const labels: string[] = [];
		const faults: string[] = [];
		parser.on('error', ({ message }) => faults.push(message));
		parser.on('opentag', ({ name, attributes }) => {
			if (name === 'node' && 'label' in attributes) labels.push(attributes['label'].value);
		});
		parser.write(write(from)).close();
		expect(faults).toEqual([]);
		if (write === gexf) expect(labels).toEqual(nodes(from).map(({ label }) => label));
	}
});

test('a contact of three is three edges that share its id, and a directed one starts from its first participant', () => {
	const all = edges(story);
	for (const { id, participants, directed } of story.contacts) {
		const own = all.filter(({ contact }) => contact === id);
		const n = participants.length;
		expect(own).toHaveLength(directed ? n - 1 : (n * (n - 1)) / 2);
		if (directed) expect(own.every(({ source }) => source === participants[0])).toBe(true);
	}
	expect(story.contacts.some(({ participants }) => participants.length === 3)).toBe(true);
});

test('an edge of the GEXF lasts from the earliest to the latest day of its contact', () => {
	const text = gexf(story);
	for (const { id, date } of edges(story)) {
		expect(text).toMatch(new RegExp(`<edge id="${id}" [^>]*start="${date.min}" end="${date.max}"`));
	}
	expect(text).toContain('<gexf xmlns="http://gexf.net/1.3"');
	expect(text).toContain('version="1.3"');
});

test('exactly the participants of contacts are nodes', () => {
	const taking = new Set(story.contacts.flatMap(({ participants }) => participants));
	expect(new Set(nodes(story).map(({ id }) => id))).toEqual(taking);
});
