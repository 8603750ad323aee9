import { createHash } from 'node:crypto';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { dataPackage } from '#lib/export/files.ts';
import type { DataFile } from '#lib/export/data-file.ts';
import { dataPackageProfile } from './data-package-profile.ts';
import { hostile, story } from './compiled.ts';

interface Descriptor {
	readonly version: string;
	readonly sources: readonly { readonly title: string }[];
	readonly resources: readonly {
		readonly name: string;
		readonly path: string;
		readonly bytes: number;
		readonly hash: string;
		readonly schema?: {
			readonly fields: readonly { readonly name: string; readonly type: string }[];
			readonly primaryKey: readonly string[];
			readonly foreignKeys?: readonly {
				readonly fields: readonly string[];
				readonly reference: { readonly resource?: string; readonly fields: readonly string[] };
			}[];
		};
	}[];
}

const { files, descriptor, version } = dataPackage(story);
const parsed = JSON.parse(descriptor.text) as Descriptor;
const byPath = new Map(files.map((file) => [file.path, file]));
const ajv = new Ajv({ allErrors: true, strictTypes: false });
const validate = ajv.compile(dataPackageProfile);

test('the descriptor keeps the rules of Data Package 2.0', () => {
	validate(parsed);
	expect(validate.errors ?? []).toEqual([]);
});

test('a descriptor that breaks a rule is reported', () => {
	const [first] = parsed.resources;
	expect(validate({ ...parsed, resources: [] })).toBe(false);
	expect(validate({ ...parsed, resources: [{ ...first, hash: 'sha256:no' }] })).toBe(false);
	expect(validate({ ...parsed, resources: [{ ...first, path: '../out.csv' }] })).toBe(false);
	const lists = { ...first?.schema, fields: [{ name: 'actors', type: 'list' }] };
	expect(validate({ ...parsed, resources: [{ ...first, schema: lists }] })).toBe(false);
});

test('size and hash are those of the file', () => {
	for (const { path, bytes, hash } of parsed.resources) {
		const content = Buffer.from(byPath.get(path)?.text ?? '');
		expect(content.length, path).toBe(bytes);
		expect(`sha256:${createHash('sha256').update(content).digest('hex')}`, path).toBe(hash);
	}
	expect(parsed.resources.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
});

test('every foreign key leads to a column that is there, and every table has its id for a key', () => {
	const fieldsOf = new Map(
		parsed.resources.map(({ name, schema }) => [name, schema?.fields.map((field) => field.name)]),
	);
	let keys = 0;
	for (const { name, schema } of parsed.resources) {
		if (!schema) continue;
		expect(schema.primaryKey).toEqual(['id']);
		for (const { fields, reference } of schema.foreignKeys ?? []) {
			keys += 1;
			expect(fieldsOf.get(name)).toEqual(expect.arrayContaining([...fields]));
			expect(fieldsOf.get(reference.resource ?? name)).toEqual(expect.arrayContaining([...reference.fields]));
		}
	}
	expect(keys).toBeGreaterThan(10);
});

test('each source is named, and the version follows from the data', () => {
	expect(parsed.sources.map(({ title }) => title)).toHaveLength(story.sources.length);
	expect(parsed.version).toBe(version);
	expect(version).toMatch(/^\d+\.[1-9]\d*\.[1-9]\d*\+[0-9a-f]{12}$/);
	expect(dataPackage(story).version).toBe(version);
	expect(dataPackage(story).files).toBe(files);
	expect(dataPackage(hostile).version).not.toBe(version);
});

test('no two files have one name', () => {
	const all: DataFile[] = [...files, descriptor];
	expect(new Set(all.map(({ path }) => path)).size).toBe(all.length);
	expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});
