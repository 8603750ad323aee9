/** The properties that are peculiar to records of this story: dates as far as they are known, and what a thing rests on. */
import type { DateSpan, Evidenced, Stated } from '#lib/model/records.ts';
import { column, columnName, described, many, required, type Options, type With } from './properties.ts';
import type { Property } from './table.ts';

/** A date as the articles allow it: `<key>`, `<key>_min`, `<key>_max`, `<key>_given`, `<key>_basis`. */
export function span<K extends string>(
	key: K,
	description: string,
	options: Options = {},
): Property<With<K, DateSpan | null>> {
	const name = columnName(key);
	const more = { constraints: required(options) };
	return {
		key,
		schema: described(description, { $ref: '#/definitions/dateSpan' }, options),
		columns: [
			column(name, 'string', `${description} EDTF (ISO 8601-2) text.`, (record) => record[key]?.edtf ?? null, more),
			column(
				`${name}_min`,
				'date',
				`The earliest day that ${name} allows.`,
				(record) => record[key]?.min ?? null,
				more,
			),
			column(`${name}_max`, 'date', `The latest day that ${name} allows.`, (record) => record[key]?.max ?? null, more),
			column(
				`${name}_given`,
				'boolean',
				`Whether an article says when; where none does, ${name} is bounds only.`,
				(record) => record[key]?.given ?? null,
				more,
			),
			column(
				`${name}_basis`,
				'string',
				`From what ${name} was read or inferred.`,
				(record) => record[key]?.basis ?? null,
				more,
			),
		],
	};
}

const bases: Readonly<Record<Stated['basis'], string>> = {
	stated: 'in the text',
	inferred: 'from the text',
	outside: 'known from elsewhere',
};

/** A fact about an article, with where it comes from: `<key>`, `<key>_basis`, `<key>_note`. */
export function stated<K extends string>(
	key: K,
	description: string,
	options: Options = {},
): Property<With<K, Stated | null>> {
	const basis = `Where ${key} comes from.`;
	return {
		key,
		schema: described(description, { $ref: '#/definitions/stated' }, options),
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

/** What every record that can be doubted has; last in its table. */
export const evidenced: readonly Property<Evidenced>[] = [
	many('sources', 'The sources that report it: with a passage that supports it.', { table: 'sources', column: 'id' }),
	many('qualifiedBy', 'The sources with a passage that only qualifies it, which is no report.', {
		table: 'sources',
		column: 'id',
	}),
	many('disputedBy', 'The sources with a passage that disputes it.', { table: 'sources', column: 'id' }),
	{
		key: null,
		schema: {},
		columns: [
			column(
				'source_count',
				'integer',
				'How many of the sources report it: the number of items in sources.',
				({ sources }) => sources.length,
				{
					constraints: { required: true, minimum: 0 },
				},
			),
		],
	},
	many('evidence', 'The passages that bear on it.', { table: 'evidence', column: 'annotation' }),
];
