/** Properties that only records of a story have: dates as far as they are known, and their evidence. */
import type { DateSpan, Evidenced, Stated } from '#lib/model/records.ts';
import {
	column,
	columnName,
	columnOnly,
	idIn,
	many,
	nullable,
	required,
	type Options,
	type With,
} from './properties.ts';
import type { Cell, FieldType, Property } from './table.ts';

/** A date as the articles allow it: `<key>`, `<key>_min`, `<key>_max`, `<key>_given`, `<key>_basis`. */
export function span<K extends string>(
	key: K,
	description: string,
	options: Options = {},
): Property<With<K, DateSpan | null>> {
	const name = columnName(key);
	const part = (ending: string, type: FieldType, words: string, cell: (date: DateSpan) => Cell) =>
		column<With<K, DateSpan | null>>(name + ending, type, words, ({ [key]: date }) => (date ? cell(date) : null), {
			constraints: required(options),
		});
	return {
		key,
		schema: { description, ...nullable({ $ref: '#/definitions/dateSpan' }, options) },
		columns: [
			part('', 'string', `${description} EDTF (ISO 8601-2) text.`, ({ edtf }) => edtf),
			part('_min', 'date', `The earliest day that ${name} allows.`, ({ min }) => min),
			part('_max', 'date', `The latest day that ${name} allows.`, ({ max }) => max),
			part(
				'_given',
				'boolean',
				`Whether an article says when; where none does, ${name} is bounds only.`,
				({ given }) => given,
			),
			part('_basis', 'string', `From what ${name} was read or inferred.`, ({ basis }) => basis),
		],
	};
}

const bases: Readonly<Record<Stated['basis'], string>> = {
	stated: 'in the text',
	inferred: 'from the text',
	outside: 'known from elsewhere',
};

/** A fact about an article, with its source: `<key>`, `<key>_basis`, `<key>_note`. */
export function stated<K extends string>(
	key: K,
	description: string,
	options: Options = {},
): Property<With<K, Stated | null>> {
	const basis = `Where ${key} comes from.`;
	return {
		key,
		schema: { description, ...nullable({ $ref: '#/definitions/stated' }, options) },
		columns: [
			column(key, 'string', description, (record) => record[key]?.value ?? null, { constraints: required(options) }),
			column(`${key}_basis`, 'string', basis, (record) => record[key]?.basis ?? null, {
				meanings: bases,
				constraints: { ...required(options), enum: Object.keys(bases) },
			}),
			column(
				`${key}_note`,
				'string',
				`From what ${key} is known, where it is not stated.`,
				(record) => record[key]?.note ?? null,
			),
		],
	};
}

/** Evidence, disputes and support of a record; the last columns of its table. */
export const evidenced: readonly Property<Evidenced>[] = [
	many('sources', 'The sources that report it: with a passage that supports it.', idIn('sources')),
	many('qualifiedBy', 'The sources with a passage that only qualifies it, which is no report.', idIn('sources')),
	many('disputedBy', 'The sources with a passage that disputes it.', idIn('sources')),
	columnOnly(
		column(
			'source_count',
			'integer',
			'How many of the sources report it: the number of items in sources.',
			({ sources }) => sources.length,
			{ constraints: { required: true, minimum: 0 } },
		),
	),
	many('evidence', 'The passages that bear on it.', { table: 'evidence', column: 'annotation' }),
];
