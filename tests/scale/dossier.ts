/** Dossiers of any size, for measuring: the project's own records several times over, under other names. */
import { range } from 'd3';
import { parse, stringify } from 'yaml';
import type { File } from '#compile/seeds/items.ts';

/** Files whose lists grow with the number of sources. */
const LISTS = /^seeds\/(?:actors|contacts|events|questions|quotations|ties|coding\/accounted)\.yaml$/;
const OF_A_SOURCE = /^seeds\/(sources|fingerprints)\/(.+)\.(yaml|json)$/;
const CODINGS = /^seeds\/coding\/events-coder-.\.csv$/;
/** The keys that name a record for readers, which must be unique. */
const NAMES = new Set(['label', 'name', 'title', 'question', 'spellings']);

/** Of the project. */
export const SOURCES = 5;
/** In one file of a list. */
const RECORDS = 10;

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** A row of a coding in one of the copies: `E07` → `E07002`. */
const rowOf = (row: string, copy: number): string => row + String(copy).padStart(3, '0');

/** Every id that occurs in some records. */
function idsIn(value: Value): string[] {
	if (typeof value !== 'object' || value === null) return [];
	if (isList(value)) return value.flatMap(idsIn);
	return Object.entries(value).flatMap(([key, inner]) => {
		if (key === 'id' && typeof inner === 'string') return [inner];
		return key === 'formerly' && isList(inner) ? inner.map(String) : idsIn(inner);
	});
}

/** A value with each id and each name changed. */
function renamed(value: Value, ids: ReadonlySet<string>, copy: number, key = ''): Value {
	const id = (text: string): string =>
		text
			.split('--')
			.map((part) => (ids.has(part) ? `${part}-x${String(copy)}` : part))
			.join('--');
	if (typeof value === 'string') {
		// Before the mark at the end of a question.
		if (NAMES.has(key)) return value.replace(/\??$/, (mark) => ` ${String(copy)}${mark}`);
		return key === 'row' ? rowOf(value, copy) : id(value);
	}
	if (typeof value !== 'object' || value === null) return value;
	if (isList(value)) return value.map((inner) => renamed(inner, ids, copy, key));
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [id(name), renamed(inner, ids, copy, name)]));
}

/**
 * The story's words with a block for each source more. What they count of the first dossier is not so of a larger one: the
 * number of sources stands in its place, and words for numbers that the checks had proved.
 */
function words(text: string, copies: readonly number[]): string {
	if (copies.length === 0) return text;
	return text
		.replace(/^\{sources\.(.+)\}\n(?:.+\n)*?\{\}\n/gm, (block, source: string) =>
			[block, ...copies.map((copy) => block.replace(source, `${source}-x${String(copy)}`))].join('\n'),
		)
		.replace(/\{own: [^}]*\}/g, `{own: sources = ${String((copies.length + 1) * SOURCES)}}`)
		.replace(/^.*\{own:.*$/gm, (line) => line.replace(/(?<![-\w=<>])(?:2014|Two|Three)(?![-\w])/g, 'Some'))
		.replaceAll('{questions silent=0}', '{questions}')
		.replaceAll(' as words}', '}');
}

/**
 * The files of a dossier, `times` over. Who speaks on a question in one copy is silent in the others: every source was read
 * for every question. Whatever the copy of words says stays true: it speaks of the first.
 */
export function dossier(input: readonly File[], times: number): File[] {
	const yaml = new Map(
		input
			.filter(({ file }) => LISTS.test(file) || (OF_A_SOURCE.test(file) && file.endsWith('.yaml')))
			.map(({ file, text }) => [file, parse(text) as Value]),
	);
	const ids = new Set([...yaml.values()].flatMap(idsIn));
	const copies = Array.from({ length: times - 1 }, (_, index) => index + 2);
	const questions = idsIn(yaml.get('seeds/questions.yaml') ?? []);
	const read = [...questions, ...copies.flatMap((copy) => questions.map((id) => `${id}-x${String(copy)}`))];
	return input.flatMap(({ file, text }): File[] => {
		const value = yaml.get(file);
		const [, folder = '', source = '', end = ''] = OF_A_SOURCE.exec(file) ?? [];
		if (folder) {
			const own = (copy: number): string =>
				value === undefined ? text : stringify({ ...(renamed(value, ids, copy) as object), read });
			const first = value === undefined ? text : stringify({ ...(value as object), read });
			return [
				{ file, text: first },
				...copies.map((copy) => ({ file: `seeds/${folder}/${source}-x${String(copy)}.${end}`, text: own(copy) })),
			];
		}
		if (file.startsWith('seeds/originals/')) return [];
		if (file.startsWith('src/copy/')) return [{ file, text: words(text, copies) }];
		if (CODINGS.test(file)) {
			const [head = '', ...rows] = text.trimEnd().split('\n');
			const again = copies.flatMap((copy) => rows.map((row) => row.replace(/^[^,]+/, (own) => rowOf(own, copy))));
			return [{ file, text: [head, ...rows, ...again, ''].join('\n') }];
		}
		if (value === undefined || !isList(value)) return [{ file, text }];
		const all = [value, ...copies.map((copy) => value.map((one) => renamed(one, ids, copy)))].flat();
		return range(0, all.length, RECORDS).map((from) => ({
			file: from === 0 ? file : file.replace('.yaml', `/${String(from)}.yaml`),
			text: stringify(all.slice(from, from + RECORDS), { aliasDuplicateObjects: false }),
		}));
	});
}
