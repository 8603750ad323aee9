/** Counts over the data, `ties cut=2014..2017`, `sources of crimea-annexed`, `last-year`, and the conditions in them, `score!=none`. */
import { quoted } from '#compile/diagnostic.ts';
import { nearest } from '#compile/nearest.ts';
import { type Data, type Row, type Result, compares, isNone, isSpan } from './data.ts';

interface Selection {
	/** `ties` */
	readonly kind: string;
	readonly rows: readonly Row[];
}

const years = ['first-year', 'last-year', 'years'];

export function countable(data: Data): string[] {
	return [...data.rows.keys(), ...years];
}

export function readNumber(text: string, data: Data): Result<number> {
	if (/^\d+$/.test(text)) return { value: Number(text) };
	if (text === 'first-year') return { value: data.firstYear };
	if (text === 'last-year') return { value: data.lastYear };
	if (text === 'years') return { value: data.lastYear - data.firstYear };
	const selection = readSelection(text, data);
	return 'fault' in selection ? selection : { value: selection.value.rows.length };
}

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

type TestRow = (row: Row) => boolean;

type Sign = '=' | '!=' | '<' | '<=' | '>' | '>=';

const form = 'write key=value without blanks, with =, !=, <, <=, > or >=';

function readFilter(text: string, kind: string, data: Data): Result<TestRow> {
	const values = data.values(kind);
	const [, key = '', sign = '', value = ''] = /^([A-Za-z]+)(!=|<=|>=|=|<|>)(\S+)$/.exec(text) ?? [];
	if (key === '') return { fault: `${quoted(text)} is not a condition; ${form}` };
	const held = values.get(key) ?? new Set();
	if (values.size > 0 && !values.has(key)) {
		const keys = [...values.keys()];
		const near = nearest(key, keys);
		return {
			fault: `${kind} have no ${quoted(key)}; ${near ? `did you mean “${near}”? They have` : 'they have'} ${keys.join(', ')}`,
		};
	}
	if (value === 'none' && (sign === '=' || sign === '!='))
		return { value: (row) => isNone(row[key]) === (sign === '=') };
	const test = readTest(key, sign as Sign, value, held, data);
	return 'fault' in test ? test : { value: (row) => !isNone(row[key]) && test.value(row[key]) };
}

function readTest(
	key: string,
	sign: Sign,
	value: string,
	held: ReadonlySet<unknown>,
	data: Data,
): Result<(one: unknown) => boolean> {
	const [first] = held;
	if (isSpan(first)) return readDates(key, sign, value);
	const isList = [...held].some((one) => Array.isArray(one));
	if (/^-?\d+(?:\.\d+)?$/.test(value) && (isList || typeof first === 'number')) {
		const size = (one: unknown): number => (Array.isArray(one) ? one.length : Number(one));
		return { value: (one) => compares(size(one), sign, Number(value)) };
	}
	if (sign !== '=' && sign !== '!=')
		return { fault: `“${key}” cannot be compared by ${sign}; write ${key}=… or ${key}!=…` };
	const words = (one: unknown): string[] =>
		(Array.isArray(one) ? one : [one])
			.filter((each) => typeof each !== 'object')
			.map((each) => String(each).replaceAll(' ', '-'));
	const known = [...new Set([...held].flatMap(words))];
	const wanted = value.split('|');
	for (const each of wanted) {
		if (known.includes(each) || data.ids.has(each)) continue;
		const near = nearest(each, known);
		return {
			fault: `no “${key}” is ${quoted(each)}; ${near ? `did you mean “${near}”?` : `write one of ${known.slice(0, 12).join(', ')}`}`,
		};
	}
	return { value: (one) => words(one).some((each) => wanted.includes(each)) === (sign === '=') };
}

/** A condition holds if it holds on every day on which the date may lie. */
function readDates(key: string, sign: Sign, value: string): Result<(one: unknown) => boolean> {
	const [, from, isRange, to] = /^(\d{4}(?:-\d\d){0,2})?(\.\.)?(\d{4}(?:-\d\d){0,2})?$/.exec(value) ?? [];
	const ends = isRange ? [from, to] : [from, from];
	if (
		(from ?? to) === undefined ||
		(isRange === undefined && to !== undefined) ||
		(isRange && sign !== '=') ||
		sign === '!='
	)
		return {
			fault: `${quoted(`${key}${sign}${value}`)} is not a condition on a date; write ${key}=2014, ${key}=2014..2016, ${key}<2014 or ${key}!=none`,
		};
	const min = (ends[0] ?? '0000') + '-01-01'.slice((ends[0]?.length ?? 4) - 4);
	const max = (ends[1] ?? '9999') + '-12-31'.slice((ends[1]?.length ?? 4) - 4);
	const holds = (span: { readonly min: string; readonly max: string }): boolean => {
		if (sign === '<') return span.max < min;
		if (sign === '>') return span.min > max;
		return (sign === '<=' || span.min >= min) && (sign === '>=' || span.max <= max);
	};
	return { value: (one) => isSpan(one) && holds(one) };
}
