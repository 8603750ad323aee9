import { csvParse } from 'd3';
import { expect, test } from 'vitest';
import { csv, escapeFormula, joined } from '#lib/export/tables/csv.ts';
import { tables as tablesOf } from '#lib/export/tables/tables.ts';
import type { Table } from '#lib/export/tables/table.ts';
import { hostile, hostileTexts, story } from './compiled.ts';

/** The text of an escaped cell, as the data page tells readers to get it back. */
const unescapeFormula = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);

/** Columns that users of the published data rely on: to rename or remove one breaks their programs. */
const promised = {
	events: 'id date date_min date_max date_basis title initiators targets dyad cameo goldstein sources',
	contacts: 'id participants mode date date_min date_max status sources',
	actors: 'id name kind side',
	sources: 'id label publisher published genre sha256',
	questions: 'id question',
	positions: 'id question source position',
	evidence: 'id record source exact prefix suffix start end stance',
	ties: 'id',
	quotations: 'id',
};

const tables = tablesOf(story.subject);

const named = (name: string): Table => {
	const table = tables.find((one) => one.name === name);
	if (!table) throw new Error(`no table ${name}`);
	return table;
};
/** Rows of a table as a parser that is not the writer reads them. */
const read = (name: string, from = story) => csvParse(csv(named(name), from));

test.each(Object.entries(promised))('%s has every column that others rely on', (name, columns) => {
	expect(read(name).columns).toEqual(expect.arrayContaining(columns.split(' ')));
});

test.each(tables.map((table) => table.name))('%s is read back row by row, with an id of its own in each', (name) => {
	const rows = read(name);
	expect(rows.columns).toEqual(named(name).fields.map((field) => field.name));
	expect(rows).toHaveLength(named(name).rows(story).length);
	expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
	expect(rows.every(({ id }) => id !== '')).toBe(true);
});

test('an event is in its row as it is in the story', () => {
	const rows = new Map(read('events').map((row) => [row['id'], row]));
	for (const event of story.events) {
		const row = rows.get(event.id);
		expect(row).toMatchObject({
			title: event.title,
			date: event.date.edtf,
			date_min: event.date.min,
			date_max: event.date.max,
			date_basis: escapeFormula(event.date.basis),
			dyad: event.dyad,
			cameo: event.cameo?.code ?? '',
		});
		expect(row?.['initiators']?.split(';').filter(Boolean)).toEqual(event.initiators);
		expect(row?.['sources']?.split(';')).toEqual(event.sources);
		expect(row?.['goldstein']).toBe(event.cameo?.goldstein?.toString() ?? '');
	}
});

test('codes keep their leading zeros and scores stay numbers', () => {
	const rows = read('events');
	expect(rows.some((row) => /^0\d+$/.test(row['cameo'] ?? ''))).toBe(true);
	const scores = rows.map((row) => row['goldstein'] ?? '').filter(Boolean);
	expect(scores.some((score) => score.startsWith('-'))).toBe(true);
	for (const score of scores) expect(score).toMatch(/^-?\d+(\.\d+)?$/);
});

test('every cell satisfies the type and the constraints of its column', () => {
	const shapes: Record<string, RegExp> = {
		date: /^\d{4}-\d{2}-\d{2}$/,
		integer: /^-?\d+$/,
		number: /^-?\d+(\.\d+)?$/,
		boolean: /^(true|false)$/,
	};
	for (const table of tables) {
		for (const row of read(table.name)) {
			for (const { name, type, constraints } of table.fields) {
				const cell = row[name] ?? '';
				const where = `${table.name} ${row['id'] ?? ''} ${name}`;
				if (constraints.required) expect(cell, where).not.toBe('');
				if (cell === '') continue;
				expect(cell, where).toMatch(shapes[type] ?? /./);
				if (constraints.enum) expect(constraints.enum, where).toContain(cell);
				if (constraints.pattern) expect(cell, where).toMatch(new RegExp(constraints.pattern));
				if (constraints.minimum !== undefined) expect(Number(cell), where).toBeGreaterThanOrEqual(constraints.minimum);
				if (constraints.maximum !== undefined) expect(Number(cell), where).toBeLessThanOrEqual(constraints.maximum);
			}
		}
	}
});

test('every reference leads to a row of the table that it names', () => {
	const columns = new Map(tables.map((table) => [table.name, read(table.name)] as const));
	for (const table of tables) {
		for (const { name, type, refersTo } of table.fields) {
			if (!refersTo) continue;
			const known = new Set(columns.get(refersTo.table)?.map((row) => row[refersTo.column]));
			const used = (columns.get(table.name) ?? []).flatMap((row) => {
				const cell = row[name] ?? '';
				return type === 'list' ? cell.split(';') : [cell];
			});
			expect(
				used.filter((id) => id !== '' && !known.has(id)),
				`${table.name}.${name}`,
			).toEqual([]);
		}
	}
});

test('a row of evidence holds a passage that bears on its record, once for each record', () => {
	const rows = read('evidence');
	expect(rows).toHaveLength(story.annotations.reduce((sum, { about }) => sum + about.length, 0));
	for (const { record, kind } of rows) expect(story.kinds[record ?? '']).toBe(kind);
});

test('no cell is a formula to a spreadsheet, and every text comes back as it was', () => {
	for (const table of tables) {
		for (const row of read(table.name, hostile)) {
			for (const { name, type } of table.fields) {
				if (type === 'integer' || type === 'number') continue;
				expect(row[name], `${table.name}.${name}`).not.toMatch(/^[=+\-@\t\r]/);
			}
		}
	}
	for (const text of hostileTexts) expect(unescapeFormula(escapeFormula(text))).toBe(text);
	expect(read('events', hostile).map((row) => unescapeFormula(row['title'] ?? ''))).toEqual(
		hostile.events.map(({ title }) => title),
	);
	expect(read('evidence', hostile).map((row) => unescapeFormula(row['exact'] ?? ''))).toEqual(
		hostile.annotations.flatMap(({ exact, about }) => about.map(() => exact)),
	);
});

test('a list splits at its semicolons into as many items as it had', () => {
	expect(joined(['a;b', 'c']).split(';')).toEqual(['a,b', 'c']);
	for (const row of read('actors', hostile)) expect(row['spellings']?.split(';')).toHaveLength(2);
});

test('rows end in CRLF, and no file begins with a byte order mark, whatever its letters', () => {
	for (const table of tables) {
		for (const from of [story, hostile]) {
			const text = csv(table, from);
			expect(text.startsWith('\ufeff')).toBe(false);
			expect(text.endsWith('\r\n')).toBe(true);
		}
		expect(csv(table, story).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	}
});
