/**
 * The rules of the published profiles of Data Package 2.0 (package, resource, table dialect and table schema, 26 June 2024)
 * for what a descriptor here may say. They are written out because no package of the registry carries the profiles and a
 * test asks no host: they are a reading of the profiles, not the profiles. Left out is what our descriptor does not use;
 * what the profiles do not name is refused.
 */
const text = { type: 'string' };
const texts = { type: 'array', items: text, minItems: 1 };

const closed = (properties: Readonly<Record<string, unknown>>, more: object = {}) => ({
	type: 'object',
	properties,
	additionalProperties: false,
	...more,
});

/** A file beside or below the descriptor, or a whole address. */
const path = { type: 'string', pattern: '^((?=[^./~])(?!file:)((?!/\\.\\./)(?!\\\\)(?!://).)*|(http|ftp)s?://.*)$' };

const licences = {
	type: 'array',
	minItems: 1,
	items: closed(
		{ name: { type: 'string', pattern: '^([-a-zA-Z0-9._])+$' }, path, title: text },
		{ anyOf: [{ required: ['name'] }, { required: ['path'] }] },
	),
};
const sources = {
	type: 'array',
	items: closed({ title: text, path, email: text, version: text }, { minProperties: 1 }),
};

const dialect = closed({
	$schema: text,
	header: { type: 'boolean' },
	headerRows: { type: 'array', items: { type: 'integer', minimum: 1 } },
	headerJoin: text,
	commentRows: { type: 'array', items: { type: 'integer', minimum: 1 } },
	commentChar: text,
	delimiter: text,
	lineTerminator: text,
	quoteChar: text,
	doubleQuote: { type: 'boolean' },
	escapeChar: text,
	nullSequence: text,
	skipInitialSpace: { type: 'boolean' },
});

const always = { required: { type: 'boolean' }, unique: { type: 'boolean' } };
const enumeration = { type: 'array', minItems: 1, uniqueItems: true };
const lengths = { minLength: { type: 'integer' }, maxLength: { type: 'integer' } };

/** A column of one type, with the constraints that the standard allows. */
const field = (type: string, constraints: object, more: object = {}) =>
	closed(
		{
			name: text,
			title: text,
			description: text,
			example: text,
			type: { const: type },
			rdfType: text,
			constraints: closed({ ...always, ...constraints }),
			...more,
		},
		{ required: ['name', 'type'] },
	);

const bounds = (type: string) => ({ minimum: { type }, maximum: { type }, enum: { ...enumeration, items: { type } } });

const tableSchema = closed(
	{
		$schema: text,
		fields: {
			type: 'array',
			minItems: 1,
			items: {
				oneOf: [
					field('string', { pattern: text, enum: { ...enumeration, items: text }, ...lengths }, { format: text }),
					field('integer', bounds('integer'), { bareNumber: { type: 'boolean' }, groupChar: text }),
					field('number', bounds('number'), { bareNumber: { type: 'boolean' }, decimalChar: text, groupChar: text }),
					field(
						'boolean',
						{ enum: { ...enumeration, items: { type: 'boolean' } } },
						{ trueValues: texts, falseValues: texts },
					),
					field('date', bounds('string'), { format: text }),
				],
			},
		},
		primaryKey: { oneOf: [{ ...texts, uniqueItems: true }, text] },
		uniqueKeys: { type: 'array', minItems: 1, items: texts },
		foreignKeys: {
			type: 'array',
			minItems: 1,
			items: closed(
				{
					fields: { ...texts, uniqueItems: true },
					reference: closed({ resource: text, fields: { ...texts, uniqueItems: true } }, { required: ['fields'] }),
				},
				{ required: ['fields', 'reference'] },
			),
		},
		missingValues: { type: 'array', items: text },
	},
	{ required: ['fields'] },
);

const resource = closed(
	{
		$schema: text,
		name: text,
		path: { oneOf: [path, { type: 'array', minItems: 1, items: path }] },
		type: { enum: ['table'] },
		title: text,
		description: text,
		homepage: text,
		sources,
		licenses: licences,
		format: text,
		mediatype: { type: 'string', pattern: '^(.+)/(.+)$' },
		encoding: text,
		bytes: { type: 'integer' },
		hash: { type: 'string', pattern: '^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$' },
		dialect,
		schema: tableSchema,
	},
	{ required: ['name', 'path'] },
);

export const dataPackageProfile = closed(
	{
		$schema: text,
		name: text,
		id: text,
		title: text,
		description: text,
		homepage: text,
		version: text,
		created: text,
		keywords: texts,
		image: text,
		licenses: licences,
		sources,
		resources: { type: 'array', minItems: 1, items: resource },
	},
	{ required: ['resources'] },
);
