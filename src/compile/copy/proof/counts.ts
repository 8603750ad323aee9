/** Counts over the data: `ties cut=2014..2017`, `sources of crimea-annexed`, `last-year`. */
import { quoted } from '#compile/diagnostic.ts';
import { nearest } from '#compile/nearest.ts';
import type { Data, Row } from './data.ts';
import { readFilter, type TestRow } from './filters.ts';
import type { Result } from './values.ts';

export interface Selection {
	/** `ties` */
	readonly kind: string;
	readonly rows: readonly Row[];
}

const years = ['first-year', 'last-year', 'years'];

/** The words that a count may begin with. */
export function countable(data: Data): string[] {
	return [...data.rows.keys(), ...years];
}

/** The number that an expression stands for. */
export function readNumber(text: string, data: Data): Result<number> {
	if (/^\d+$/.test(text)) return { value: Number(text) };
	if (text === 'first-year') return { value: data.firstYear };
	if (text === 'last-year') return { value: data.lastYear };
	if (text === 'years') return { value: data.lastYear - data.firstYear };
	const selection = readSelection(text, data);
	return 'fault' in selection ? selection : { value: selection.value.rows.length };
}

/** The records that an expression selects. */
export function readSelection(text: string, data: Data): Result<Selection> {
	const [kind = '', ...words] = text.trim().split(/\s+/);
	const all = data.rows.get(kind);
	if (!all) {
		const near = nearest(kind, countable(data));
		return {
			fault: `${quoted(kind)} cannot be counted; ${near ? `did you mean “${near}”? Write one of` : 'write one of'} ${countable(data).join(', ')}`,
		};
	}
	if (words[0] === 'of') return sourcesOf(kind, words.slice(1), all, data);
	const tests = readFilters(words, kind, data);
	return 'fault' in tests
		? tests
		: { value: { kind, rows: all.filter((row) => tests.value.every((test) => test(row))) } };
}

/** The filters after a kind, or after the `are` of a check. */
export function readFilters(words: readonly string[], kind: string, data: Data): Result<TestRow[]> {
	const tests: TestRow[] = [];
	for (const word of words) {
		const test = readFilter(word, kind, data);
		if ('fault' in test) return test;
		tests.push(test.value);
	}
	return { value: tests };
}

function sourcesOf(kind: string, words: readonly string[], all: readonly Row[], data: Data): Result<Selection> {
	const [id = ''] = words;
	if (kind !== 'sources' || words.length !== 1)
		return { fault: '“of <record-id>” only works with sources; write “sources of <record-id>”' };
	const record = [...data.rows.values()].flat().find((row) => row['id'] === id && Array.isArray(row['sources']));
	if (!record) return { fault: `no record with sources has the id ${quoted(id)}; write “sources of <record-id>”` };
	const sources = record['sources'] as readonly unknown[];
	return { value: { kind, rows: all.filter((row) => sources.includes(row['id'])) } };
}
