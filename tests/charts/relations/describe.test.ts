import { expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { markName, scoredEvents } from '#lib/charts/relations/describe.ts';
import { relationsTable } from '#lib/charts/relations/table.ts';
import { relationsGeometry } from '#lib/charts/relations/geometry.ts';
import { actors, eras, events, sources, subject } from '#tests/charts/fixtures.ts';
import { present } from '#tests/present.ts';

const event = (id: string) => present(scoredEvents(events).find((each) => each.id === id));

test('names a mark by title, direction, status, date, score and support', ({ task }) => {
	expect(markName(event('harassment'), { sources, subject })).toBe(
		'Invented harassment. Borduria towards Arcadia, alleged, 2009-06-01 to 2017-01-20. Score minus 5.0, reported by one of three articles.',
	);
	expect(markName(event('war'), { sources, subject })).toContain('. Others involved, asserted');
	expect(markName(event('talk'), { sources, subject })).toContain('Arcadia and Borduria, reported');
	holds(task, 'provenance/survival', 'relations: names of marks');
});

test('says who disputes', () => {
	const disputed = { ...event('meddling'), disputedBy: ['courier'] };
	expect(markName(disputed, { sources, subject })).toMatch(/reported by one of three articles, disputed in one\.$/);
});

test('has a row for each mark, in the order of time, with a real minus and the names of actors', () => {
	const table = relationsTable({ events, sources, actors, subject });
	const marks = relationsGeometry({ events, eras, sources, subject }, []).marks.map(({ id }) => id);
	const rows = table.rows.map(({ id }) => id);
	expect(rows).toEqual(events.map(({ id }) => id).filter((id) => marks.includes(id)));
	expect(rows).toHaveLength(marks.length);
	expect(present(table.rows.find(({ id }) => id === 'ban')).cells).toEqual([
		'Invented ban',
		'2014-03-01 to 2014-03-31',
		'Arcadia → Borduria',
		'050 Invent',
		'−7.0',
		'asserted',
		'Gazette, Herald',
	]);
	for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length);
});

test('falls back to the two states where an article names no actor', () => {
	const nameless = { ...event('ban'), initiators: [] };
	expect(present(relationsTable({ events: [nameless], sources, actors, subject }).rows[0]).cells[2]).toBe(
		'Arcadia → Borduria',
	);
});
