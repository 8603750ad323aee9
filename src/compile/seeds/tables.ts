/** The tables under `seeds/coding`: the two codings and the Goldstein scale. Codes are text. */
import { csvParseRows, tsvParseRows } from 'd3';
import { quoted, type Spot, type Reporter } from '#compile/diagnostic.ts';

/** One row of a coding. `cameo` is null where the coder gave no code. */
export interface CodingRow {
	/** `a.E01`: coder and row. */
	readonly row: string;
	readonly cameo: string | null;
	readonly spot: Spot;
}

export interface Score {
	readonly name: string;
	readonly goldstein: number | null;
}

interface Line {
	readonly cells: ReadonlyMap<string, string>;
	readonly spot: Spot;
}

/** The rows of one coder (`a` or `b`) in file order. */
export function readCoding(file: string, text: string, coder: string, report: Reporter): CodingRow[] {
	const rows: CodingRow[] = [];
	for (const { cells, spot } of readLines(file, csvParseRows(bare(text)), ['id', 'cameo'], report)) {
		const id = cells.get('id') ?? '';
		if (/^[BE]\d+$/.test(id)) rows.push({ row: `${coder}.${id}`, cameo: cells.get('cameo') || null, spot });
		else report(spot, 'table-shape', `${quoted(id)} is not the id of a row; write a letter and a number, e.g. E01`);
	}
	return rows;
}

export function readScale(file: string, text: string, report: Reporter): Map<string, Score> {
	const scale = new Map<string, Score>();
	for (const { cells, spot } of readLines(file, tsvParseRows(bare(text)), ['code', 'name', 'goldstein'], report)) {
		const [code = '', score = ''] = [cells.get('code'), cells.get('goldstein')];
		if (!isCode(code) || !isScore(score)) reportScore(code, score, spot, report);
		else scale.set(code, { name: cells.get('name') ?? '', goldstein: score === '' ? null : Number(score) });
	}
	return scale;
}

/** By code, the scores where the table of the ICEWS project differs from the scale. */
export function readVariants(
	file: string,
	text: string,
	scale: ReadonlyMap<string, Score>,
	report: Reporter,
): Map<string, number> {
	const variants = new Map<string, number>();
	for (const { cells, spot } of readLines(file, tsvParseRows(bare(text)), ['code', 'icews'], report)) {
		const [code = '', score = ''] = [cells.get('code'), cells.get('icews')];
		if (!isCode(code) || !isScore(score)) reportScore(code, score, spot, report);
		else if (score !== '' && scale.size > 0 && !scale.has(code))
			report(spot, 'table-shape', `${quoted(code)} is not a code of the scale; copy the published table unchanged`);
		else if (score !== '') variants.set(code, Number(score));
	}
	return variants;
}

function isCode(code: string): boolean {
	return /^\d{2,4}$/.test(code);
}

function isScore(score: string): boolean {
	return /^(-?\d+(\.\d+)?)?$/.test(score);
}

function reportScore(code: string, score: string, spot: Spot, report: Reporter): void {
	report(
		spot,
		'table-shape',
		`${quoted(`${code} ${score}`)} is not a code and a score; write a code such as 050, and a score such as 3.5 or none`,
	);
}

function bare(text: string): string {
	return text.replace(/^\ufeff/, '');
}

function readLines(file: string, rows: readonly string[][], columns: readonly string[], report: Reporter): Line[] {
	const [head = [], ...body] = rows;
	const missing = columns.filter((column) => !head.includes(column));
	if (missing.length > 0) {
		report(
			{ file, line: 1, column: 1 },
			'table-shape',
			`the first row lacks ${missing.join(', ')}; copy the published table unchanged`,
		);
		return [];
	}
	let line = 1 + newlines(head);
	const taken = new Map<string, number>();
	return body.flatMap((row) => {
		const spot: Spot = { file, line: (line += 1), column: 1 };
		line += newlines(row);
		if (row.length === 1 && row[0] === '') return [];
		if (row.length !== head.length) {
			const counts = `${String(row.length)} cells, not ${String(head.length)}`;
			report(spot, 'table-shape', `this row has ${counts}; copy the published row unchanged`);
			return [];
		}
		// The first required column identifies the row.
		const name = row[head.indexOf(columns[0] ?? '')] ?? '';
		const first = taken.get(name);
		if (first !== undefined) {
			report(spot, 'table-shape', `${quoted(name)} is in line ${String(first)} already; copy each row once`);
			return [];
		}
		taken.set(name, spot.line);
		return [{ cells: new Map(head.map((column, i) => [column, row[i] ?? ''])), spot }];
	});
}

function newlines(row: readonly string[]): number {
	return row.join('').split('\n').length - 1;
}
