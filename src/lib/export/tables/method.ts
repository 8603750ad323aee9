/** The tables from which the agreement of the coders and every variant of the index can be recomputed. */
import type { CodedUnit, ScoredCode } from '#lib/model/method.ts';
import type { Id, Kind } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { column, columnOnly, id, idIn, number, text, whole } from './properties.ts';
import { orNull } from '#lib/export/schema/shapes.ts';
import { table, type Property } from './table.ts';

type Code = ScoredCode;
const score = (key: 'gdelt' | 'icews' | 'sign' | 'quad', description: string) =>
	whole<Code>(key, description, orNull({ type: 'number', minimum: -10, maximum: 10 }), [
		column(key, 'number', description, (code) => code[key], { constraints: { minimum: -10, maximum: 10 } }),
	]);
const code = { type: 'string', pattern: '^\\d{2,4}$' } as const;
const codeWords = 'The CAMEO 1.1b3 code. It is text: 010 is not 10.';

export const codeProperties: readonly Property<Code>[] = [
	whole<Code>('id', codeWords, code, [
		column('id', 'string', codeWords, ({ id }) => id, {
			constraints: { required: true, unique: true, pattern: code.pattern },
		}),
	]),
	text('name', 'What the scheme calls it.'),
	score('gdelt', 'Its Goldstein score, as GDELT publishes it; empty where it has none.'),
	score('icews', 'Its score in the table that ICEWS publishes, or else the former, if that table does not differ.'),
	score('sign', 'The sign of the former.'),
	score('quad', 'Its class: 1 and 2 for verbal and material cooperation, -1 and -2 for verbal and material conflict.'),
];

export const codes = table({
	name: 'codes',
	title: 'Codes',
	description:
		'A row is a CAMEO code that a coder gave or an event has, with its score under each scoring of the index.',
	records: ({ method }: Story) => method.codes,
	properties: codeProperties,
});

interface Coding extends CodedUnit {
	readonly id: Id;
	readonly kind: Kind;
	readonly scoreA: number | null;
	readonly scoreB: number | null;
}

const codeOf = (key: 'a' | 'b', letter: string) =>
	columnOnly<Coding>(
		column(
			`coder_${key}`,
			'string',
			`The CAMEO code that coder ${letter} gave it, as text.`,
			(unit) => unit[key].code,
			{ constraints: { required: true, pattern: code.pattern }, refersTo: idIn('codes') },
		),
	);

export const codings = table({
	name: 'codings',
	title: 'Codings',
	description: 'A row is a record that both coders gave a code: the units of Krippendorff’s alpha.',
	records: ({ method, kinds }: Story) =>
		method.reliability.units.map((unit): Coding => {
			const [scoreA, scoreB] = [unit.a.goldstein, unit.b.goldstein];
			return { ...unit, id: unit.record, kind: kinds[unit.record] ?? 'event', scoreA, scoreB };
		}),
	properties: [
		id('The record: an event or a contact.'),
		text('kind', 'What the record is: event or contact.'),
		codeOf('a', 'A'),
		codeOf('b', 'B'),
		number('scoreA', 'The Goldstein score of A’s code; empty where it has none.', 'number', { may: 'be null' }),
		number('scoreB', 'The same of B’s.', 'number', { may: 'be null' }),
	],
});
