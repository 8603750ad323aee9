import type { Story } from '#lib/model/story.ts';
import { sourceTitle } from './citation.ts';
import type { DataFile } from './data-file.ts';
import { licence, reservation } from './licence.ts';
import { explained, type Field, type JsonObject, type Table } from './tables/table.ts';

const dialect = {
	header: true,
	delimiter: ',',
	lineTerminator: '\r\n',
	quoteChar: '"',
	doubleQuote: true,
	skipInitialSpace: false,
} as const;

/** The descriptor of all data files (Data Package 2.0). */
export function datapackage(story: Story, files: readonly DataFile[], version: string): JsonObject {
	return {
		$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
		name: story.subject.names.data,
		title: story.copy.title,
		description: `${story.copy.description} ${reservation}`,
		version,
		keywords: story.subject.keywords,
		licenses: [licence],
		sources: story.sources.map((source) => ({ title: sourceTitle(source) })),
		resources: files.map(resource),
	};
}

function resource({ name, path, title, description, format, mediatype, bytes, sha256, table }: DataFile): JsonObject {
	return {
		name,
		path,
		...(table ? { type: 'table' } : {}),
		title,
		description,
		format,
		mediatype,
		encoding: 'utf-8',
		bytes,
		hash: `sha256:${sha256}`,
		...(table ? { dialect, schema: tableSchema(table) } : {}),
	};
}

/** A column as a Table Schema field. */
function tableSchema({ name, fields }: Table): JsonObject {
	const foreign = fields.flatMap((field) => foreignKey(name, field));
	return {
		$schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
		fields: fields.map(fieldSchema),
		missingValues: [''],
		primaryKey: ['id'],
		...(foreign.length > 0 ? { foreignKeys: foreign } : {}),
	};
}

/** A list has the type string: the standard describes a type for lists, but the published profile of 2.0 refuses it. */
function fieldSchema(field: Field): JsonObject {
	const { name, type, constraints } = field;
	return {
		name,
		type: type === 'list' ? 'string' : type,
		description: type === 'list' ? `${explained(field)} Several values are separated by ";".` : explained(field),
		...(Object.keys(constraints).length > 0 ? { constraints: { ...constraints } } : {}),
	};
}

/** The standard has no foreign keys for items of a list. */
function foreignKey(own: string, { name, type, refersTo }: Field): JsonObject[] {
	if (refersTo === null || type === 'list') return [];
	const { table, column } = refersTo;
	const reference = { ...(table === own ? {} : { resource: table }), fields: [column] };
	return [{ fields: [name], reference }];
}
