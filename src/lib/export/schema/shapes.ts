/** Building blocks of the JSON Schemas. */
import type { Json, JsonObject } from '#lib/export/tables/table.ts';

export const text: JsonObject = { type: 'string' };
export const number: JsonObject = { type: 'number' };
export const count: JsonObject = { type: 'integer', minimum: 0 };
export const share: JsonObject = { type: 'number', minimum: 0, maximum: 1 };

export const array = (items: Json): JsonObject => ({ type: 'array', items });
export const map = (values: Json): JsonObject => ({ type: 'object', additionalProperties: values });
export const oneOf = (...words: readonly string[]): JsonObject => ({ type: 'string', enum: words });
export const orNull = (schema: JsonObject): JsonObject => ({ anyOf: [schema, { type: 'null' }] });

/** An object with all of `required`, any of `optional`, and nothing else. */
export const nothingElse = (required: JsonObject, optional: JsonObject = {}): JsonObject => ({
	type: 'object',
	properties: { ...required, ...optional },
	required: Object.keys(required),
	additionalProperties: false,
});
